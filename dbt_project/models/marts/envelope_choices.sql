with

choices as (

    select * from {{ ref("envelope_choice_rules") }}

)

select * from choices
