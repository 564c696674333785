with

indicators as (

    select * from {{ ref("stg_bundled__ai_index_indicators") }}

),

ordered as (

    select
        indicator,
        period_label,
        unit,
        qualifier,
        source_title,
        read_url,
        confidence,
        note,
        source_note,
        value,
        value_low,
        value_high,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from indicators

)

select * from ordered
