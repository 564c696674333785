{#
    Dated rates of tokens a day, one curve per provider and scope with at least three days. A figure
    for a period counts at its middle; figures with the same middle are averaged.
#}
with

volumes as (

    select * from {{ ref("stg_bundled__token_volumes") }}

    where tokens_per_day > 0 and period_start_date is not null and period_end_date is not null

),

placed as (

    select
        provider || '/' || scope as curve_id,
        provider,
        scope,
        cast(tokens_per_day as double) as tokens_per_day,
        cast({{ dbt.dateadd(
            "day", days_between("period_start_date", "period_end_date") ~ " / 2",
            "period_start_date"
        ) }} as date) as rate_date,
        fact_id,
        {{ evidence_rank("evidence_class") }} as evidence_rank

    from volumes

),

daily as (

    select
        curve_id,
        provider,
        scope,
        rate_date,
        {{ ordered_sum("tokens_per_day", "fact_id") }} / count(*) as tokens_per_day,
        min(fact_id) as fact_id,
        max(evidence_rank) as evidence_rank,
        count(*) over (partition by curve_id) as dates_count

    from placed

    group by curve_id, provider, scope, rate_date

)

select * from daily where dates_count >= 3
