{# M02 on cost per task in place of price per token. #}
with

bars as (

    select * from {{ ref("task_cost_bars") }}

),

runs as (

    select * from {{ ref("int_task_runs") }} where cost_unit = 'task'

),

cases as (

    select
        case_id,
        success_bar_share as bar_score,
        cast(null as double) as below_score,
        'running_min' as mode,
        {{ as_of_date() }} as as_of_date

    from bars

),

listings as (

    select
        bars.case_id,
        runs.run_id as listing_id,
        runs.cost_usd as price_usd,
        runs.success_share as score,
        false as is_left_censored,
        runs.run_date as valid_from_date,
        cast(null as date) as valid_to_date

    from bars

    inner join runs
        on bars.suite = runs.suite
        and bars.source_id = runs.source_id
        and runs.agent_scaffold like bars.scaffold_pattern

),

steps as (

    {{ envelope_steps("listings", "cases") | indent(4) }}

),

traced as (

    select
        steps.case_id,
        bars.suite,
        bars.scaffold_family,
        runs.model_id,
        runs.variant,
        cast(steps.step_number as integer) as step_number,
        bars.success_bar_share,
        steps.price_usd as cost_usd_per_task,
        steps.score as success_share,
        steps.step_date,
        runs.fact_id as cost_fact_id,
        {{ weakest_evidence(["runs.evidence_class"]) }} as evidence_class

    from steps

    inner join bars on steps.case_id = bars.case_id

    inner join runs on steps.listing_id = runs.run_id

)

select * from traced
