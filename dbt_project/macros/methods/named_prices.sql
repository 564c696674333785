{# M02: names for the days of a new lowest offer. None where nothing is on offer. #}
{% macro named_prices(listings, steps) %}
select
    new_prices.case_id,
    listings.listing_id,
    new_prices.price_usd,
    listings.score,
    coalesce(listings.is_left_censored, false) as is_left_censored,
    new_prices.event_date as step_date,
    row_number() over (
        partition by new_prices.case_id, new_prices.event_date
        order by listings.score desc, listings.valid_from_date, listings.listing_id
    ) as preference

from {{ steps }} as new_prices

left join {{ listings }} as listings
    on new_prices.case_id = listings.case_id
    and new_prices.price_usd = listings.price_usd
    and new_prices.event_date >= listings.valid_from_date
    and (new_prices.event_date < listings.valid_to_date or listings.valid_to_date is null)
    and {{ envelope_is_eligible(cases="new_prices") }}
{% endmacro %}
