with

facts as (

    select {{ typed_columns("market_shares") }}
    from {{ source("bundled", "market_shares") }}

)

select * from facts where {{ is_known() }}
