{# Everything that is kept but enters no metric, with the reason. Its count stands on the memo. #}
with

prices as (

    select * from {{ ref("int_prices_judged") }}

),

quarantined as (

    select
        offer_id as row_id,
        'llm_prices' as table_name,
        seller_id || '/' || listing_id as item,
        quarantine_reason as reason,
        case
            when quarantine_reason in ('jump_against_history', 'jump_against_peers') then 'jump'
            when quarantine_reason = 'contradicted_floating_name' then 'conflict'
            when quarantine_reason = 'excluded_seller' then 'seller'
            else 'flag'
        end as reason_kind,
        'usd_per_mtok' as unit,
        blended_usd_per_mtok as value,
        offer_start_date as from_date,
        fact_id,
        source_id,
        source_url,
        evidence_class,
        known_from_date

    from prices

    where quarantine_reason is not null

)

select * from quarantined
