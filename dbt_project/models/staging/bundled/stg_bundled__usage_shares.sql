with

facts as (

    select {{ typed_columns("usage_shares") }}
    from {{ source("bundled", "usage_shares") }}

)

select * from facts where {{ is_known() }}
