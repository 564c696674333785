{#
    Fails for each combination of the columns that stands on more than one row; nulls count as
    equal.
#}
{% test is_unique_by(model, columns) %}

select
    {{ columns | join(",\n    ") }},
    count(*) as row_count

from {{ model }}

group by {{ columns | join(", ") }}

having count(*) > 1

{% endtest %}
