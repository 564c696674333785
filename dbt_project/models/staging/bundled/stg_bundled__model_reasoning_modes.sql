with

facts as (

    select {{ typed_columns("model_reasoning_modes") }}
    from {{ source("bundled", "model_reasoning_modes") }}

)

select * from facts where {{ is_known() }}
