with

facts as (

    select {{ typed_columns("agent_runs") }}
    from {{ source("bundled", "agent_runs") }}

)

select * from facts where {{ is_known() }}
