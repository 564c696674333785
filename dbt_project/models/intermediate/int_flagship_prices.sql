{#
    First usable list price of each flagship's listing from the launch on. The price may have been
    seen days after the launch; the day it was seen stands beside it.
#}
with

flagships as (

    select * from {{ ref("flagships") }} where from_date <= {{ as_of_date() }}

),

prices as (

    select * from {{ ref("int_prices_judged") }}

    where quarantine_reason is null and is_offered and offer_start_date <= {{ as_of_date() }}

),

ranked as (

    select
        'flagships/' || lower(flagships.developer) as case_id,
        flagships.developer,
        flagships.flagship_name,
        prices.model_id,
        flagships.seller_id,
        flagships.listing_id,
        cast(prices.input_usd_per_mtok as double) as input_usd_per_mtok,
        cast(prices.output_usd_per_mtok as double) as output_usd_per_mtok,
        prices.blended_usd_per_mtok as price_usd_per_mtok,
        prices.is_first_party,
        flagships.from_date as observed_date,
        prices.offer_start_date as price_date,
        prices.fact_id as price_fact_id,
        {{ weakest_evidence(["prices.evidence_class"]) }} as evidence_class,
        row_number() over (
            partition by flagships.developer, flagships.from_date
            order by prices.offer_start_date, prices.offer_id
        ) as preference

    from flagships

    left join prices
        on flagships.seller_id = prices.seller_id
        and flagships.listing_id = prices.listing_id
        and flagships.from_date <= prices.offer_start_date

)

select * from ranked where preference = 1
