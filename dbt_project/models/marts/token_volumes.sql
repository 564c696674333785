with

volumes as (

    select * from {{ ref("stg_bundled__token_volumes") }}

),

ordered as (

    select
        provider,
        scope,
        unit,
        note,
        published_precision,
        source_note,
        value,
        tokens_per_day,
        period_start_date,
        period_end_date,
        published_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from volumes

)

select * from ordered
