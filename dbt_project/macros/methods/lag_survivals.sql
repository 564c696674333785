{#
    Kaplan-Meier survival of lags: case_id, lag_days, reached_count, is_over, log_survival (log of
    the share not yet reached after lag_days).
    counts: case_id, lag_days, ended_count, reached_count.
#}
{% macro lag_survivals(counts) %}
with

lag_risks as (

    select
        *,
        sum(ended_count) over (
            partition by case_id order by lag_days desc
            rows between unbounded preceding and current row
        ) as open_count

    from {{ counts }}

),

lag_survivals as (

    select
        case_id,
        lag_days,
        reached_count,
        {# once all that are left are reached, survival is 0 and stays 0 #}
        max(case when reached_count = open_count then 1 else 0 end) over lags_so_far = 1 as is_over,
        sum(
            case
                when reached_count < open_count
                    then ln(1 - cast(reached_count as double) / open_count)
            end
        ) over lags_so_far as log_survival

    from lag_risks

    window lags_so_far as (
        partition by case_id order by lag_days rows between unbounded preceding and current row
    )

)

select * from lag_survivals
{% endmacro %}
