with

facts as (

    select {{ typed_columns("open_closed_gaps") }}
    from {{ source("bundled", "open_closed_gaps") }}

)

select * from facts where {{ is_known() }}
