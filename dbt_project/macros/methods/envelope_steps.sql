{#
    M02: the lowest price at which a bar of capability could be bought, as steps.

    listings: case_id, listing_id, valid_from_date, valid_to_date (exclusive, null = still valid),
        price_usd (any unit of money), score, is_left_censored (first day unknown: dated when seen).
    cases: case_id, bar_score (cleared at equality), below_score (null = none; a score at or above
        it is left out), mode (running_min: cheapest so far | available: cheapest on offer then),
        as_of_date (not used here: steps are not cut, so feed only listings up to the day wanted).
    Gives one row a step: case_id, step_number (from 1), listing_id, price_usd, score,
        is_left_censored, step_date. At most one step a day and case.
        available: the price may rise; a step without price and listing says that nothing was on
        offer from that day; a new cheapest listing at the same price is not a step.
    Ties: lower price, then higher score, then earlier date, then listing_id in byte order.
    Left-censored listings may not open an envelope; in later steps they are marked, and the caller
    leaves those out of fits. No step: the case has no row here (envelope_summary says no_data).
    Cost: grows with the listings, plus the distinct dates times sixteen (available).
    Source of running_min: https://github.com/epoch-research/llm-benchmark-efficiency (2025-03).
#}
{% macro envelope_steps(listings, cases) %}
with

running_steps as (

    {{ envelope_running_steps(listings, cases) | indent(4) }}

),

available_steps as (

    {{ envelope_available_steps(listings, cases) | indent(4) }}

),

all_steps as (

    select * from running_steps
    union all
    select * from available_steps

)

select
    case_id,
    row_number() over (partition by case_id order by step_date) as step_number,
    listing_id,
    price_usd,
    score,
    is_left_censored,
    step_date
from all_steps
{% endmacro %}
