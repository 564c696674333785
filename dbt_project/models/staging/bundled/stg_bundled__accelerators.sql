with

facts as (

    select {{ typed_columns("accelerators") }}
    from {{ source("bundled", "accelerators") }}

)

select * from facts where {{ is_known() }}
