with

facts as (

    select {{ typed_columns("token_volumes") }}
    from {{ source("bundled", "token_volumes") }}

)

select * from facts where {{ is_known() }}
