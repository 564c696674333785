with

facts as (

    select {{ typed_columns("company_values") }}
    from {{ source("bundled", "company_values") }}

)

select * from facts where {{ is_known() }}
