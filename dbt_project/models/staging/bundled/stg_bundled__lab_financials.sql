with

facts as (

    select {{ typed_columns("lab_financials") }}
    from {{ source("bundled", "lab_financials") }}

)

select * from facts where {{ is_known() }}
