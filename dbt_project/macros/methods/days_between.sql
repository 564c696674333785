{# Whole days from the first date to the second, negative if the second is earlier. #}
{% macro days_between(first_date, second_date) -%}
    {{ dbt.datediff(first_date, second_date, "day") }}
{%- endmacro %}

{# Months of 365.25 / 12 days between two dates. #}
{% macro months_between_dates(first_date, second_date) -%}
    {{ days_between(first_date, second_date) }} / (365.25 / 12)
{%- endmacro %}
