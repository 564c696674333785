with

facts as (

    select {{ typed_columns("technology_prices") }}
    from {{ source("bundled", "technology_prices") }}

)

select * from facts where {{ is_known() }}
