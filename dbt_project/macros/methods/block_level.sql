{# One level: minima put in at this length, and those handed down by blocks twice as long. #}
{% macro block_level(length, is_top) -%}
block_lows_{{ length }} as (

    select case_id, day_number, min(price_usd) as price_usd
    from (
        select case_id, day_number, price_usd from block_lows where days_covered = {{ length }}
        {%- if not is_top %}
        union all
        select case_id, day_number + half as day_number, price_usd
        from block_lows_{{ 2 * length }}
        cross join (select 0 as half union all select {{ length }} as half) as halves
        {%- endif %}
    ) as level_lows
    group by case_id, day_number

)
{%- endmacro %}
