{#
    Parameters of open models whose configuration is published, in all and at work on one token.
#}
with

architectures as (

    select * from {{ ref("stg_bundled__model_architectures") }} where is_open_weights

),

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

named as (

    select
        coalesce(synonyms.canonical_model_id, architectures.model_id) as model_id,
        architectures.total_params,
        architectures.active_params,
        architectures.fact_id,
        architectures.evidence_class

    from architectures

    left join synonyms on architectures.model_id = synonyms.benchmark_model_id

),

sized as (

    select model_id, 'total' as measure, total_params as params, fact_id, evidence_class
    from named

    union all

    select model_id, 'active' as measure, active_params as params, fact_id, evidence_class
    from named

)

select * from sized
