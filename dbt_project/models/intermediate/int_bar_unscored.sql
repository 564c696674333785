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

    select * from {{ ref("int_prices_judged") }}

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

makers_lows as (

    select * from {{ ref("int_bar_makers_lows") }}

),

unscored as (

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

)

select * from unscored
