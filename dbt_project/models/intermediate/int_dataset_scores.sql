{#
    Best score of each model over its variants (effort settings) in each table of scores that a bar
    reads, under the model's canonical name. Each table stands for itself.
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

    where is_key_row and key_score is not null and {{ is_known("key_known_from_date") }}

),

tables_read as (

    select distinct bars.benchmark, datasets.source_dataset

    from bars

    inner join datasets on bars.bar_id = datasets.bar_id

),

ranked as (

    select
        scores.benchmark,
        scores.source_dataset,
        coalesce(synonyms.canonical_model_id, scores.model_id) as model_id,
        scores.score_unit,
        scores.key_score as score,
        scores.source_snapshot_date,
        scores.fact_id as score_fact_id,
        scores.evidence_class,
        row_number() over (
            partition by
                scores.benchmark,
                scores.source_dataset,
                coalesce(synonyms.canonical_model_id, scores.model_id)
            order by scores.key_score desc, scores.key_known_from_date, scores.fact_id
        ) as preference

    from scores

    inner join tables_read
        on scores.benchmark = tables_read.benchmark
        and scores.source_dataset = tables_read.source_dataset

    left join synonyms on scores.model_id = synonyms.benchmark_model_id

)

select * from ranked where preference = 1
