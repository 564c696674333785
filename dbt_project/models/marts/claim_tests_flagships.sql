{#
    S2-13: flagship against flagship, as the claim has it. Falls of 85 and of 97 per cent are near
    as shares, but the one leaves a price five times that of the other; so the claim is also tested
    as a fold, and holds only if both hold.
#}
with

flagships as (

    select * from {{ ref("best_model_prices") }}

    where case_id = 'flagships/openai' and flagship_name in ('GPT-4', 'GPT-5.4')

),

claims as (

    select * from {{ ref("claims") }} where claim_id = 'S2-13'

),

falls as (

    select
        case_id as mart_key,
        'best_model_prices' as mart,
        {{ evidence_of_rank("max(" ~ evidence_rank("evidence_class") ~ ")") }} as weakest_evidence,
        cast(count(price_usd_per_mtok) as integer) as n,
        max(case when flagship_name = 'GPT-5.4' then price_of_first_x end) as left_x

    from flagships

    group by case_id

),

tests as (

    select
        claim_id, 'fold' as part, 'x' as unit, 1 / (1 - stated_low) as stated_low,
        1 / (1 - stated_high) as stated_high, 1 / left_x as measured, n, weakest_evidence, mart,
        mart_key
    from falls
    cross join claims

),

complete as (

    select
        claim_id,
        part,
        cast(unit as varchar) as unit,
        cast(stated_low as double) as stated_low,
        cast(stated_high as double) as stated_high,
        cast(measured as double) as measured,
        cast(null as double) as interval_low,
        cast(null as double) as interval_high,
        n,
        2 as minimum_count,
        true as is_deciding,
        weakest_evidence,
        mart,
        mart_key

    from tests

)

select * from complete
