{#
    M37: what the data say about a stated number.

    relation: case_id, stated_low, stated_high (null = open end), measured, interval_low,
        interval_high (both null = none), observations_count (1), minimum_observations (1),
        tolerance (0.25), testable (judgement: not to be tested), weakest_evidence (scenario: the
        measured value rests on an assumption; else null or a class of evidence).
    Gives one row a case: case_id, tested_low, tested_high (range after the tolerance), verdict
        (not_testable, insufficient_data, supported, supported_weakly, inconclusive,
        contradicted), reason.
    Rules: a single stated value (low = high) gets the tolerance on both sides. Inside the range:
        supported, weakly if the interval spans more than tenfold or touches zero. Outside, but the
        interval overlaps: inconclusive; else contradicted. Both ends open: insufficient_data. On a
        scenario nothing better than inconclusive.
#}
{% macro claim_verdict(relation) %}
with

claim_positions as (

    {{ claim_positions(relation) | indent(4) }}

),

claim_reasons as (

    select
        *,
        case
            when testable = 'judgement' then 'judgement'
            when measured is null then 'no_measurement'
            when coalesce(observations_count, 1) < coalesce(minimum_observations, 1)
                then 'too_few_observations'
            when stated_low is null and stated_high is null then 'no_stated_range'
            when is_inside and weakest_evidence = 'scenario' then 'scenario_input'
            when is_inside and touches_zero then 'interval_touches_zero'
            when is_inside and is_wide then 'interval_over_tenfold'
            when is_inside then 'inside'
            when is_overlapping then 'interval_overlaps'
            else 'outside'
        end as reason

    from claim_positions

)

select
    case_id,
    tested_low,
    tested_high,
    case
        when reason = 'judgement' then 'not_testable'
        when reason in ('no_measurement', 'too_few_observations', 'no_stated_range')
            then 'insufficient_data'
        when reason in ('scenario_input', 'interval_overlaps') then 'inconclusive'
        when reason in ('interval_touches_zero', 'interval_over_tenfold') then 'supported_weakly'
        when reason = 'inside' then 'supported'
        else 'contradicted'
    end as verdict,
    reason
from claim_reasons
{% endmacro %}
