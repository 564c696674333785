with

company_values as (

    select * from {{ ref("stg_bundled__company_values") }}

),

ordered as (

    select
        ticker,
        metric,
        method,
        note,
        published_precision,
        source_note,
        value_usd,
        error_bound_share,
        as_of_date,
        published_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from company_values

)

select * from ordered
