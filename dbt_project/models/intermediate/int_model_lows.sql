{#
    New lows of each single model under each price rule. A low at a bar is a low of its model as
    well, so bars and benchmarks read these few rows and not the offers. Rows whose first day is
    not known are kept apart from the others: they may not open an envelope.
#}
with

offers as (

    select * from {{ ref("int_offers_supported") }}

),

rules as (

    select distinct price_rule_number, is_support_required, input_weight, output_weight

    from {{ ref("int_price_rules") }}

    where mode = 'running_min'

),

priced as (

    select
        rules.price_rule_number,
        offers.model_id,
        offers.offer_id,
        offers.is_start_unknown as is_left_censored,
        (
            cast(offers.input_usd_per_mtok as double) * rules.input_weight
            + cast(offers.output_usd_per_mtok as double) * rules.output_weight
        ) / (rules.input_weight + rules.output_weight) as price_usd,
        case when rules.is_support_required then offers.supported_from_date
            else offers.offer_start_date end as low_date

    from offers

    cross join rules

    where not rules.is_support_required or offers.supported_from_date is not null

),

running as (

    select
        *,
        min(price_usd) over (
            partition by price_rule_number, model_id, is_left_censored
            order by low_date, price_usd, offer_id
            rows between unbounded preceding and 1 preceding
        ) as low_before_usd

    from priced

),

lows as (

    select price_rule_number, model_id, offer_id, price_usd, is_left_censored, low_date

    from running

    where low_before_usd is null or price_usd < low_before_usd

)

select * from lows
