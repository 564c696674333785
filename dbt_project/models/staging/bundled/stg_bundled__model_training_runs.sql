with

facts as (

    select {{ typed_columns("model_training_runs") }}
    from {{ source("bundled", "model_training_runs") }}

)

select * from facts where {{ is_known() }}
