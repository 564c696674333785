{#
    Usable offers with the day from which a low may rest on them. A minimum is the least robust
    statistic: the maker's own price needs no second witness, any other needs another seller that
    has listed the model at no more than support_factor times the price by then.
#}
with

offers as (

    select * from {{ ref("int_prices_judged") }}

    where
        quarantine_reason is null
        and model_id is not null
        and is_offered
        and offer_start_date <= {{ as_of_date() }}

),

witnesses as (

    select * from {{ ref("int_offer_witnesses") }}

),

{# Sellers that were the cheapest, and so must not bear witness to themselves. #}
path_sellers as (

    select distinct model_id, seller_id from witnesses where left_out_seller_id is null

),

witnessed as (

    select offers.offer_id, min(witnesses.offer_start_date) as witness_date

    from offers

    left join path_sellers
        on offers.model_id = path_sellers.model_id
        and offers.seller_id = path_sellers.seller_id

    inner join witnesses
        on offers.model_id = witnesses.model_id
        and witnesses.left_out_seller_id is not distinct from path_sellers.seller_id
        and witnesses.blended_usd_per_mtok
        <= offers.blended_usd_per_mtok * {{ assumption("support_factor") }}

    where not offers.is_first_party

    group by offers.offer_id

),

supported as (

    select
        {{ offer_columns("offers") }},
        offers.blended_usd_per_mtok,
        offers.quarantine_reason,
        offers.is_first_party,
        offers.is_offered,
        case
            when offers.is_first_party then offers.offer_start_date
            {# Not without the test for null: greatest() skips nulls. #}
            when witnessed.witness_date is not null
                and (
                    offers.offer_end_date is null
                    or witnessed.witness_date < offers.offer_end_date
                )
                then greatest(offers.offer_start_date, witnessed.witness_date)
        end as supported_from_date

    from offers

    left join witnessed on offers.offer_id = witnessed.offer_id

)

select * from supported
