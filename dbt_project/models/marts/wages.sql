with

wages as (

    select * from {{ ref("stg_bundled__wages") }}

),

ordered as (

    select
        occupation,
        measure,
        year_label,
        soc_code,
        unit,
        region,
        note,
        published_precision,
        source_note,
        value,
        survey_year,
        published_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from wages

)

select * from ordered
