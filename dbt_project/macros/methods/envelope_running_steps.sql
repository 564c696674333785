{# M02, mode running_min: a step on each day with a price strictly below all before it. #}
{% macro envelope_running_steps(listings, cases) %}
with

running_openings as (

    {{ envelope_openings(listings, cases) | indent(4) }}

),

daily_prices as (

    select
        cases.case_id,
        cases.bar_score,
        cases.below_score,
        running_openings.opening_date,
        listings.valid_from_date,
        min(listings.price_usd) as price_usd

    from {{ cases }} as cases

    inner join running_openings on cases.case_id = running_openings.case_id

    inner join {{ listings }} as listings on cases.case_id = listings.case_id

    where cases.mode = 'running_min'
        and {{ envelope_is_eligible() }}
        and {{ envelope_is_after_opening("running_openings") }}

    group by
        cases.case_id,
        cases.bar_score,
        cases.below_score,
        running_openings.opening_date,
        listings.valid_from_date

),

daily_lows as (

    select
        *,
        min(price_usd) over (
            partition by case_id order by valid_from_date
            rows between unbounded preceding and 1 preceding
        ) as low_before_usd

    from daily_prices

),

new_lows as (

    select * from daily_lows
    where low_before_usd is null or price_usd < low_before_usd

),

named_lows as (

    {{ named_lows(listings, "new_lows") | indent(4) }}

)

select case_id, listing_id, price_usd, score, is_left_censored, step_date
from named_lows
where preference = 1
{% endmacro %}
