{#
    Every statement of a price, side by side: a row of the collection may carry a second source that
    says otherwise. Each counts from the day on which it could be known.
#}
with

prices as (

    select * from {{ ref("stg_bundled__llm_prices") }}

),

stated as (

    select
        fact_id,
        seller_id,
        listing_id,
        case
            when evidence_class = 'reported' then 'announced'
            when quality_flag like 'curated%' then 'curated'
            when source_id in ('genai_prices', 'models_dev') then 'dated_feed'
            else 'mirror'
        end as source_kind,
        source_id,
        source_url,
        known_from_basis,
        input_usd_per_mtok,
        output_usd_per_mtok,
        cached_input_usd_per_mtok,
        false as is_alternative,
        known_from_date

    from prices

    where {{ is_known() }}

),

stated_otherwise as (

    select
        fact_id,
        seller_id,
        listing_id,
        case
            when alt_source_url like '%pydantic/genai-prices%' then 'dated_feed'
            when alt_source_url like '%litellm%' then 'mirror'
            else 'announced'
        end as source_kind,
        case
            when alt_source_url like '%pydantic/genai-prices%' then 'genai_prices'
            else source_id
        end as source_id,
        alt_source_url as source_url,
        alt_known_from_basis as known_from_basis,
        alt_input_usd_per_mtok as input_usd_per_mtok,
        alt_output_usd_per_mtok as output_usd_per_mtok,
        alt_cached_input_usd_per_mtok as cached_input_usd_per_mtok,
        true as is_alternative,
        alt_known_from_date as known_from_date

    from prices

    where alt_source_url is not null and {{ is_known("alt_known_from_date") }}

),

observations as (

    select * from stated
    union all
    select * from stated_otherwise

)

select * from observations
