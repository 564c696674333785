with

facts as (

    select {{ typed_columns("market_statements") }}
    from {{ source("bundled", "market_statements") }}

)

select * from facts where {{ is_known() }}
