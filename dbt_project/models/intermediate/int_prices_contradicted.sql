{#
    Offers of one seller for one model at the same time at two prices, one of them under a floating
    name: feeds leave an old price on a floating name long after the name has moved on.
#}
with

prices as (

    select
        offer_id,
        seller_id,
        listing_id,
        model_id,
        {{ blended_list_price("mapped") }} as blended_usd_per_mtok,
        is_floating,
        offer_start_date,
        offer_end_date

    from {{ ref("int_prices_mapped") }} as mapped

    where
        model_id is not null
        and quality_flag in ('ok', 'curated', 'curated_conflict')
        and input_usd_per_mtok > 0
        and output_usd_per_mtok > 0

),

contradicted as (

    select
        floating.offer_id,
        fixed.offer_id as other_offer_id,
        floating.seller_id,
        floating.listing_id,
        fixed.listing_id as other_listing_id,
        floating.model_id,
        floating.blended_usd_per_mtok,
        fixed.blended_usd_per_mtok as other_blended_usd_per_mtok,
        greatest(floating.offer_start_date, fixed.offer_start_date) as from_date

    from prices as floating

    inner join prices as fixed
        on floating.seller_id = fixed.seller_id
        and floating.model_id = fixed.model_id
        and floating.offer_start_date < coalesce(fixed.offer_end_date, cast('9999-12-31' as date))
        and fixed.offer_start_date < coalesce(floating.offer_end_date, cast('9999-12-31' as date))

    where
        floating.is_floating
        and not fixed.is_floating
        and abs(floating.blended_usd_per_mtok / fixed.blended_usd_per_mtok - 1)
        > {{ assumption("conflict_tolerance") }}

)

select * from contradicted
