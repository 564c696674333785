{#
    Two kinds of disagreement above the tolerance: two sources of one price, and two names of one
    seller for one model, of which the floating one is not believed.
#}
with

observations as (

    select * from {{ ref("int_price_observations") }}

),

chosen as (

    select * from {{ ref("int_prices_chosen") }}

),

contradicted as (

    select * from {{ ref("int_prices_contradicted") }}

),

conflicts as (

    select
        'two_sources' as conflict_kind,
        chosen.seller_id,
        chosen.listing_id,
        cast(null as varchar) as model_id,
        chosen.source_url as chosen_source,
        observations.source_url as rejected_source,
        {{ blended_list_price("chosen") }} as chosen_usd_per_mtok,
        {{ blended_list_price("observations") }} as rejected_usd_per_mtok,
        chosen.valid_from_date as from_date,
        chosen.fact_id

    from chosen

    inner join observations
        on chosen.fact_id = observations.fact_id
        and chosen.source_url is distinct from observations.source_url

    union all

    select
        'two_names' as conflict_kind,
        contradicted.seller_id,
        contradicted.listing_id,
        contradicted.model_id,
        contradicted.other_listing_id as chosen_source,
        contradicted.listing_id as rejected_source,
        contradicted.other_blended_usd_per_mtok as chosen_usd_per_mtok,
        contradicted.blended_usd_per_mtok as rejected_usd_per_mtok,
        contradicted.from_date,
        split_part(contradicted.offer_id, '@', 1) as fact_id

    from contradicted

),

measured as (

    select
        conflict_kind || '/' || fact_id || '/' || chosen_source || '/' || from_date as conflict_id,
        conflict_kind, seller_id, listing_id, model_id, chosen_source, rejected_source,
        chosen_usd_per_mtok, rejected_usd_per_mtok, from_date, fact_id,
        rejected_usd_per_mtok / nullif(chosen_usd_per_mtok, 0) as rejected_over_chosen_x,
        'derived' as evidence_class

    from conflicts

)

select * from measured

where abs(rejected_over_chosen_x - 1) > {{ assumption("conflict_tolerance") }}
