{#
    Tokens of training per parameter, once a model: its rows repeat for each way of costing it, and
    one model may stand under several dates. Models of a billion parameters and more are a second
    population, because the table does not say which models are language models and most small ones
    are not.
#}
with

runs as (

    select * from {{ ref("stg_bundled__model_training_runs") }}

    where total_params > 0 and training_tokens > 0 and release_date is not null

),

once as (

    select
        model_name,
        min(release_date) as release_date,
        max(cast(training_tokens as double)) / max(total_params) as tokens_per_param,
        max(total_params) as total_params,
        max({{ evidence_rank("evidence_class") }}) as evidence_rank

    from runs

    group by model_name

),

populations as (

    select 'all' as population, release_date, tokens_per_param, model_name, evidence_rank
    from once

    union all

    select 'billion_params_or_more' as population, release_date, tokens_per_param, model_name,
        evidence_rank
    from once
    where total_params >= 1e9

),

named as (

    select
        population || '/' || cast(extract(year from release_date) as integer) as case_id,
        population,
        cast(extract(year from release_date) as integer) as release_year,
        tokens_per_param as value,
        model_name,
        evidence_rank

    from populations

)

select * from named
