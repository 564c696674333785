with

facts as (

    select {{ typed_columns("published_price_points") }}
    from {{ source("bundled", "published_price_points") }}

)

select * from facts where {{ is_known() }}
