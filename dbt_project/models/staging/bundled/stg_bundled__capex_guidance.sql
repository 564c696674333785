with

facts as (

    select {{ typed_columns("capex_guidance") }}
    from {{ source("bundled", "capex_guidance") }}

)

select * from facts where {{ is_known() }}
