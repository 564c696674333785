{#
    Points of M03 by estimator: `steps` (days with a new low), `month` (the same path on the first
    of each month, so that idle time counts) and `without_first` (the opening price left out,
    because the day a record model sets the bar is chosen for its price). Steps whose first day is
    not known are no points of a fit.
#}
with

steps as (

    select * from {{ ref("int_bar_steps") }} where price_usd is not null

),

cases as (

    select * from {{ ref("int_bar_cases") }}

),

grid_steps as (

    select case_id, offer_id as listing_id, price_usd, step_date from steps

),

grid as (

    {{ envelope_grid("grid_steps", "cases") | indent(4) }}

),

points as (

    select case_id, 'steps' as estimator, step_date as observed_date, price_usd
    from steps
    where not is_left_censored

    union all

    select case_id, 'without_first' as estimator, step_date as observed_date, price_usd
    from steps
    where not is_left_censored and step_number > 1

    union all

    select case_id, 'month' as estimator, grid_date as observed_date, price_usd
    from grid
    where price_usd is not null

),

numbered as (

    select
        case_id,
        estimator,
        case_id || '/' || estimator as fit_id,
        row_number() over (partition by case_id, estimator order by observed_date) - 1
            as point_number,
        price_usd,
        observed_date

    from points

)

select * from numbered
