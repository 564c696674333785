{# The usable points in order of time: x in years, y natural log of price, both about their mean. #}
{% macro trend_break_points(points, cases) %}
with

usable_points as (

    select
        points.case_id,
        cast(points.observed_years as double) as x,
        ln(cast(points.price_usd as double)) as y,
        row_number() over (
            partition by points.case_id order by points.observed_years, points.price_usd
        ) - 1 as point_number

    from {{ points }} as points

    inner join {{ cases }} as cases on points.case_id = cases.case_id

    where points.price_usd > 0 and points.observed_years is not null

),

usable_means as (

    select
        case_id,
        {{ ordered_sum("x", "point_number") }} / count(*) as mean_x,
        {{ ordered_sum("y", "point_number") }} / count(*) as mean_y

    from usable_points

    group by case_id

)

select case_id, point_number, x - mean_x as x, y - mean_y as y, x as observed_years
from usable_points
inner join usable_means using (case_id)
{% endmacro %}
