{# Offers that clear each bar, base price rule, with the score: the pool behind a low. #}
with

offers as (

    select * from {{ ref("int_offers_supported") }}

),

scores as (

    select * from {{ ref("int_bar_scores") }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

cleared as (

    select
        bars.bar_id,
        offers.offer_id,
        offers.model_id,
        offers.seller_id,
        offers.blended_usd_per_mtok as price_usd,
        offers.offer_start_date,
        offers.offer_end_date,
        offers.supported_from_date

    from bars

    inner join scores on bars.bar_id = scores.bar_id and scores.key_score >= bars.bar

    inner join offers on scores.model_id = offers.model_id

)

select * from cleared
