with

facts as (

    select {{ typed_columns("model_architectures") }}
    from {{ source("bundled", "model_architectures") }}

)

select * from facts where {{ is_known() }}
