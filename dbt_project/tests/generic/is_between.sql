{#
    Fails for each row whose value lies outside low and high, both allowed; null passes, an absent
    bound is open.
#}
{% test is_between(model, column_name, low=none, high=none) %}

{%- set bounds = [] -%}
{%- if low is not none -%}
    {%- do bounds.append(column_name ~ " < " ~ ("'" ~ low ~ "'" if low is string else low)) -%}
{%- endif -%}
{%- if high is not none -%}
    {%- do bounds.append(column_name ~ " > " ~ ("'" ~ high ~ "'" if high is string else high)) -%}
{%- endif -%}
{%- if not bounds -%}
    {{ exceptions.raise_compiler_error("is_between on " ~ column_name ~ ": expected low or high") }}
{%- endif %}

select {{ column_name }}

from {{ model }}

where {{ bounds | join(" or ") }}

{% endtest %}
