with

points as (

    select * from {{ ref("stg_bundled__published_price_points") }}

),

published as (

    select
        model_name,
        origin,
        usd_per_mtok,
        mmlu_score,
        gpqa_diamond_score,
        humaneval_score,
        math_500_score,
        math_5_score,
        arena_elo_points,
        is_reasoning,
        price_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from points

)

select * from published
