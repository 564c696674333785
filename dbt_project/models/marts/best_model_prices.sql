{# Price of the best model, beside the price of a fixed capability. #}
with

records as (

    select * from {{ ref("int_record_prices") }}

),

flagships as (

    select * from {{ ref("int_flagship_prices") }}

),

together as (

    select
        case_id, 'record' as basis, benchmark, null as developer, null as flagship_name,
        model_id, seller_id, listing_id, score,
        input_usd_per_mtok, output_usd_per_mtok, price_usd_per_mtok,
        is_first_party, observed_date, price_date, price_fact_id, score_fact_id, evidence_class

    from records

    union all

    select
        case_id, 'flagship' as basis, null as benchmark, developer, flagship_name,
        model_id, seller_id, listing_id, null as score,
        input_usd_per_mtok, output_usd_per_mtok, price_usd_per_mtok,
        is_first_party, observed_date, price_date, price_fact_id, null as score_fact_id,
        evidence_class

    from flagships

),

compared as (

    select
        case_id,
        basis,
        benchmark,
        developer,
        flagship_name,
        model_id,
        seller_id,
        listing_id,
        cast(row_number() over (partition by case_id order by observed_date) as integer)
            as step_number,
        score,
        input_usd_per_mtok,
        output_usd_per_mtok,
        price_usd_per_mtok,
        price_usd_per_mtok / first_value(price_usd_per_mtok) over (
            partition by case_id order by observed_date
        ) as price_of_first_x,
        price_usd_per_mtok / lag(price_usd_per_mtok) over (
            partition by case_id order by observed_date
        ) as price_of_previous_x,
        is_first_party,
        case when price_usd_per_mtok is null then 'missing_price' end as flag,
        observed_date,
        price_date,
        price_fact_id,
        score_fact_id,
        evidence_class

    from together

)

select * from compared
