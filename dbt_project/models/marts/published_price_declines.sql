with

declines as (

    select * from {{ ref("stg_bundled__published_price_declines") }}

),

published as (

    select
        benchmark,
        threshold_model_name,
        bar,
        new_lows_count,
        fold_per_year,
        low_fold_per_year,
        high_fold_per_year,
        r_squared_share,
        first_price_date,
        last_price_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from declines

)

select * from published
