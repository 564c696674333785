{#
    Logit of a score after what guessing would give is taken off, for the features of M07. Held
    between 0.5 and 99.5 percent, because the logit has no value at 0 and 1. Without a
    score there is none: greatest() alone would skip the null and answer the lower bound.
#}
{% macro score_logit(score) -%}
    {%- set above_chance -%}
        ({{ score }} - {{ assumption("mcq_chance") }}) / (1 - {{ assumption("mcq_chance") }})
    {%- endset -%}
    {%- set held = "least(greatest(" ~ above_chance ~ ", 0.005), 0.995)" -%}
    case when {{ score }} is not null then ln({{ held }} / (1 - {{ held }})) end
{%- endmacro %}
