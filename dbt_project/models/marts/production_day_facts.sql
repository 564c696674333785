with

production_day_facts as (

    select * from {{ ref("stg_bundled__production_day_facts") }}

),

facts as (

    select
        service_id,
        measure,
        unit,
        note,
        value,
        period_start_at,
        period_end_at,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from production_day_facts

)

select * from facts
