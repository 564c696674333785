{#
    What one model could be bought for on each day under the rule `available`: the cheapest
    supported offer of the day, as intervals.
#}
with

offers as (

    select * from {{ ref("int_offers_supported") }}

    where supported_from_date is not null

),

rules as (

    select distinct price_rule_number, input_weight, output_weight

    from {{ ref("int_price_rules") }}

    where mode = 'available'

),

listings as (

    select
        rules.price_rule_number || '/' || offers.model_id as case_id,
        offers.offer_id as listing_id,
        offers.supported_from_date as valid_from_date,
        offers.offer_end_date as valid_to_date,
        (
            cast(offers.input_usd_per_mtok as double) * rules.input_weight
            + cast(offers.output_usd_per_mtok as double) * rules.output_weight
        ) / (rules.input_weight + rules.output_weight) as price_usd,
        1.0 as score,
        false as is_left_censored

    from offers

    cross join rules

),

cases as (

    select distinct
        case_id,
        0.0 as bar_score,
        cast(null as double) as below_score,
        'available' as mode,
        cast(null as date) as as_of_date

    from listings

),

steps as (

    {{ envelope_steps("listings", "cases") | indent(4) }}

),

spans as (

    select
        cast(split_part(case_id, '/', 1) as integer) as price_rule_number,
        substr(case_id, strpos(case_id, '/') + 1) as model_id,
        listing_id as offer_id,
        price_usd,
        step_date as valid_from_date,
        lead(step_date) over (partition by case_id order by step_date) as valid_to_date

    from steps

)

select * from spans where offer_id is not null
