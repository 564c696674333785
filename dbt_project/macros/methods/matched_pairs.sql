{#
    M06: the items priced in two adjacent periods.
    prices: case_id, item_id, period_number, price, quantity, spend.
#}
{% macro matched_pairs(prices) %}
select
    later.case_id,
    later.item_id,
    later.period_number,
    ln(later.price / earlier.price) as log_change,
    earlier.spend as spend_0,
    later.price * earlier.quantity as spend_0_at_new,
    earlier.price * later.quantity as spend_1_at_old,
    later.spend as spend_1

from {{ prices }} as later

inner join {{ prices }} as earlier
    on later.case_id = earlier.case_id
    and later.item_id = earlier.item_id
    and later.period_number = earlier.period_number + 1
{% endmacro %}
