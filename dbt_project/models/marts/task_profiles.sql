with

task_profiles as (

    select * from {{ ref("stg_bundled__task_profiles") }}

),

facts as (

    select
        task_type,
        model_kind,
        quality_bar_benchmark,
        quality_bar_meaning,
        note,
        input_tokens,
        output_visible_tokens,
        output_tokens,
        output_low_tokens,
        output_high_tokens,
        calls_per_task,
        cached_input_share,
        quality_bar_share,
        n_models,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from task_profiles

)

select * from facts
