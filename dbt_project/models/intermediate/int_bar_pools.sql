{# How many models, sellers and offers stand behind the lowest price at each bar. #}
with

scores as (

    select
        scores.bar_id,
        count(*) as scored_models_count,
        count(case when scores.key_score >= bars.bar then 1 end) as cleared_models_count

    from {{ ref("int_bar_scores") }} as scores

    inner join {{ ref("capability_bars") }} as bars on scores.bar_id = bars.bar_id

    group by scores.bar_id

),

offers as (

    select
        bar_id,
        count(distinct model_id) as priced_models_count,
        count(distinct seller_id) as sellers_count,
        count(*) as offers_count,
        count(case when supported_from_date is null then 1 end) as unsupported_offers_count

    from {{ ref("int_bar_offers") }}

    group by bar_id

),

pools as (

    select
        scores.bar_id,
        scores.scored_models_count,
        scores.cleared_models_count,
        coalesce(offers.priced_models_count, 0) as priced_models_count,
        coalesce(offers.sellers_count, 0) as sellers_count,
        coalesce(offers.offers_count, 0) as offers_count,
        coalesce(offers.unsupported_offers_count, 0) as unsupported_offers_count

    from scores

    left join offers on scores.bar_id = offers.bar_id

)

select * from pools
