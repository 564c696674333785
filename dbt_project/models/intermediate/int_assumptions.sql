{# Keys and bounds of what is set by hand are checked before dbt starts. #}
{%- set overrides = var("assumption_overrides") -%}
with

defaults as (

    select * from {{ ref("assumption_defaults") }}

),

overrides as (

    {% for key, value in overrides.items() -%}
    select '{{ key }}' as key, cast({{ value }} as double) as set_value
    {{ "union all" if not loop.last }}
    {% else -%}
    select cast(null as varchar) as key, cast(null as double) as set_value
    where false
    {% endfor %}

),

set_by_hand as (

    select
        defaults.key,
        coalesce(overrides.set_value, defaults.value) as value,
        defaults.value as default_value,
        defaults.low,
        defaults.high,
        defaults.distribution,
        defaults.unit,
        defaults.used_by,
        overrides.key is not null as is_override,
        defaults.source_url,
        defaults.note,
        case
            when defaults.note like '%SCENARIO INPUT%' then 'scenario' else 'estimated'
        end as evidence_class

    from defaults

    left join overrides on defaults.key = overrides.key

)

select * from set_by_hand
