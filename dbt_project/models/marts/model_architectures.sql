with

architectures as (

    select * from {{ ref("stg_bundled__model_architectures") }}

),

published as (

    select
        model_id,
        model_name,
        developer,
        attention,
        kv_bytes_basis,
        params_source_url,
        architecture_note,
        total_params,
        active_params,
        experts_total_count,
        experts_shared_count,
        experts_active_count,
        layers_count,
        attention_heads_count,
        kv_heads_count,
        head_dimensions_count,
        latent_dimensions_count,
        rope_dimensions_count,
        kv_layers_full_count,
        kv_layers_window_count,
        sliding_window_tokens,
        kv_fp16_bytes_per_token,
        context_max_tokens,
        is_moe,
        is_open_weights,
        release_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from architectures

)

select * from published
