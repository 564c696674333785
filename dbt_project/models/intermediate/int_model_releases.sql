{# Release day of each model under its canonical name: the latest that the tables of scores give. #}
with

scores as (

    select * from {{ ref("stg_bundled__model_scores") }}

),

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

releases as (

    select
        coalesce(synonyms.canonical_model_id, scores.model_id) as model_id,
        max(scores.release_date) as release_date

    from scores

    left join synonyms on scores.model_id = synonyms.benchmark_model_id

    where scores.release_date is not null

    group by coalesce(synonyms.canonical_model_id, scores.model_id)

)

select * from releases
