with

runs as (

    select * from {{ ref("stg_bundled__model_training_runs") }}

),

published as (

    select
        model_name,
        source_dataset,
        cost_method,
        developer,
        cost_year_basis,
        cost_scope,
        confidence,
        training_hardware,
        source_snapshot_precision,
        source_note,
        total_params,
        training_tokens,
        training_flop,
        training_cost_usd,
        hardware_count,
        is_open_weights,
        release_date,
        source_snapshot_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from runs

)

select * from published
