{#
    The lowest price among the offers valid on each day.

    offers: case_id, start_date, end_date (exclusive, null = open), price_usd.
    days: case_id, event_date, day_number (from 1), days_count; holds every start and end.
    Gives one row a day: case_id, event_date, day_number, price_usd (null = nothing on offer).

    A span of days is covered by two blocks as long as the largest power of two that fits. Each
    offer goes into its two blocks; then every block hands its minimum down to its two halves, until
    the blocks are single days. So the work grows with offers + days x levels, however long the
    offers run. Sixteen levels hold 65,536 distinct dates a case.
#}
{% macro lowest_on_each_day(offers, days) %}
{%- set levels = 16 -%}
with

offer_spans as (

    select
        offers.case_id,
        offers.price_usd,
        first_days.day_number as first_number,
        coalesce(end_days.day_number, first_days.days_count + 1) as end_number

    from {{ offers }} as offers

    inner join {{ days }} as first_days
        on offers.case_id = first_days.case_id and offers.start_date = first_days.event_date

    left join {{ days }} as end_days
        on offers.case_id = end_days.case_id and offers.end_date = end_days.event_date

),

offer_blocks as (

    select
        *,
        case
            {% for level in range(levels - 1, 0, -1) -%}
            when end_number - first_number >= {{ 2 ** level }} then {{ 2 ** level }}
            {% endfor -%}
            else 1
        end as days_covered

    from offer_spans

),

block_lows as (

    select case_id, days_covered, first_number as day_number, price_usd from offer_blocks
    union all
    select case_id, days_covered, end_number - days_covered, price_usd from offer_blocks

),

{% for level in range(levels - 1, -1, -1) -%}
{{ block_level(2 ** level, is_top=loop.first) }},

{% endfor -%}
day_lows as (

    select days.case_id, days.event_date, days.day_number, block_lows_1.price_usd
    from {{ days }} as days
    left join block_lows_1
        on days.case_id = block_lows_1.case_id and days.day_number = block_lows_1.day_number

)

select * from day_lows
{% endmacro %}
