{#
    Sum of doubles in a stated order. The sum of doubles depends on their order, and an engine that
    works in parallel has none; with it two builds give the same bytes.
    Engines without ordered aggregates add in the order they meet.
#}
{% macro ordered_sum(value, order_by) -%}
    {{ return(adapter.dispatch("ordered_sum")(value, order_by)) }}
{%- endmacro %}

{% macro default__ordered_sum(value, order_by) -%}
    sum({{ value }})
{%- endmacro %}

{% macro duckdb__ordered_sum(value, order_by) -%}
    sum({{ value }} order by {{ order_by }})
{%- endmacro %}
