with

routing_studies as (

    select * from {{ ref("stg_bundled__routing_studies") }}

),

facts as (

    select
        study,
        method,
        benchmark,
        strong_model,
        weak_model,
        note,
        finding_number,
        quality_kept_share,
        strong_call_share,
        cost_saving_share,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from routing_studies

)

select * from facts
