{# Listings of M02 for each case: lows or offers of single models, with the score for the bar. #}
with

cases as (

    select * from {{ ref("int_bar_cases") }}

),

scores as (

    select * from {{ ref("int_bar_scores") }}

),

priced as (

    select
        price_rule_number, model_id, offer_id, price_usd, is_left_censored,
        low_date as valid_from_date, cast(null as date) as valid_to_date
    from {{ ref("int_model_lows") }}

    union all

    select
        price_rule_number, model_id, offer_id, price_usd, false as is_left_censored,
        valid_from_date, valid_to_date
    from {{ ref("int_model_offers") }}

),

listings as (

    select
        cases.case_id,
        priced.offer_id as listing_id,
        priced.model_id,
        scores.score_fact_id,
        priced.price_usd,
        scores.key_score as score,
        {# A start that only the score's day sets is known, even where the offer's own is not. #}
        priced.is_left_censored
        and not (cases.is_as_known and scores.cleared_known_from_date > priced.valid_from_date)
            as is_left_censored,
        case
            when cases.is_as_known
                then greatest(priced.valid_from_date, scores.cleared_known_from_date)
            else priced.valid_from_date
        end as valid_from_date,
        priced.valid_to_date

    from cases

    inner join scores on cases.bar_id = scores.bar_id

    inner join priced
        on cases.price_rule_number = priced.price_rule_number
        and scores.model_id = priced.model_id

)

select * from listings
