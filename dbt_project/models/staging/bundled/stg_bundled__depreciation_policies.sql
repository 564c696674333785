with

facts as (

    select {{ typed_columns("depreciation_policies") }}
    from {{ source("bundled", "depreciation_policies") }}

)

select * from facts where {{ is_known() }}
