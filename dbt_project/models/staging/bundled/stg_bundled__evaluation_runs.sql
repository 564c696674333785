with

facts as (

    select {{ typed_columns("evaluation_runs") }}
    from {{ source("bundled", "evaluation_runs") }}

)

select * from facts where {{ is_known() }}
