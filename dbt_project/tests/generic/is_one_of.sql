{# Fails for each value, once, that is not among the words allowed; null passes. #}
{% test is_one_of(model, column_name, values) %}

select distinct {{ column_name }}

from {{ model }}

where {{ column_name }} not in ('{{ values | join("', '") }}')

{% endtest %}
