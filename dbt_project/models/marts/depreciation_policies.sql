with

policies as (

    select * from {{ ref("stg_bundled__depreciation_policies") }}

),

ordered as (

    select
        policy_id,
        ticker,
        company,
        asset_class,
        valid_precision,
        note,
        source_note,
        useful_life_low_years,
        useful_life_high_years,
        effect_on_income_usd,
        valid_from_date,
        valid_to_date,
        filed_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from policies

)

select * from ordered
