with

facts as (

    select * from {{ ref("int_facts") }}

)

select * from facts
