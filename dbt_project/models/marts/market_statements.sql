with

statements as (

    select * from {{ ref("stg_bundled__market_statements") }}

),

ordered as (

    select
        topic,
        subject,
        metric,
        unit,
        note,
        published_precision,
        source_note,
        value,
        as_of_date,
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
