{# Points of M08: days with a new low in the base case of each bar, time in decimal years. #}
with

points as (

    select
        case_id,
        2000 + date_diff('day', date '2000-01-01', observed_date) / 365.25 as observed_years,
        price_usd

    from {{ ref("int_bar_fit_points") }}

    where estimator = 'steps' and case_id like '%/base'

)

select * from points
