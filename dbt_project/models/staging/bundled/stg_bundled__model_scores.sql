with

facts as (

    select {{ typed_columns("model_scores") }}
    from {{ source("bundled", "model_scores") }}

)

select * from facts where {{ is_known() }}
