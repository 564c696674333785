with

statements as (

    select * from {{ ref("int_models_collected") }}

),

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

by_model as (

    select
        model_id,
        min(statement_order) as first_order,
        min_by(model_name, statement_order) filter (where model_name is not null) as model_name,
        min_by(developer, statement_order) filter (where developer is not null) as developer,
        max(reasoning_mode) as reasoning_mode,
        max(total_params) as total_params,
        max(active_params) as active_params,
        max(context_max_tokens) as context_max_tokens,
        cast(count(*) filter (where statement_kind = 'score') as integer) as scores_count,
        min_by(is_open_weights, statement_order) filter (where is_open_weights is not null)
            as is_open_weights,
        max(is_reasoning) as is_reasoning,
        max(release_date) filter (where statement_kind = 'score') as scores_release_date,
        max(release_date_basis) filter (where statement_kind = 'score') as scores_basis,
        max(release_date) filter (where statement_kind = 'architecture') as other_release_date,
        max(release_date_basis) filter (where statement_kind = 'architecture') as other_basis

    from statements

    group by model_id

),

published as (

    select
        by_model.model_id,
        coalesce(synonyms.canonical_model_id, by_model.model_id) as canonical_model_id,
        coalesce(by_model.model_name, by_model.model_id) as model_name,
        by_model.developer, by_model.reasoning_mode,
        coalesce(by_model.scores_basis, by_model.other_basis) as release_date_basis,
        by_model.total_params, by_model.active_params, by_model.context_max_tokens,
        by_model.scores_count, by_model.is_open_weights, by_model.is_reasoning,
        coalesce(by_model.scores_release_date, by_model.other_release_date) as release_date,
        statements.fact_id, statements.source_id, statements.source_url,
        statements.licence, statements.evidence_class,
        statements.known_from_date, statements.known_from_basis

    from by_model

    {# Provenance is that of the first statement; every model has one. #}
    inner join statements on by_model.first_order = statements.statement_order

    left join synonyms on by_model.model_id = synonyms.benchmark_model_id

)

select * from published
