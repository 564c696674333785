{#
    Order of statements, for names: the collection writes them as one says them, configurations and
    makers' tables are next, files of scores carry effort suffixes, reasoning modes have no names.
#}
with

scores as (

    select * from {{ ref("stg_bundled__model_scores") }}

),

architectures as (

    select * from {{ ref("stg_bundled__model_architectures") }}

),

modes as (

    select * from {{ ref("stg_bundled__model_reasoning_modes") }}

),

statements as (

    select
        fact_id, 'score' as statement_kind,
        model_id, model_name, developer, null as reasoning_mode, release_date_basis,
        case source_dataset when 'llm_stats' then '1/' when 'vendor_page' then '3/' else '4/' end
            || fact_id as statement_order,
        null as total_params, null as active_params, null as context_max_tokens,
        is_open_weights, null as is_reasoning, release_date,
        source_id, source_url, licence, evidence_class, known_from_date, known_from_basis

    from scores

    union all

    select
        fact_id, 'architecture' as statement_kind,
        model_id, model_name, developer, null as reasoning_mode,
        case when release_date is not null then 'configuration' end as release_date_basis,
        '2/' || fact_id as statement_order,
        total_params, active_params, context_max_tokens,
        is_open_weights, null as is_reasoning, release_date,
        source_id, source_url, licence, evidence_class, known_from_date, known_from_basis

    from architectures

    union all

    select
        fact_id, 'reasoning_mode' as statement_kind,
        model_id, null as model_name, null as developer, reasoning_mode,
        null as release_date_basis,
        '5/' || fact_id as statement_order,
        null as total_params, null as active_params, null as context_max_tokens,
        null as is_open_weights, is_reasoning, null as release_date,
        source_id, source_url, licence, evidence_class, known_from_date, known_from_basis

    from modes

)

select * from statements
