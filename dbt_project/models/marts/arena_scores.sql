with

scores as (

    select * from {{ ref("stg_bundled__arena_scores") }}

),

published as (

    select
        model_id,
        source_model_key,
        category,
        elo_points,
        leaderboard_date,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from scores

)

select * from published
