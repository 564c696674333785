{#
    The categories of a mix add up to one. Left out: the mix by kind of model, whose categories
    overlap, and the reading of OpenRouter for 2025-01, of which one category only was published.
    Two points are allowed for rounding, four where the source leaves a part unclassified.
#}
with

shares as (

    select * from {{ ref("task_mixes") }}

),

sums as (

    select
        mix_id,
        population,
        period_start_date,
        count(*) as category_count,
        sum(share) as sum_share

    from shares

    where mix_id <> 'openrouter_state_of_ai_2025_model_kind'

    group by mix_id, population, period_start_date

)

select * from sums

where category_count > 1 and (sum_share < 0.96 or sum_share > 1.02)
