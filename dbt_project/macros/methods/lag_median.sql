{#
    M13: median lag by Kaplan-Meier, so that records not yet reached count for what they say: at
    least so long. The median is the first lag by which half or more have been reached.

    lags: case_id, lag_days, is_censored. cases: case_id.
    Gives one row a case: case_id, records_count, censored_count, median_days, median_months
        (of 365.25 / 12 days), flag.
    Edges: no_data without a record; median_not_reached.
#}
{% macro lag_median(lags, cases) %}
with

lag_counts as (

    select
        case_id,
        lag_days,
        count(*) as ended_count,
        sum(case when is_censored then 0 else 1 end) as reached_count

    from {{ lags }}

    group by case_id, lag_days

),

lag_survivals as (

    {{ lag_survivals("lag_counts") | indent(4) }}

),

lag_medians as (

    select case_id, min(lag_days) as median_days
    from lag_survivals
    {# one half, with room for the rounding of logarithms #}
    where reached_count > 0 and (is_over or log_survival <= ln(0.5) + 1e-12)
    group by case_id

),

lag_totals as (

    select
        case_id,
        count(*) as records_count,
        sum(case when is_censored then 1 else 0 end) as censored_count

    from {{ lags }}
    group by case_id

)

select
    cases.case_id,
    coalesce(records_count, 0) as records_count,
    coalesce(censored_count, 0) as censored_count,
    median_days,
    median_days / (365.25 / 12) as median_months,
    case
        when records_count is null then 'no_data'
        when median_days is null then 'median_not_reached'
    end as flag
from {{ cases }} as cases
left join lag_totals on cases.case_id = lag_totals.case_id
left join lag_medians on cases.case_id = lag_medians.case_id
{% endmacro %}
