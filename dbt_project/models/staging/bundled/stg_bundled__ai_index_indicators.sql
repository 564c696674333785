with

facts as (

    select {{ typed_columns("ai_index_indicators") }}
    from {{ source("bundled", "ai_index_indicators") }}

)

select * from facts where {{ is_known() }}
