{# M13: each new record of a closed model, and the days until an open one stood there. #}
with

scores as (

    select * from {{ ref("int_lag_scores") }}

),

closed_scores as (

    select case_id, observed_date, score from scores where not is_open_weights

),

open_scores as (

    select case_id, observed_date, score from scores where is_open_weights

),

cases as (

    select
        lag_cases.case_id,
        lag_cases.match_tolerance,
        max(scores.last_score_date) as as_of_date

    from {{ ref("lag_cases") }} as lag_cases

    inner join scores on lag_cases.case_id = scores.case_id

    group by lag_cases.case_id, lag_cases.match_tolerance

),

lags as (

    {{ catch_up_lags("closed_scores", "open_scores", "cases") | indent(4) }}

)

select * from lags
