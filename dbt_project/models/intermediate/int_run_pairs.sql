{#
    Pairs for M12: within one test (suite, its version, scaffold, source) the run of the model that
    was tried first, at a tie the one released first, and each run of another model.
#}
with

runs as (

    select * from {{ ref("int_priced_runs") }}

),

ordered as (

    select
        run_id,
        row_number() over (
            partition by test_id
            order by run_date, coalesce(release_date, run_date), cost_usd, run_id
        ) as place

    from runs

),

reference_runs as (

    select runs.run_id, runs.test_id, runs.model_id, runs.variant, runs.cost_usd, runs.price_usd,
        runs.success_share, runs.run_date, runs.cost_fact_id, runs.price_fact_id,
        runs.evidence_rank

    from runs

    inner join ordered on runs.run_id = ordered.run_id

    where ordered.place = 1

),

pairs as (

    select
        reference_runs.run_id || ' > ' || runs.run_id as case_id,
        runs.suite,
        runs.agent_scaffold,
        runs.cost_unit,
        reference_runs.model_id as first_model_id,
        runs.model_id as second_model_id,
        reference_runs.variant as first_variant,
        runs.variant as second_variant,
        reference_runs.cost_usd as first_cost_usd,
        runs.cost_usd as second_cost_usd,
        cast(null as double) as first_tokens,
        cast(null as double) as second_tokens,
        reference_runs.price_usd as first_price_usd,
        runs.price_usd as second_price_usd,
        reference_runs.success_share as first_success_share,
        runs.success_share as second_success_share,
        reference_runs.run_date as first_run_date,
        runs.run_date as second_run_date,
        reference_runs.cost_fact_id as first_cost_fact_id,
        runs.cost_fact_id as second_cost_fact_id,
        reference_runs.price_fact_id as first_price_fact_id,
        runs.price_fact_id as second_price_fact_id,
        greatest(reference_runs.evidence_rank, runs.evidence_rank) as evidence_rank

    from reference_runs

    inner join runs
        on reference_runs.test_id = runs.test_id and reference_runs.model_id <> runs.model_id

)

select * from pairs
