{#
    How well time alone explains the volume of each case of M14. Where it does, the learning curve
    is the trend in time once more.
#}
with

points as (

    select * from {{ ref("int_learning_points") }}

),

volume_points as (

    select case_id, ln(cumulative_quantity) as y,
        cast({{ days_between("cast('2020-01-01' as date)", "observed_date") }} as double) as x
    from points
    where cumulative_quantity > 0

),

volume_lines as (

    {{ least_squares("volume_points") | indent(4) }}

)

select * from volume_lines
