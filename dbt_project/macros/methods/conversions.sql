{#
    Conventions of the price methods. fold = factor by which a price falls in a year.
    All of them take an expression and give an expression of type double.
#}

{# Share by which a price falls in a year: 1 - 1/fold. #}
{% macro decline_share(fold) -%}
    1 - 1 / {{ fold }}
{%- endmacro %}

{# Months until the price has halved; null unless it falls. #}
{% macro half_life_months(fold) -%}
    case when {{ fold }} > 1 then 12 * ln(2) / ln({{ fold }}) end
{%- endmacro %}

{# Years until the price is a tenth; null unless it falls. #}
{% macro years_to_tenth(fold) -%}
    case when {{ fold }} > 1 then ln(10) / ln({{ fold }}) end
{%- endmacro %}

{# Ten to a power; null where a double cannot hold it. #}
{% macro power_of_ten(exponent) -%}
    case when abs({{ exponent }}) < 300 then power(10, {{ exponent }}) end
{%- endmacro %}

{# Input and output price in one, by default three tokens read for one written. #}
{% macro blended_price(input_price, output_price, input_weight=3, output_weight=1) -%}
    (
        ({{ input_weight }} * {{ input_price }} + {{ output_weight }} * {{ output_price }})
        / nullif({{ input_weight }} + {{ output_weight }}, 0)
    )
{%- endmacro %}
