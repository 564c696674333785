{# M02 on one line: where the path of each case begins and ends. #}
with

cases as (

    select * from {{ ref("int_bar_cases") }}

),

steps as (

    select case_id, offer_id as listing_id, price_usd, step_date from {{ ref("int_bar_steps") }}

),

ends as (

    {{ envelope_summary("steps", "cases") | indent(4) }}

)

select * from ends
