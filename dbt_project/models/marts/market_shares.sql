with

shares as (

    select * from {{ ref("stg_bundled__market_shares") }}

),

ordered as (

    select
        market,
        participant,
        share_basis,
        note,
        published_precision,
        source_note,
        market_share,
        is_additive,
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
