{#
    How much of a flat stretch may be missing scores: listings first offered after the newest score
    of a bar's table, and models that clear the bar by their makers' own later scores and cost less
    than the lowest price found.
#}
with

cases as (

    select * from {{ ref("int_bar_cases") }} where choice_id = 'base'

),

prices as (

    select *

    from {{ ref("int_prices_judged") }}

    where quarantine_reason is null and is_offered and offer_start_date <= {{ as_of_date() }}

),

listings as (

    select seller_id, listing_id, min(offer_start_date) as first_date,
        min(blended_usd_per_mtok) as price_usd

    from prices

    group by seller_id, listing_id

),

later as (

    select
        cases.bar_id,
        count(*) as later_listings_count,
        min(listings.price_usd) as later_low_usd

    from cases

    inner join listings on listings.first_date > cases.last_score_date

    group by cases.bar_id

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

select
    cases.bar_id,
    cases.last_score_date,
    cases.last_price_date,
    coalesce(later.later_listings_count, 0) as later_listings_count,
    later.later_low_usd,
    coalesce(makers_lows.makers_models_count, 0) as makers_models_count,
    makers_lows.makers_low_usd

from cases

left join later on cases.bar_id = later.bar_id

left join makers_lows on cases.bar_id = makers_lows.bar_id
