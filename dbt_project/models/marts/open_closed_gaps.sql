with

gaps as (

    select * from {{ ref("stg_bundled__open_closed_gaps") }}

),

published as (

    select
        metric,
        row_type,
        closed_model_name,
        open_model_name,
        gap_unit,
        lag_qualifier,
        definition,
        gap_date_precision,
        source_dataset,
        source_note,
        closed_score,
        open_score,
        gap,
        lag_months,
        gap_date,
        source_snapshot_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from gaps

)

select * from published
