{#
    Best score of each model in the tables of scores of each bar, over variants (effort settings),
    and the day from which that score was known. Scores that are not known on the day of the view
    are not there.
#}
with

bars as (

    select * from {{ ref("capability_bars") }}

),

datasets as (

    select * from {{ ref("bar_datasets") }}

),

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

scores as (

    select * from {{ ref("stg_bundled__model_scores") }}

    where is_key_row and {{ is_known("key_known_from_date") }}

),

ranked as (

    select
        bars.bar_id,
        coalesce(synonyms.canonical_model_id, scores.model_id) as model_id,
        scores.fact_id as score_fact_id,
        scores.variant,
        scores.source_dataset,
        scores.key_score,
        scores.key_known_from_date,
        row_number() over (
            partition by bars.bar_id, coalesce(synonyms.canonical_model_id, scores.model_id)
            order by scores.key_score desc, scores.key_known_from_date, scores.fact_id
        ) as preference,
        min(case when scores.key_score >= bars.bar then scores.key_known_from_date end) over (
            partition by bars.bar_id, coalesce(synonyms.canonical_model_id, scores.model_id)
        ) as cleared_known_from_date

    from bars

    inner join datasets on bars.bar_id = datasets.bar_id

    inner join scores
        on bars.benchmark = scores.benchmark
        and datasets.source_dataset = scores.source_dataset

    left join synonyms on scores.model_id = synonyms.benchmark_model_id

),

best as (

    select
        bar_id, model_id, score_fact_id, variant, source_dataset,
        key_score, key_known_from_date, cleared_known_from_date

    from ranked

    where preference = 1

)

select * from best
