with

facts as (

    select {{ typed_columns("routing_studies") }}
    from {{ source("bundled", "routing_studies") }}

)

select * from facts where {{ is_known() }}
