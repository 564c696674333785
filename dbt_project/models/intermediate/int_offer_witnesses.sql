{#
    Cheapest price so far of each model over all sellers, and again without each seller that stands
    on that path: who may bear witness to whose price. Only the few sellers on the path need one
    without themselves, so the search stays linear in the offers.
#}
with

offers as (

    select * from {{ ref("int_prices_judged") }}

    where
        quarantine_reason is null and model_id is not null
        and is_offered and offer_start_date <= {{ as_of_date() }}

),

running as (

    select
        model_id,
        seller_id,
        offer_start_date,
        blended_usd_per_mtok,
        min(blended_usd_per_mtok) over (
            partition by model_id order by offer_start_date, blended_usd_per_mtok, offer_id
            rows between unbounded preceding and 1 preceding
        ) as low_before_usd

    from offers

),

path_sellers as (

    select distinct model_id, seller_id from running

    where low_before_usd is null or blended_usd_per_mtok < low_before_usd

),

running_without as (

    select
        offers.model_id,
        path_sellers.seller_id as left_out_seller_id,
        offers.seller_id,
        offers.offer_start_date,
        offers.blended_usd_per_mtok,
        min(offers.blended_usd_per_mtok) over (
            partition by offers.model_id, path_sellers.seller_id
            order by offers.offer_start_date, offers.blended_usd_per_mtok, offers.offer_id
            rows between unbounded preceding and 1 preceding
        ) as low_before_usd

    from offers

    inner join path_sellers
        on offers.model_id = path_sellers.model_id
        and offers.seller_id <> path_sellers.seller_id

    union all

    select model_id, null, seller_id, offer_start_date, blended_usd_per_mtok, low_before_usd
    from running

),

witnesses as (

    select model_id, left_out_seller_id, seller_id, blended_usd_per_mtok, offer_start_date

    from running_without

    where low_before_usd is null or blended_usd_per_mtok < low_before_usd

)

select * from witnesses
