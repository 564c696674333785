{# Steps of M02 of every case: bars under each choice. #}
with

listings as (

    select * from {{ ref("int_bar_listings") }}

),

cases as (

    select * from {{ ref("int_bar_cases") }}

),

steps as (

    {{ envelope_steps("listings", "cases") | indent(4) }}

),

named as (

    select
        steps.case_id,
        cases.bar_id,
        cases.choice_id,
        steps.step_number,
        steps.listing_id as offer_id,
        listings.model_id,
        listings.score_fact_id,
        steps.price_usd,
        steps.score,
        steps.is_left_censored,
        steps.step_date

    from steps

    inner join cases on steps.case_id = cases.case_id

    left join listings
        on steps.case_id = listings.case_id
        and steps.listing_id = listings.listing_id
        and steps.price_usd = listings.price_usd
        and steps.step_date >= listings.valid_from_date
        and (listings.valid_to_date is null or steps.step_date < listings.valid_to_date)

),

once as (

    select
        *,
        row_number() over (partition by case_id, step_number order by score_fact_id) as preference

    from named

)

select * from once where preference = 1
