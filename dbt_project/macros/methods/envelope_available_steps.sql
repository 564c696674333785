{#
    M02, mode available: a step on each day on which the lowest price on offer changes.
    Days on which no offer begins or ends cannot change it, so only those days are numbered.
#}
{% macro envelope_available_steps(listings, cases) %}
with

available_openings as (

    {{ envelope_openings(listings, cases) | indent(4) }}

),

available_offers as (

    {{ available_offers(listings, cases, "available_openings") | indent(4) }}

),

available_days as (

    {{ available_days("available_offers") | indent(4) }}

),

available_lows as (

    {{ lowest_on_each_day("available_offers", "available_days") | indent(4) }}

),

available_changes as (

    select
        available_lows.*,
        cases.bar_score,
        cases.below_score,
        lag(price_usd) over (
            partition by available_lows.case_id order by day_number
        ) as price_before_usd

    from available_lows

    inner join {{ cases }} as cases on available_lows.case_id = cases.case_id

),

new_prices as (

    select * from available_changes
    where price_usd is distinct from price_before_usd

),

named_prices as (

    {{ named_prices(listings, "new_prices") | indent(4) }}

)

select case_id, listing_id, price_usd, score, is_left_censored, step_date
from named_prices
where preference = 1
{% endmacro %}
