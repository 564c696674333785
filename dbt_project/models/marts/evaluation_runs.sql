with

evaluation_runs as (

    select * from {{ ref("stg_bundled__evaluation_runs") }}

),

facts as (

    select
        run_id,
        model_id,
        suite,
        suite_version,
        model_name,
        variant,
        agent_scaffold,
        run_date_precision,
        note,
        item_count,
        total_cost_usd,
        cost_usd_per_item,
        input_tokens,
        output_tokens,
        score_share,
        mean_runtime_seconds,
        run_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from evaluation_runs

)

select * from facts
