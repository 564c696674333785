{# Value of an assumption, as set by the reader or else as in the seed; a scalar of the query. #}
{% macro assumption(key) -%}
    (select value from {{ ref("int_assumptions") }} where key = '{{ key }}')
{%- endmacro %}
