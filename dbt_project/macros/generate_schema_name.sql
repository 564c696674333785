{# One schema a folder, named as the folder: marts.model_prices, never main_marts.model_prices. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name | trim if custom_schema_name else target.schema }}
{%- endmacro %}
