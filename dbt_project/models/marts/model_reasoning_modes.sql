with

modes as (

    select * from {{ ref("stg_bundled__model_reasoning_modes") }}

),

published as (

    select
        model_id,
        reasoning_mode,
        effort_levels,
        effort_basis,
        variants_in_benchmarks,
        mode_basis,
        source_note,
        is_reasoning,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from modes

)

select * from published
