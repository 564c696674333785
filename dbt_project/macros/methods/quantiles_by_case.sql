{#
    Low, median and high quantile of a column, with linear interpolation (type 7), each case at its
    own confidence level: 0.90 gives the 5th and the 95th percentile.

    relation: case_id, value. cases: case_id, confidence_level.
    Gives one row a case with values: case_id, values_count, value_low, value_median, value_high.
#}
{% macro quantiles_by_case(relation, cases) %}
with

ranked_values as (

    select
        case_id,
        value,
        row_number() over (partition by case_id order by value) - 1 as value_rank,
        count(*) over (partition by case_id) as values_count

    from {{ relation }}

),

wanted_ranks as (

    select
        ranked_values.case_id,
        value,
        value_rank,
        values_count,
        (values_count - 1) * (1 - cast(confidence_level as double)) / 2 as low_rank,
        (values_count - 1) * 0.5 as median_rank,
        (values_count - 1) * (1 + cast(confidence_level as double)) / 2 as high_rank

    from ranked_values

    inner join {{ cases }} as cases on ranked_values.case_id = cases.case_id

)

{# A rank between two places takes from both of them, by nearness. -#}
{% set near = "abs(value_rank - {0})" -%}
{% set weight = "case when " ~ near ~ " < 1 then value * (1 - " ~ near ~ ") end" -%}
select
    case_id,
    max(values_count) as values_count,
    {{ ordered_sum(weight.replace("{0}", "low_rank"), "value_rank") }} as value_low,
    {{ ordered_sum(weight.replace("{0}", "median_rank"), "value_rank") }} as value_median,
    {{ ordered_sum(weight.replace("{0}", "high_rank"), "value_rank") }} as value_high
from wanted_ranks
group by case_id
{% endmacro %}
