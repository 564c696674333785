with

throughput_measurements as (

    select * from {{ ref("stg_bundled__throughput_measurements") }}

),

facts as (

    select
        measurement_id,
        accelerator_id,
        model_id,
        accelerator_name,
        model_name,
        precision,
        engine,
        engine_version,
        scenario,
        submitter,
        note,
        accelerator_count,
        input_tokens,
        output_tokens,
        user_tokens_per_second,
        user_low_tokens_per_second,
        user_high_tokens_per_second,
        accelerator_output_tokens_per_second,
        accelerator_input_tokens_per_second,
        accelerator_total_tokens_per_second,
        accelerator_total_low_tokens_per_second,
        accelerator_total_high_tokens_per_second,
        first_token_seconds,
        n_observations,
        is_disaggregated,
        is_aggregate,
        run_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from throughput_measurements

)

select * from facts
