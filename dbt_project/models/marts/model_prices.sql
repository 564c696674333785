with

prices as (

    select * from {{ ref("int_prices_judged") }}

),

supported as (

    select offer_id, supported_from_date from {{ ref("int_offers_supported") }}

),

published as (

    select
        prices.offer_id,
        prices.seller_id,
        prices.listing_id,
        prices.model_id,
        prices.quality_flag,
        prices.quarantine_reason,
        prices.input_usd_per_mtok,
        prices.output_usd_per_mtok,
        prices.cached_input_usd_per_mtok,
        prices.blended_usd_per_mtok,
        prices.batch_discount_share,
        prices.context_window_tokens,
        prices.is_open_weights,
        prices.is_first_party,
        prices.is_floating as is_floating_name,
        prices.is_start_unknown as is_left_censored,
        prices.quarantine_reason is null and prices.model_id is not null and prices.is_offered
            as is_usable,
        prices.offer_start_date as valid_from_date,
        prices.offer_end_date as valid_to_date,
        supported.supported_from_date,
        prices.release_date,
        prices.fact_id,
        prices.source_id,
        prices.source_url,
        prices.licence,
        prices.evidence_class,
        prices.known_from_date,
        prices.known_from_basis

    from prices

    left join supported on prices.offer_id = supported.offer_id

)

select * from published
