with

agent_baselines as (

    select * from {{ ref("stg_bundled__agent_baselines") }}

),

facts as (

    select
        baseline_id,
        task_set,
        subject,
        subject_kind,
        metric,
        unit,
        note,
        value,
        value_low,
        value_high,
        n_observations,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from agent_baselines

)

select * from facts
