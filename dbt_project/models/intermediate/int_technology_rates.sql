{# M03 on every window of every technology. #}
with

points as (

    select case_id, observed_date, price_usd from {{ ref("int_technology_windows") }}

),

cases as (

    select distinct
        case_id,
        {{ assumption("days_per_year") }} as days_per_year,
        {{ assumption("trend_ci") }} as confidence_level

    from points

),

rates as (

    {{ log_linear_decline("points", "cases", ref("t_quantiles")) | indent(4) }}

)

select * from rates
