with

prices as (

    select * from {{ ref("stg_bundled__technology_prices") }}

),

ordered as (

    select
        series_id,
        technology,
        unit,
        price_base,
        entity,
        note,
        published_precision,
        source_note,
        year,
        value,
        published_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from prices

)

select * from ordered
