with

facts as (

    select {{ typed_columns("company_quarters") }}
    from {{ source("bundled", "company_quarters") }}

)

select * from facts where {{ is_known() }}
