{#
    Runs with the model's list price on the day of the run: the maker's own, else the cheapest
    supported one. Runs of models that nobody listed that day stay out: about half of them, mostly
    settings and previews that were never sold under that name.
#}
with

runs as (

    select * from {{ ref("int_task_runs") }}

),

offers as (

    select * from {{ ref("int_offers_supported") }}

),

releases as (

    select * from {{ ref("int_model_releases") }}

),

ranked as (

    select
        runs.run_id,
        runs.suite,
        runs.agent_scaffold,
        runs.model_id,
        runs.variant,
        runs.cost_unit,
        runs.suite || '/' || coalesce(runs.suite_version, '') || '/' || runs.agent_scaffold || '/'
        || runs.source_id || '/' || runs.cost_unit as test_id,
        runs.cost_usd,
        offers.blended_usd_per_mtok as price_usd,
        runs.success_share,
        runs.run_date,
        releases.release_date,
        runs.fact_id as cost_fact_id,
        offers.fact_id as price_fact_id,
        greatest({{ evidence_rank("runs.evidence_class") }},
            {{ evidence_rank("offers.evidence_class") }}) as evidence_rank,
        row_number() over (
            partition by runs.run_id
            order by offers.is_first_party desc, offers.blended_usd_per_mtok, offers.offer_id
        ) as preference

    from runs

    inner join offers
        on runs.model_id = offers.model_id
        and offers.offer_start_date <= runs.run_date
        and (offers.offer_end_date is null or offers.offer_end_date > runs.run_date)
        and (offers.is_first_party or offers.supported_from_date <= runs.run_date)

    left join releases on runs.model_id = releases.model_id

)

select * from ranked where preference = 1
