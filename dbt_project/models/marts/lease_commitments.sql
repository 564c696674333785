with

commitments as (

    select * from {{ ref("stg_bundled__lease_commitments") }}

),

ordered as (

    select
        ticker,
        company,
        item,
        commences_from_label,
        commences_to_label,
        note,
        published_precision,
        source_note,
        value_usd,
        term_low_years,
        term_high_years,
        as_of_date,
        published_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from commitments

)

select * from ordered
