with

facts as (

    select {{ typed_columns("task_profiles") }}
    from {{ source("bundled", "task_profiles") }}

)

select * from facts where {{ is_known() }}
