{#
    Whether a model reasons and whether its weights are open, by canonical name: from the tables of
    architectures and reasoning modes, else from the sellers' listings; true if any says so.
#}
with

collected as (

    select
        coalesce(synonyms.canonical_model_id, models.model_id) as model_id,
        models.is_reasoning,
        models.is_open_weights

    from {{ ref("int_models_collected") }} as models

    left join {{ ref("benchmark_synonyms") }} as synonyms
        on models.model_id = synonyms.benchmark_model_id

),

listed as (

    select model_id, cast(null as boolean) as is_reasoning, is_open_weights

    from {{ ref("int_prices_mapped") }}

    where model_id is not null

),

traits as (

    select * from collected
    union all
    select * from listed

),

once as (

    select
        model_id,
        bool_or(is_reasoning) as is_reasoning,
        bool_or(is_open_weights) as is_open_weights

    from traits

    group by model_id

)

select * from once
