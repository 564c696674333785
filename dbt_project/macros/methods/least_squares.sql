{#
    Ordinary least squares of y on x, one line for each combination of keys. Base of M03, M05, M08,
    M14.

    relation: the keys, x, y (doubles, not null).
    Gives one row for each combination of keys that has points: keys, points_count, mean_x, mean_y,
        slope (null if x does not vary), squares_x (sum of squared deviations of x),
        squares_total (of y), squares_residual (around the line).
    Deviations and residuals are summed as such, not as differences of large sums, so that points on
    an exact line leave nothing but the rounding of their logarithms.
#}
{% macro least_squares(relation, keys=["case_id"]) %}
{%- set key_columns = keys | join(", ") -%}
with

line_means as (

    {{ line_means(relation, key_columns) | indent(4) }}

),

line_deviations as (

    select
        {{ key_columns }},
        x_varies,
        y_varies,
        {# the mean of equal numbers may differ from them by a rounding error #}
        case when x_varies then x - mean_x else 0 end as x,
        case when y_varies then y - mean_y else 0 end as y

    from {{ relation }}

    inner join line_means using ({{ key_columns }})

),

line_slopes as (

    select
        {{ key_columns }},
        {{ ordered_sum("x * y", "x, y") }} / nullif({{ ordered_sum("x * x", "x, y") }}, 0) as slope,
        {{ ordered_sum("x * x", "x, y") }} as squares_x,
        {{ ordered_sum("y * y", "x, y") }} as squares_total

    from line_deviations

    group by {{ key_columns }}

),

line_residuals as (

    select
        {{ key_columns }},
        {{ ordered_sum("power(y - coalesce(slope, 0) * x, 2)", "x, y") }} as squares_residual

    from line_deviations

    inner join line_slopes using ({{ key_columns }})

    group by {{ key_columns }}

)

select
    {{ key_columns }},
    points_count,
    mean_x,
    mean_y,
    slope,
    squares_x,
    squares_total,
    squares_residual
from line_means
inner join line_slopes using ({{ key_columns }})
inner join line_residuals using ({{ key_columns }})
{% endmacro %}
