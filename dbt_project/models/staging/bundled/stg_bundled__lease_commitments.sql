with

facts as (

    select {{ typed_columns("lease_commitments") }}
    from {{ source("bundled", "lease_commitments") }}

)

select * from facts where {{ is_known() }}
