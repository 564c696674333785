{#
    The formulas of M06 over the matched pairs of a case and period. A formula whose sums are 0, or
    whose quantities are unknown, is null. tornqvist: half the mean log change weighted by the
    spending before, half by the spending after.
    pairs: case_id, item_id, period_number, log_change, spend_0, spend_0_at_new, spend_1_at_old,
        spend_1.
#}
{% macro matched_model_sums(pairs) %}
with

pair_sums as (

    select
        case_id,
        period_number,
        count(*) as matched_count,
        {{ ordered_sum("log_change", "item_id") }} as log_change,
        {% for column in ["spend_0", "spend_0_at_new", "spend_1_at_old", "spend_1"] -%}
        nullif({{ ordered_sum(column, "item_id") }}, 0) as {{ column }},
        {% endfor -%}
        {{ ordered_sum("spend_0 * log_change", "item_id") }} as log_change_0,
        {{ ordered_sum("spend_1 * log_change", "item_id") }} as log_change_1

    from {{ pairs }}

    group by case_id, period_number

)

select
    case_id,
    period_number,
    matched_count,
    spend_1 as matched_spend,
    exp(log_change / matched_count) as jevons,
    spend_0_at_new / spend_0 as laspeyres,
    spend_1 / spend_1_at_old as paasche,
    exp((log_change_0 / spend_0 + log_change_1 / spend_1) / 2) as tornqvist
from pair_sums
{% endmacro %}
