{#
    Rates of fall, one a bar and set: the rate that may be quoted, the lower of the fit over new
    lows and the fit over months (idle time counts). Median and 10th to 90th percentile over bars.
#}
with

rates as (

    select * from {{ ref("int_bar_rates") }} where bar_case_id like '%/base'

),

by_bar as (

    select
        bar_case_id,
        max(case when estimator = 'steps' then fold_per_year end) as steps_fold,
        max(case when estimator = 'month' then fold_per_year end) as month_fold,
        max(
            case
                when estimator = 'steps' and is_publishable
                    and points_count >= {{ assumption("min_lows_quoted") }}
                    and span_years >= {{ assumption("min_span_quoted") }} then 1
                else 0
            end
        ) as is_quoted

    from rates

    group by bar_case_id

),

folds as (

    select 'base' as case_id, least(steps_fold, coalesce(month_fold, steps_fold)) as value
    from by_bar
    where is_quoted = 1

),

cases as (

    select 'base' as case_id, 0.8 as confidence_level

),

quantiles as (

    {{ quantiles_by_case("folds", "cases") | indent(4) }}

)

select * from quantiles
