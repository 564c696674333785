with

shares as (

    select * from {{ ref("stg_bundled__usage_shares") }}

),

ordered as (

    select
        population,
        dimension,
        tier,
        share_basis,
        note,
        published_precision,
        source_note,
        usage_share,
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

    from shares

)

select * from ordered
