with

agent_runs as (

    select * from {{ ref("stg_bundled__agent_runs") }}

),

facts as (

    select
        run_id,
        model_id,
        benchmark,
        model_name,
        variant,
        agent_scaffold,
        cost_basis,
        source_version,
        success_share,
        task_count,
        total_cost_usd,
        cost_usd_per_task,
        cost_usd_per_success,
        calls_per_task,
        input_tokens_per_task,
        output_tokens_per_task,
        run_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from agent_runs

)

select * from facts
