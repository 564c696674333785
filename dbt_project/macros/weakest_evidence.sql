{#
    The weakest of several classes of evidence. A number computed from reported ones is derived at
    best. Nulls (nothing of that kind behind the number) do not count.
#}
{% macro weakest_evidence(classes) -%}
    {%- set ranks = [] -%}
    {%- for class in classes -%}
        {%- do ranks.append("coalesce(" ~ evidence_rank(class) ~ ", 0)") -%}
    {%- endfor -%}
    {{ evidence_of_rank("greatest(2, " ~ ranks | join(", ") ~ ")") }}
{%- endmacro %}

{# Place of a class among the classes, best first; for greatest and max. #}
{% macro evidence_rank(class) -%}
    case {{ class }}
        when 'reported' then 1 when 'derived' then 2 when 'press' then 3
        when 'estimated' then 4 when 'scenario' then 5
    end
{%- endmacro %}

{# The class at a place; derived for places 1 and 2, because the number is computed. #}
{% macro evidence_of_rank(rank) -%}
    case {{ rank }}
        when 1 then 'derived' when 2 then 'derived' when 3 then 'press'
        when 4 then 'estimated' when 5 then 'scenario'
    end
{%- endmacro %}
