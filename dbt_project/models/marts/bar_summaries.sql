{# One line a bar: what it costs, how it came there, and what may be said of the pace. #}
with

bars as (

    select * from {{ ref("capability_bars") }}

),

declines as (

    select * from {{ ref("price_declines") }} where choice_id = 'base'

),

summarised as (

    select
        bars.bar_id, bars.benchmark, bars.bar_name, bars.bar_label,
        paths.lowest_model_id,
        sources.source_ids,
        split_part(paths.lowest_offer_id, '@', 1) as lowest_price_fact_id,
        paths.first_usd as first_usd_per_mtok,
        paths.lowest_usd as lowest_usd_per_mtok,
        paths.year_before_usd as year_before_usd_per_mtok,
        ranges.cheapest_usd_per_mtok as on_offer_usd_per_mtok,
        ranges.third_usd_per_mtok,
        cast(paths.steps_count as integer) as new_lows_count,
        cast(paths.left_censored_count as integer) as left_censored_count,
        steps.points_count,
        steps.fold_per_year as steps_fold_per_year,
        steps.low_fold_per_year,
        steps.high_fold_per_year,
        steps.bootstrap_low_fold_per_year,
        steps.bootstrap_high_fold_per_year,
        months.fold_per_year as months_fold_per_year,
        least(steps.fold_per_year, months.fold_per_year) as quoted_fold_per_year,
        first_left_out.fold_per_year as without_first_fold_per_year,
        steps.span_years,
        steps.r_squared_share,
        steps.months_since_last_step,
        cast(pools.scored_models_count as integer) as scored_models_count,
        cast(pools.cleared_models_count as integer) as cleared_models_count,
        cast(pools.priced_models_count as integer) as priced_models_count,
        cast(pools.sellers_count as integer) as sellers_count,
        cast(pools.offers_count as integer) as offers_count,
        cast(pools.unsupported_offers_count as integer) as unsupported_offers_count,
        coalesce(steps.is_quotable, false) as is_quotable,
        case when paths.bar_id is null then 'no_data' else steps.flag end as flag,
        paths.first_step_date,
        paths.last_step_date,
        steps.as_of_date as scores_and_prices_date,
        paths.price_date,
        'derived' as evidence_class

    from bars

    left join {{ ref("int_bar_paths") }} as paths on bars.bar_id = paths.bar_id

    left join {{ ref("int_bar_pools") }} as pools on bars.bar_id = pools.bar_id

    left join {{ ref("int_bar_sources") }} as sources on bars.bar_id = sources.bar_id

    left join {{ ref("offer_ranges") }} as ranges
        on bars.bar_id = ranges.bar_id and ranges.is_newest

    left join declines as steps on bars.bar_id = steps.bar_id and steps.estimator = 'steps'

    left join declines as months on bars.bar_id = months.bar_id and months.estimator = 'month'

    left join declines as first_left_out
        on bars.bar_id = first_left_out.bar_id and first_left_out.estimator = 'without_first'

)

select * from summarised
