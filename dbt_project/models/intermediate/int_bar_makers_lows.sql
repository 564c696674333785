{#
    Models that clear a bar by scores that only their makers or others' pages state, and what the
    cheapest of them costs.
#}
with

cases as (

    select * from {{ ref("int_bar_cases") }} where choice_id = 'base'

),

prices as (

    select * from {{ ref("int_prices_judged") }}

    where quarantine_reason is null and is_offered and offer_start_date <= {{ as_of_date() }}

),

makers_scores as (

    select cases.bar_id, scores.model_id

    from cases

    inner join {{ ref("capability_bars") }} as bars on cases.bar_id = bars.bar_id

    inner join {{ ref("stg_bundled__model_scores") }} as scores
        on bars.benchmark = scores.benchmark
        and scores.source_dataset in ('vendor_page', 'third_party_page')
        and scores.is_key_row
        and scores.key_score >= bars.bar

    group by cases.bar_id, scores.model_id

),

makers_lows as (

    select
        makers_scores.bar_id,
        count(distinct makers_scores.model_id) as makers_models_count,
        min(prices.blended_usd_per_mtok) as makers_low_usd

    from makers_scores

    inner join prices on makers_scores.model_id = prices.model_id

    group by makers_scores.bar_id

)

select * from makers_lows
