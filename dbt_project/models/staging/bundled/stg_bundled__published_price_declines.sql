with

facts as (

    select {{ typed_columns("published_price_declines") }}
    from {{ source("bundled", "published_price_declines") }}

)

select * from facts where {{ is_known() }}
