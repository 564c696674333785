{#
    What each offer cost on the first day of each quarter. Offers whose first day is not known count
    from the day they were seen.
#}
with

offers as (

    select * from {{ ref("int_offers_supported") }}

),

quarters as (

    select cast(quarter_start.range as date) as quarter_date

    from range(timestamp '2023-01-01', timestamp '2036-01-01', interval 3 month) as quarter_start

),

priced as (

    select
        quarters.quarter_date as period,
        offers.seller_id || '/' || offers.listing_id || '/' || offers.model_id as item_id,
        offers.model_id,
        min(offers.blended_usd_per_mtok) as price_usd,
        max(offers.context_window_tokens) as context_window_tokens

    from offers

    inner join quarters
        on offers.offer_start_date <= quarters.quarter_date
        and (offers.offer_end_date is null or offers.offer_end_date > quarters.quarter_date)

    where quarters.quarter_date <= (select max(offer_start_date) from offers)

    group by quarters.quarter_date, offers.seller_id, offers.listing_id, offers.model_id

)

select * from priced
