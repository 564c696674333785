{# The points of each line counted and averaged. Columns as in least_squares. #}
{% macro line_means(relation, key_columns) %}
select
    {{ key_columns }},
    count(*) as points_count,
    {{ ordered_sum("x", "x, y") }} / count(*) as mean_x,
    {{ ordered_sum("y", "x, y") }} / count(*) as mean_y,
    max(x) > min(x) as x_varies,
    max(y) > min(y) as y_varies

from {{ relation }}

group by {{ key_columns }}
{% endmacro %}
