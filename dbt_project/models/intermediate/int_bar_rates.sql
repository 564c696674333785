{# M03 on every case and estimator. #}
with

points as (

    select fit_id as case_id, observed_date, price_usd from {{ ref("int_bar_fit_points") }}

),

fits as (

    select distinct case_id, estimator, fit_id from {{ ref("int_bar_fit_points") }}

),

cases as (

    select
        fit_id as case_id,
        {{ assumption("days_per_year") }} as days_per_year,
        {{ assumption("trend_ci") }} as confidence_level

    from fits

),

rates as (

    {{ log_linear_decline("points", "cases", ref("t_quantiles")) | indent(4) }}

),

named as (

    select
        fits.case_id as bar_case_id,
        fits.estimator,
        rates.case_id,
        rates.points_count,
        rates.slope_log10_per_year,
        rates.fold_per_year,
        rates.fold_low,
        rates.fold_high,
        rates.r2,
        rates.decline_share_per_year,
        rates.half_life_months,
        rates.fitted_first_price_usd,
        rates.span_years,
        rates.is_publishable,
        rates.first_date,
        rates.last_date,
        rates.flag

    from rates

    inner join fits on rates.case_id = fits.fit_id

)

select * from named
