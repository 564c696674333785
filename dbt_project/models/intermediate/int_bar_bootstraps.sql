{# M05 beside the t interval, for the base case of each bar. #}
with

points as (

    select fit_id as case_id, point_number, observed_date, price_usd

    from {{ ref("int_bar_fit_points") }}

    where estimator = 'steps' and case_id like '%/base'

),

sizes as (

    select case_id, count(*) as points_count from points group by case_id

),

resamples as (

    select sizes.case_id, draws.resample_number, draws.point_number

    from sizes

    inner join {{ ref("int_bootstrap_draws") }} as draws on sizes.points_count = draws.points_count

),

cases as (

    select
        case_id,
        {{ assumption("days_per_year") }} as days_per_year,
        {{ assumption("trend_ci") }} as confidence_level

    from sizes

),

bootstraps as (

    {{ bootstrap_decline("points", "resamples", "cases") | indent(4) }}

)

select * from bootstraps
