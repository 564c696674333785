{#
    Fitted line of the base case with the band of its mean, every 15 days from the first point on:
    what a chart draws. Standard formula of the mean response in simple regression.
#}
with

moments as (

    select * from {{ ref("int_bar_fit_moments") }} where points_count >= 4

),

days as (

    select
        moments.case_id,
        steps.range / {{ assumption("days_per_year") }} - moments.mean_years as years_from_mean,
        cast(moments.first_date + cast(steps.range as integer) as date) as line_date

    from moments

    inner join range(0, 4000, 15) as steps
        on steps.range <= date_diff('day', moments.first_date, moments.last_date)

),

lines as (

    select
        days.case_id,
        days.line_date,
        moments.mean_log_price + moments.slope * days.years_from_mean as log_middle,
        quantiles.q95 * sqrt(
            greatest(moments.residual_square_sum, 0) / (moments.points_count - 2)
            * (
                1.0 / moments.points_count
                + days.years_from_mean ** 2 / moments.years_square_sum
            )
        ) as log_half

    from days

    inner join moments on days.case_id = moments.case_id

    inner join {{ ref("t_quantiles") }} as quantiles on moments.points_count - 2 = quantiles.df

),

priced as (

    select
        case_id,
        power(10, log_middle) as middle_usd,
        power(10, log_middle - log_half) as low_usd,
        power(10, log_middle + log_half) as high_usd,
        line_date

    from lines

)

select * from priced
