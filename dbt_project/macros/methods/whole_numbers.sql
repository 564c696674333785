{# One row a whole number from 0 to 10^digits - 1, column `number`. #}
{% macro whole_numbers(digits) -%}
    select
        {% for place in range(digits) -%}
        {{ " + " if not loop.first }}{{ 10 ** place }} * digits_{{ place }}.digit
        {%- endfor %} as number
    from ({{ digits_of_ten() }}) as digits_0
    {%- for place in range(1, digits) %}
    cross join ({{ digits_of_ten() }}) as digits_{{ place }}
    {%- endfor %}
{%- endmacro %}

{% macro digits_of_ten() -%}
    {%- for digit in range(10) -%}
    {{ " union all " if not loop.first }}select {{ digit }}{{ " as digit" if loop.first }}
    {%- endfor -%}
{%- endmacro %}
