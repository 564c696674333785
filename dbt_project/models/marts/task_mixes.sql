with

task_mix_shares as (

    select * from {{ ref("task_mix_shares") }}

),

facts as (

    select
        mix_id,
        population,
        category,
        share_basis,
        note,
        share,
        low_share,
        high_share,
        is_remainder,
        period_start_date,
        period_end_date,
        concat_ws(
            '/', 'task_mix_shares', mix_id, population, period_start_date, category
        ) as fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from task_mix_shares

    where {{ is_known() }}

)

select * from facts
