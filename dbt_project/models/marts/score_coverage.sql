with

unscored as (

    select * from {{ ref("int_bar_unscored") }}

),

summaries as (

    select * from {{ ref("bar_summaries") }}

),

covered as (

    select
        unscored.bar_id,
        summaries.bar_name,
        summaries.bar_label,
        cast(unscored.later_listings_count as integer) as later_listings_count,
        unscored.later_low_usd as later_low_usd_per_mtok,
        cast(unscored.makers_models_count as integer) as makers_models_count,
        unscored.makers_low_usd as makers_low_usd_per_mtok,
        summaries.lowest_usd_per_mtok,
        date_diff('day', unscored.last_score_date, unscored.last_price_date) / (365.25 / 12)
            as months_without_scores,
        coalesce(unscored.makers_low_usd < summaries.lowest_usd_per_mtok, false)
            as is_makers_low_lower,
        unscored.last_score_date,
        unscored.last_price_date,
        'derived' as evidence_class

    from unscored

    inner join summaries on unscored.bar_id = summaries.bar_id

)

select * from covered
