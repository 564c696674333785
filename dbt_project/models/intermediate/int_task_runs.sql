{#
    Runs under the canonical name of their model. A floating name (deepseek-chat) is the model that
    it stood for on the day of the run; the synonyms of the tables of scores know it on their own
    day only, so they are asked for fixed names alone.
#}
with

runs as (

    select * from {{ ref("int_runs_collected") }}

),

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

floating_names as (

    select distinct listing_id, model_id, valid_from_date, valid_to_date

    from {{ ref("model_aliases") }}

    where is_confirmed and coalesce(valid_from_date, valid_to_date) is not null

),

floating as (

    select runs.run_id, max(floating_names.model_id) as model_id

    from runs

    inner join floating_names
        on runs.model_id = floating_names.listing_id
        and coalesce(floating_names.valid_from_date, runs.run_date) <= runs.run_date
        and (floating_names.valid_to_date is null or floating_names.valid_to_date > runs.run_date)

    group by runs.run_id

    having count(distinct floating_names.model_id) = 1

),

named as (

    select
        runs.run_id,
        runs.suite,
        runs.suite_version,
        coalesce(runs.agent_scaffold, '') as agent_scaffold,
        coalesce(
            floating.model_id,
            synonyms.canonical_model_id,
            runs.model_id
        ) as model_id,
        coalesce(runs.variant, '') as variant,
        runs.cost_unit,
        runs.cost_usd,
        runs.success_share,
        runs.run_date,
        runs.fact_id,
        runs.source_id,
        runs.evidence_class

    from runs

    left join floating on runs.run_id = floating.run_id

    left join synonyms
        on runs.model_id = synonyms.benchmark_model_id
        and runs.model_id not in (select listing_id from floating_names)

)

select * from named
