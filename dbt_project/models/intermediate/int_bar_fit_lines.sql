{#
    Fitted line of the base case with the band of its mean, at the first of each month and at both
    ends: what a chart draws. Standard formula of the mean response in simple regression.
#}
with

points as (

    select
        case_id,
        log10(price_usd) as log_price,
        date_diff('day', min(observed_date) over (partition by case_id), observed_date)
            / {{ assumption("days_per_year") }} as years,
        min(observed_date) over (partition by case_id) as first_date,
        max(observed_date) over (partition by case_id) as last_date

    from {{ ref("int_bar_fit_points") }}

    where estimator = 'steps' and case_id like '%/base'

),

moments as (

    select
        case_id,
        count(*) as points_count,
        avg(years) as mean_years,
        avg(log_price) as mean_log,
        regr_slope(log_price, years) as slope,
        regr_sxx(log_price, years) as sxx,
        regr_syy(log_price, years) - regr_slope(log_price, years) ** 2 * regr_sxx(log_price, years)
            as residual_sum,
        min(first_date) as first_date,
        max(last_date) as last_date

    from points

    group by case_id

),

days as (

    select
        moments.*,
        cast(moments.first_date + cast(steps.range as integer) as date) as line_date

    from moments

    inner join range(0, 4000, 15) as steps
        on steps.range <= date_diff('day', moments.first_date, moments.last_date)

    where moments.points_count >= 4

),

lines as (

    select
        days.case_id,
        days.line_date,
        days.mean_log + days.slope
        * (date_diff('day', days.first_date, days.line_date) / {{ assumption("days_per_year") }}
        - days.mean_years) as log_middle,
        quantiles.q95 * sqrt(
            greatest(days.residual_sum, 0) / (days.points_count - 2)
            * (1.0 / days.points_count + (
                date_diff('day', days.first_date, days.line_date)
                / {{ assumption("days_per_year") }} - days.mean_years
            ) ** 2 / days.sxx)
        ) as log_half

    from days

    inner join {{ ref("t_quantiles") }} as quantiles on days.points_count - 2 = quantiles.df

)

select
    case_id,
    power(10, log_middle) as middle_usd,
    power(10, log_middle - log_half) as low_usd,
    power(10, log_middle + log_half) as high_usd,
    line_date

from lines
