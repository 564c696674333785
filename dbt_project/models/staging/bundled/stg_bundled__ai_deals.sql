with

facts as (

    select {{ typed_columns("ai_deals") }}
    from {{ source("bundled", "ai_deals") }}

)

select * from facts where {{ is_known() }}
