with

facts as (

    select {{ typed_columns("agent_baselines") }}
    from {{ source("bundled", "agent_baselines") }}

)

select * from facts where {{ is_known() }}
