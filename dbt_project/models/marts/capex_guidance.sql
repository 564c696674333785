with

guidance as (

    select * from {{ ref("stg_bundled__capex_guidance") }}

),

ordered as (

    select
        statement_id,
        ticker,
        company,
        period_label,
        period_kind,
        basis,
        status,
        confidence,
        note,
        announced_precision,
        source_note,
        fiscal_year,
        guidance_low_usd,
        guidance_high_usd,
        announced_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from guidance

)

select * from ordered
