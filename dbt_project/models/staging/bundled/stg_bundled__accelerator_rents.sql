with

facts as (

    select {{ typed_columns("accelerator_rents") }}
    from {{ source("bundled", "accelerator_rents") }}

)

select * from facts where {{ is_known() }}
