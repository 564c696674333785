with

facts as (

    select {{ typed_columns("wages") }}
    from {{ source("bundled", "wages") }}

)

select * from facts where {{ is_known() }}
