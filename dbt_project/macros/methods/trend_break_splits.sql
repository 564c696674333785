{# M08: where the break lies. Called by trend_break. #}

{#
    The split with the smallest squared error of two free lines, from running sums: case_id,
    split_number (points before the break), break_years (time of the first point after it).
    Splits that leave a side without spread in time are not looked at. Ties: the earlier split.
#}
{% macro trend_break_splits(points, cases) %}
{%- set sums = {"n": "1", "x": "x", "y": "y", "xx": "x * x", "xy": "x * y", "yy": "y * y"} -%}
{%- set side = "(s_yy - s_y * s_y / s_n)
        - power(s_xy - s_x * s_y / s_n, 2) / nullif(s_xx - s_x * s_x / s_n, 0)" -%}
with

running_sums as (

    select
        case_id,
        point_number,
        observed_years
        {%- for name, value in sums.items() %},
        sum({{ value }}) over (
            partition by case_id order by point_number
            rows between unbounded preceding and 1 preceding
        ) as before_{{ name }},
        sum({{ value }}) over (
            partition by case_id order by point_number desc
            rows between unbounded preceding and current row
        ) as after_{{ name }}
        {%- endfor %}

    from {{ points }}

),

split_errors as (

    select
        running_sums.case_id,
        point_number,
        observed_years,
        {{ side.replace("s_", "before_") }}
        + {{ side.replace("s_", "after_") }} as squares_residual

    from running_sums

    inner join {{ cases }} as cases on running_sums.case_id = cases.case_id

    where before_n >= minimum_points and after_n >= minimum_points

),

ranked_splits as (

    select
        case_id,
        point_number as split_number,
        observed_years as break_years,
        row_number() over (
            partition by case_id order by squares_residual, point_number
        ) as preference

    from split_errors

    where squares_residual is not null

)

select case_id, split_number, break_years from ranked_splits where preference = 1
{% endmacro %}
