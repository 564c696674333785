{#
    M02 M03 on Epoch's own table: the bar is the score of a former best model, models above the cap
    of the test and reasoning models are left out, a year has 365 days.
#}
with

fits as (

    select * from {{ ref("stg_bundled__published_price_declines") }}

),

listings as (

    select * from {{ ref("int_published_points") }}

),

cases as (

    select
        benchmark || '/' || threshold_model_name as case_id,
        cast(bar as double) as bar_score,
        case when benchmark <> 'arena_elo' then 100.0 end as below_score,
        'running_min' as mode,
        cast(null as date) as as_of_date,
        365.0 as days_per_year,
        0.9 as confidence_level

    from fits

),

steps as (

    {{ envelope_steps("listings", "cases") | indent(4) }}

),

points as (

    select case_id, step_date as observed_date, price_usd from steps

),

rates as (

    {{ log_linear_decline("points", "cases", ref("t_quantiles")) | indent(4) }}

),

compared as (

    select
        rates.case_id,
        fits.benchmark,
        fits.threshold_model_name,
        cast(fits.bar as double) as bar_score,
        cast(rates.points_count as integer) as points_count,
        rates.fold_per_year,
        rates.fold_low as low_fold_per_year,
        rates.fold_high as high_fold_per_year,
        rates.span_years,
        fits.fold_per_year as published_fold_per_year,
        rates.fold_per_year / fits.fold_per_year as ours_over_published_x,
        rates.flag,
        fits.fact_id,
        'derived' as evidence_class

    from fits

    inner join rates on fits.benchmark || '/' || fits.threshold_model_name = rates.case_id

)

select * from compared
