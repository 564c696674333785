{# Sums of the regression of the base case of each bar, for the band of its line. #}
with

points as (

    select
        case_id,
        log10(price_usd) as log_price,
        date_diff('day', min(observed_date) over (partition by case_id), observed_date)
            / {{ assumption("days_per_year") }} as years,
        observed_date

    from {{ ref("int_bar_fit_points") }}

    where estimator = 'steps' and case_id like '%/base'

),

moments as (

    select
        case_id,
        count(*) as points_count,
        avg(years) as mean_years,
        avg(log_price) as mean_log_price,
        regr_slope(log_price, years) as slope,
        regr_sxx(log_price, years) as years_square_sum,
        regr_syy(log_price, years) - regr_slope(log_price, years) ** 2 * regr_sxx(log_price, years)
            as residual_square_sum,
        min(observed_date) as first_date,
        max(observed_date) as last_date

    from points

    group by case_id

)

select * from moments
