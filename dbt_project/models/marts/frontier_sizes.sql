{# M02 on parameters. #}
with

listings as (

    select * from {{ ref("int_size_listings") }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

cases as (

    select distinct
        case_id,
        bar_score,
        cast(null as double) as below_score,
        'running_min' as mode,
        {{ as_of_date() }} as as_of_date

    from listings

),

steps as (

    {{ envelope_steps("listings", "cases") | indent(4) }}

),

traced as (

    select
        steps.case_id,
        listings.bar_id,
        bars.benchmark,
        bars.bar_name,
        bars.bar_label,
        listings.measure,
        listings.model_id,
        cast(steps.step_number as integer) as step_number,
        cast(steps.price_usd as bigint) as smallest_params,
        steps.score,
        steps.step_date,
        listings.params_fact_id,
        listings.score_fact_id,
        {{ evidence_of_rank("listings.evidence_rank") }} as evidence_class

    from steps

    inner join listings
        on steps.case_id = listings.case_id and steps.listing_id = listings.listing_id

    inner join bars on listings.bar_id = bars.bar_id

)

select * from traced
