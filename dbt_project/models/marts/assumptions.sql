with

assumptions as (

    select * from {{ ref("int_assumptions") }}

)

select * from assumptions
