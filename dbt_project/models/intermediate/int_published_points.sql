{# Epoch's published prices with one score a row: the listings of M02 for each of its bars. #}
with

points as (

    select * from {{ ref("stg_bundled__published_price_points") }} where not is_reasoning

),

fits as (

    select * from {{ ref("stg_bundled__published_price_declines") }}

),

scored as (

    {% for benchmark, column in [
        ("mmlu", "mmlu_score"), ("gpqa_diamond", "gpqa_diamond_score"),
        ("humaneval", "humaneval_score"), ("math_500", "math_500_score"),
        ("math_5", "math_5_score"), ("arena_elo", "arena_elo_points"),
    ] -%}
    select '{{ benchmark }}' as benchmark, fact_id, model_name, usd_per_mtok, price_date,
        {{ column }} as score
    from points
    where {{ column }} is not null
    {{ "union all" if not loop.last }}
    {% endfor %}
),

listings as (

    select
        fits.benchmark || '/' || fits.threshold_model_name as case_id,
        scored.fact_id as listing_id,
        scored.price_date as valid_from_date,
        cast(null as date) as valid_to_date,
        cast(scored.usd_per_mtok as double) as price_usd,
        cast(scored.score as double) as score,
        false as is_left_censored

    from fits

    inner join scored on fits.benchmark = scored.benchmark

)

select * from listings
