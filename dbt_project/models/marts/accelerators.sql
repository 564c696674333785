with

accelerators as (

    select * from {{ ref("stg_bundled__accelerators") }}

),

facts as (

    select
        accelerator_id,
        accelerator_name,
        datasheet_url,
        source_version,
        note,
        bf16_dense_teraflops,
        fp8_dense_teraflops,
        memory_gigabytes,
        memory_bandwidth_gigabytes_per_second,
        board_power_watts,
        list_price_usd,
        launch_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from accelerators

)

select * from facts
