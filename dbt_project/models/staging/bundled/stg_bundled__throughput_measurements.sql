with

facts as (

    select {{ typed_columns("throughput_measurements") }}
    from {{ source("bundled", "throughput_measurements") }}

)

select * from facts where {{ is_known() }}
