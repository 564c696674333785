{# Parts of envelope_available_steps. #}

{#
    The eligible offers, equal ones in one row: case_id, start_date, end_date (null = open),
    price_usd.
    An offer whose first day is unknown counts from the day on which the envelope opens.
#}
{% macro available_offers(listings, cases, openings) %}
with

clipped_offers as (

    select
        cases.case_id,
        greatest(listings.valid_from_date, openings.opening_date) as start_date,
        listings.valid_to_date as end_date,
        min(listings.price_usd) as price_usd

    from {{ cases }} as cases

    inner join {{ openings }} as openings on cases.case_id = openings.case_id

    inner join {{ listings }} as listings on cases.case_id = listings.case_id

    where cases.mode = 'available' and {{ envelope_is_eligible() }}

    group by
        cases.case_id,
        greatest(listings.valid_from_date, openings.opening_date),
        listings.valid_to_date

)

select * from clipped_offers
where end_date is null or start_date < end_date
{% endmacro %}

{# The days on which an offer begins or ends, numbered from 1 within the case. #}
{% macro available_days(offers) %}
with

event_dates as (

    select case_id, start_date as event_date from {{ offers }}
    union
    select case_id, end_date as event_date from {{ offers }} where end_date is not null

)

select
    case_id,
    event_date,
    row_number() over (partition by case_id order by event_date) as day_number,
    count(*) over (partition by case_id) as days_count
from event_dates
{% endmacro %}
