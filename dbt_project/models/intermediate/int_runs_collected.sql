{#
    Runs of tests with what they cost, from both tables of runs. A run that both tables tell of
    (same test, same source) is taken from the agents' one. Cost is per task where the source
    divides it, else of the whole suite; the two are never compared.
#}
with

agent_runs as (

    select * from {{ ref("stg_bundled__agent_runs") }}

),

evaluation_runs as (

    select * from {{ ref("stg_bundled__evaluation_runs") }}

),

told_twice as (

    select distinct benchmark, source_id from agent_runs

),

collected as (

    select
        run_id, benchmark as suite, source_version as suite_version, agent_scaffold, model_id,
        variant, 'task' as cost_unit, cast(cost_usd_per_task as double) as cost_usd,
        success_share, run_date, fact_id, source_id, evidence_class

    from agent_runs

    union all

    select
        run_id, suite, suite_version, agent_scaffold, model_id, variant,
        case when coalesce(cost_usd_per_item, total_cost_usd / item_count) is null
            then 'suite' else 'task' end as cost_unit,
        cast(coalesce(cost_usd_per_item, total_cost_usd / item_count, total_cost_usd) as double)
            as cost_usd,
        score_share as success_share, run_date, fact_id, evaluation_runs.source_id, evidence_class

    from evaluation_runs

    left join told_twice
        on evaluation_runs.suite = told_twice.benchmark
        and evaluation_runs.source_id = told_twice.source_id

    where told_twice.benchmark is null

)

select * from collected where cost_usd > 0 and run_date is not null and model_id is not null
