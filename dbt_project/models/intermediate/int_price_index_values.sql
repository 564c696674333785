{# M06, M07 and the envelope of M02 side by side, each on a base of its own. #}
with

matched as (

    select * from {{ ref("int_prices_index_matched") }} where case_id = 'all_quarters'

),

hedonic as (

    select * from {{ ref("int_prices_index_hedonic") }}

    {# A quarter with a handful of offers says more about them than about the market. #}
    where
        term_kind = 'period'
        and value is not null
        and points_count >= {{ assumption("min_offers_index") }}

),

quarters as (

    select distinct period from {{ ref("int_prices_index_panel") }} where case_id = 'all_quarters'

),

envelope as (

    select quarters.period, min(steps.price_usd) as price_usd

    from quarters

    inner join {{ ref("int_bar_steps") }} as steps
        on steps.case_id = 'gpqa_diamond_0.357_hub/base' and steps.step_date <= quarters.period

    group by quarters.period

),

index_values as (

    select
        'matched_jevons' as index_id, period, price_index, matched_count as items_count, flag
    from matched

    union all

    select
        'hedonic_' || kind || '_' || case_id as index_id, cast(term as date) as period,
        value as price_index, points_count as items_count, flag
    from hedonic

    union all

    select
        'envelope' as index_id, period, price_usd as price_index, 1 as items_count, null as flag
    from envelope

)

select * from index_values
