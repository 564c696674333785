{#
    M13: days until an open-weights model reaches each new record of a closed one.

    closed, open: case_id, observed_date, score (null scores and dates are skipped, and dates after
        as_of_date).
    cases: case_id, as_of_date (null: the last date seen), match_tolerance (0; points of score by
        which an open model may be short).
    Gives one row a case and strict new record: case_id, record_number (from 1), record_score,
        lag_days (0 if an open model was there before; days so far if censored), is_censored (not
        reached by as_of_date), record_date, matched_date.
    A case without a closed score has no row (lag_median says no_data).
    Compare: https://epoch.ai/data-insights/open-weights-vs-closed-weights-models (2025-10).
#}
{% macro catch_up_lags(closed, open, cases) %}
with

last_days as (

    select
        cases.case_id,
        cases.match_tolerance,
        coalesce(cases.as_of_date, max(observed_date)) as last_date
    from {{ cases }} as cases
    left join (
        select case_id, observed_date from {{ closed }}
        union all
        select case_id, observed_date from {{ open }}
    ) as all_scores on cases.case_id = all_scores.case_id
    group by cases.case_id, cases.match_tolerance, cases.as_of_date

),

closed_records as (

    {{ score_records(closed, "last_days") | indent(4) }}

),

open_records as (

    {{ score_records(open, "last_days") | indent(4) }}

),

record_matches as (

    select
        closed_records.case_id,
        closed_records.score,
        closed_records.observed_date,
        last_days.last_date,
        min(open_records.observed_date) as matched_date

    from closed_records

    inner join last_days on closed_records.case_id = last_days.case_id

    left join open_records
        on closed_records.case_id = open_records.case_id
        and open_records.score >= closed_records.score - last_days.match_tolerance

    group by
        closed_records.case_id,
        closed_records.score,
        closed_records.observed_date,
        last_days.last_date

)

select
    case_id,
    row_number() over (partition by case_id order by observed_date) as record_number,
    score as record_score,
    greatest({{ days_between("observed_date", "coalesce(matched_date, last_date)") }}, 0)
        as lag_days,
    matched_date is null as is_censored,
    observed_date as record_date,
    matched_date
from record_matches
{% endmacro %}
