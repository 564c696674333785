{# S2-07 and S2-08: the two ends of the path at GPT-3.5 level within the period of the claims. #}
with

steps as (

    select * from {{ ref("capability_price_steps") }}

    where case_id = 'mmlu_0.648_trends/base' and step_date <= cast('2024-10-31' as date)

),

claims as (

    select * from {{ ref("claims") }} where claim_id = 'S2-08'

),

ends as (

    select
        case_id as mart_key,
        'capability_price_steps' as mart,
        'derived' as weakest_evidence,
        cast(count(*) as integer) as n,
        max_by(price_usd_per_mtok, -step_number) as first_usd,
        max_by(price_usd_per_mtok, step_number) as last_usd

    from steps

    group by case_id

),

tests as (

    select 'S2-07' as claim_id, 'fold' as part, null as unit, null as stated_low,
        null as stated_high, first_usd / last_usd as measured, n, weakest_evidence, mart, mart_key
    from ends

    union all

    select claim_id, 'first_price', null, stated_high, stated_high, first_usd, n,
        weakest_evidence, mart, mart_key
    from ends
    cross join claims

    union all

    select claim_id, 'last_price', null, stated_low, stated_low, last_usd, n,
        weakest_evidence, mart, mart_key
    from ends
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
