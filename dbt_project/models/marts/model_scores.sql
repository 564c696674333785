{# A key whose rows were not all known on the day of the view has no score on that day. #}
{%- set is_key_known = "key_known_from_date <= " ~ as_of_date() %}

with

scores as (

    select * from {{ ref("stg_bundled__model_scores") }}

),

published as (

    select
        model_id,
        benchmark,
        variant,
        source_dataset,
        source_model_key,
        model_name,
        developer,
        score_unit,
        method_note,
        key_rule,
        release_date_basis,
        score_number,
        score,
        case when {{ is_key_known }} then key_score end as key_score,
        case when {{ is_key_known }} then key_spread end as key_spread,
        case when {{ is_key_known }} then key_rows_merged end as key_rows_merged,
        is_key_row,
        is_self_reported,
        is_open_weights,
        release_date,
        published_release_date,
        eval_date,
        source_snapshot_date,
        key_known_from_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from scores

)

select * from published
