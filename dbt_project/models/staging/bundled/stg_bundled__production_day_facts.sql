with

facts as (

    select {{ typed_columns("production_day_facts") }}
    from {{ source("bundled", "production_day_facts") }}

)

select * from facts where {{ is_known() }}
