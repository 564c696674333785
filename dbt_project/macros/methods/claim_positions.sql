{# M37: the stated range, and where the measured value lies to it. Columns as in claim_verdict. #}
{% macro claim_positions(relation) %}
with

claim_ranges as (

    select
        *,
        stated_low - case when stated_low = stated_high then tolerance * abs(stated_low) else 0 end
            as tested_low,
        stated_high + case when stated_low = stated_high then tolerance * abs(stated_low) else 0 end
            as tested_high

    from {{ relation }}

),

claim_positions as (

    select
        *,
        (tested_low is null or measured >= tested_low)
        and (tested_high is null or measured <= tested_high) as is_inside,
        (tested_low is null or coalesce(interval_high, measured) >= tested_low)
        and (tested_high is null or coalesce(interval_low, measured) <= tested_high)
            as is_overlapping,
        coalesce(interval_low <= 0 and interval_high >= 0, false) as touches_zero,
        coalesce(
            greatest(abs(interval_low), abs(interval_high))
            > 10 * least(abs(interval_low), abs(interval_high)),
            false
        ) as is_wide

    from claim_ranges

)

select * from claim_positions
{% endmacro %}
