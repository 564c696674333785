{#
    The columns of a bundled table with the types of its contract (the `sources:` entry beside the
    staging model). Raw keeps the text as typed; the loader has already refused what does not cast.
#}
{% macro typed_columns(table) -%}
    {%- if execute -%}
        {%- set node = graph.sources["source.ai_economics.bundled." ~ table] -%}
        fact_id,
        cast(raw_line as integer) as raw_line
        {%- for column in node.columns.values() %},
        {%- if column.data_type == "text" %}
        {{ column.name }}
        {%- else %}
        cast({{ column.name }} as {{ column.data_type }}) as {{ column.name }}
        {%- endif -%}
        {%- endfor -%}
    {%- else -%}*{%- endif -%}
{%- endmacro %}
