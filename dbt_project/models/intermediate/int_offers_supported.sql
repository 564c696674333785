{#
    Usable offers with the day from which a low may rest on them. A minimum is the least robust
    statistic: the maker's own price needs no second witness, any other needs another seller that
    has listed the model at no more than support_factor times the price by then.

    For each model the cheapest path of all sellers is short, and only the few sellers on it need a
    path without themselves, so the search stays linear in the offers.
#}
with

offers as (

    select *

    from {{ ref("int_prices_judged") }}

    where
        quarantine_reason is null
        and model_id is not null
        and is_offered
        and offer_start_date <= {{ as_of_date() }}

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

path as (

    select model_id, seller_id, offer_start_date, blended_usd_per_mtok

    from running

    where low_before_usd is null or blended_usd_per_mtok < low_before_usd

),

path_sellers as (

    select distinct model_id, seller_id as left_out_seller_id from path

),

running_without as (

    select
        offers.model_id,
        path_sellers.left_out_seller_id,
        offers.offer_start_date,
        offers.blended_usd_per_mtok,
        min(offers.blended_usd_per_mtok) over (
            partition by offers.model_id, path_sellers.left_out_seller_id
            order by offers.offer_start_date, offers.blended_usd_per_mtok, offers.offer_id
            rows between unbounded preceding and 1 preceding
        ) as low_before_usd

    from offers

    inner join path_sellers
        on offers.model_id = path_sellers.model_id
        and offers.seller_id <> path_sellers.left_out_seller_id

),

witnesses as (

    select model_id, left_out_seller_id, offer_start_date, blended_usd_per_mtok

    from running_without

    where low_before_usd is null or blended_usd_per_mtok < low_before_usd

    union all

    select model_id, null, offer_start_date, blended_usd_per_mtok from path

),

witnessed as (

    select offers.offer_id, min(witnesses.offer_start_date) as witness_date

    from offers

    left join path_sellers
        on offers.model_id = path_sellers.model_id
        and offers.seller_id = path_sellers.left_out_seller_id

    inner join witnesses
        on offers.model_id = witnesses.model_id
        and witnesses.left_out_seller_id is not distinct from path_sellers.left_out_seller_id
        and witnesses.blended_usd_per_mtok
        <= offers.blended_usd_per_mtok * {{ assumption("support_factor") }}

    group by offers.offer_id

),

supported as (

    select
        offers.*,
        case
            when offers.is_first_party then offers.offer_start_date
            {# Not without the test for null: greatest() skips nulls. #}
            when witnessed.witness_date is not null
                then greatest(offers.offer_start_date, witnessed.witness_date)
        end as first_support_date

    from offers

    left join witnessed on offers.offer_id = witnessed.offer_id

),

dated as (

    select
        *,
        case
            when offer_end_date is null or first_support_date < offer_end_date
                then first_support_date
        end as supported_from_date

    from supported

)

select * from dated
