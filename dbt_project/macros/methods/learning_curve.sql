{#
    M14: fall of a cost with each doubling of what has been made so far.

    points: case_id, cumulative_quantity, cost_usd (rows with a value null or <= 0 are skipped).
    cases: case_id, target_fold (fall asked about; null = none).
    Gives one row a case: case_id, points_count, elasticity (slope of ln cost on ln quantity),
        learning_share (cost saved at each doubling), r2 (null if cost does not vary),
        doublings_for_target, flag.
    Edges: insufficient_obs below 2 points; no_volume_variation; not_declining (no doublings) if the
        cost does not fall.
    It is not evidence beside a trend in time: with exponential growth of volume the two are one and
    the same (Nagy et al. 2013, https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3585312/).
#}
{% macro learning_curve(points, cases) %}
with

curve_points as (

    select
        case_id,
        ln(cast(cumulative_quantity as double)) as x,
        ln(cast(cost_usd as double)) as y

    from {{ points }}

    where cumulative_quantity > 0 and cost_usd > 0

),

curve_lines as (

    {{ least_squares("curve_points") | indent(4) }}

)

select
    cases.case_id,
    coalesce(points_count, 0) as points_count,
    slope as elasticity,
    1 - power(2, slope) as learning_share,
    case when slope is not null then 1 - squares_residual / nullif(squares_total, 0) end as r2,
    case
        when slope < 0 and cases.target_fold > 0
            then ln(cast(cases.target_fold as double)) / (-slope * ln(2))
    end as doublings_for_target,
    case
        when points_count is null or points_count < 2 then 'insufficient_obs'
        when slope is null then 'no_volume_variation'
        when slope >= 0 then 'not_declining'
    end as flag
from {{ cases }} as cases
left join curve_lines on cases.case_id = curve_lines.case_id
{% endmacro %}
