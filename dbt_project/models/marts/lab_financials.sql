with

statements as (

    select * from {{ ref("stg_bundled__lab_financials") }}

),

ordered as (

    select
        statement_id,
        company,
        period_label,
        metric,
        unit,
        status,
        note,
        published_precision,
        source_note,
        value,
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

    from statements

)

select * from ordered
