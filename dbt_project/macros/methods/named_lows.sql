{# M02: names for the days of a new low. The listings are read again for these few days. #}
{% macro named_lows(listings, steps) %}
select
    new_lows.case_id,
    listings.listing_id,
    new_lows.price_usd,
    listings.score,
    coalesce(listings.is_left_censored, false) as is_left_censored,
    new_lows.valid_from_date as step_date,
    row_number() over (
        partition by new_lows.case_id, new_lows.valid_from_date
        order by listings.score desc, listings.listing_id
    ) as preference

from {{ listings }} as listings

inner join {{ steps }} as new_lows
    on listings.case_id = new_lows.case_id
    and listings.valid_from_date = new_lows.valid_from_date
    and listings.price_usd = new_lows.price_usd

where {{ envelope_is_eligible(cases="new_lows") }}
    and {{ envelope_is_after_opening("new_lows") }}
{% endmacro %}
