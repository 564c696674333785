{#
    M02 on parameters in place of prices: open models since 2023 whose configuration is known, at
    each bar of the seed of sizes. Closed models do not publish their size and are not there.
#}
with

bars as (

    select * from {{ ref("capability_bars") }}

    where bar_id in (
        'gpqa_diamond_0.357_hub', 'gpqa_diamond_0.4885_hub', 'gpqa_diamond_0.6_hub',
        'gpqa_diamond_0.75_hub', 'epoch_eci_125.7_hub', 'epoch_eci_130_hub',
        'epoch_eci_142.8_hub', 'mmlu_0.7_hub'
    )

),

scores as (

    select * from {{ ref("int_bar_scores") }}

),

sized as (

    select * from {{ ref("int_open_model_sizes") }}

),

releases as (

    select * from {{ ref("int_model_releases") }} where release_date >= cast('2023-01-01' as date)

),

listings as (

    select
        bars.bar_id || '/' || sized.measure as case_id,
        bars.bar_id,
        bars.bar as bar_score,
        sized.measure,
        scores.model_id || '#' || sized.fact_id as listing_id,
        scores.model_id,
        sized.params as price_usd,
        scores.key_score as score,
        false as is_left_censored,
        releases.release_date as valid_from_date,
        cast(null as date) as valid_to_date,
        sized.fact_id as params_fact_id,
        scores.score_fact_id,
        {{ evidence_rank("sized.evidence_class") }} as evidence_rank

    from bars

    inner join scores on bars.bar_id = scores.bar_id

    inner join sized on scores.model_id = sized.model_id

    inner join releases on scores.model_id = releases.model_id

    where releases.release_date <= {{ as_of_date() }}

)

select * from listings
