{#
    True for rows that could be known on the day of the view. Today's view keeps rows without a
    known date; a view of a past day leaves them out (they are counted in marts.as_of_exclusions).
#}
{% macro is_known(column="known_from_date") -%}
    {%- if var("is_as_of_view") -%}
        {{ column }} <= {{ as_of_date() }}
    {%- else -%}
        ({{ column }} is null or {{ column }} <= {{ as_of_date() }})
    {%- endif -%}
{%- endmacro %}

{# The day of the view as a date. #}
{% macro as_of_date() -%}
    cast('{{ var("as_of_date") }}' as date)
{%- endmacro %}
