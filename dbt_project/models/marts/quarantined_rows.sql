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
        blended_usd_per_mtok as value,
        'usd_per_mtok' as unit,
        offer_start_date as from_date,
        fact_id,
        source_id,
        source_url,
        evidence_class,
        known_from_date

    from prices

    where quarantine_reason is not null

),

once as (

    select *, row_number() over (partition by row_id order by from_date) as preference

    from quarantined

)

select
    row_id,
    table_name,
    item,
    reason,
    reason_kind,
    unit,
    value,
    from_date,
    fact_id,
    source_id,
    source_url,
    evidence_class,
    known_from_date

from once

where preference = 1
