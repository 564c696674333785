with

accelerator_rents as (

    select * from {{ ref("stg_bundled__accelerator_rents") }}

),

facts as (

    select
        seller_id,
        accelerator_id,
        pricing_type,
        seller_name,
        seller_type,
        accelerator_name,
        region,
        quality_flag,
        note,
        offer_number,
        accelerator_count,
        usd_per_gpu_hour,
        n_observations,
        is_aggregate,
        observed_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from accelerator_rents

)

select * from facts
