with

facts as (

    select {{ typed_columns("arena_scores") }}
    from {{ source("bundled", "arena_scores") }}

)

select * from facts where {{ is_known() }}
