{#
    M08: one straight line through the logarithms of prices, or two with a break between them.

    points: case_id, observed_years (time as decimal years), price_usd (null and <= 0 are skipped).
    cases: case_id, minimum_points (4) on each side of the break.
    Gives one row a case: case_id, points_count, first_of_second_number (place of the first point
        after the break, from 0 in order of time), f_statistic, fold_before_per_year,
        fold_after_per_year, delta_bic (below 0: two lines are better), is_accepted, break_years,
        flag.
        No p-value belongs to f_statistic: the date of the break was searched for.
    Edges: insufficient_obs below twice minimum_points; no_time_variation; perfect_fit if one line
        leaves nothing (no break) or two lines do (accepted, without f_statistic and delta_bic).
#}
{% macro trend_break(points, cases) %}
with

break_points as (

    {{ trend_break_points(points, cases) | indent(4) }}

),

break_splits as (

    {{ trend_break_splits("break_points", cases) | indent(4) }}

),

one_line as (

    {{ least_squares("break_points") | indent(4) }}

),

segment_points as (

    select
        break_points.case_id,
        case when point_number < split_number then 1 else 2 end as segment,
        x,
        y

    from break_points

    inner join break_splits on break_points.case_id = break_splits.case_id

),

segment_lines as (

    {{ least_squares("segment_points", ["case_id", "segment"]) | indent(4) }}

),

two_lines as (

    select
        case_id,
        sum(squares_residual) as squares_residual,
        max(case when segment = 1 then slope end) as slope_before,
        max(case when segment = 2 then slope end) as slope_after

    from segment_lines

    group by case_id

),

break_statistics as (

    {{ trend_break_statistics(cases) | indent(4) }}

)

select * from break_statistics
{% endmacro %}
