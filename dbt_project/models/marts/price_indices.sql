{# M06 M07 and, on the same base, the envelope of M02 #}
with

matched as (

    select * from {{ ref("int_prices_index_matched") }}

),

hedonic as (

    select * from {{ ref("int_prices_index_hedonic") }} where term_kind = 'period' and value is not null

),

panel as (

    select period, count(*) as items_count

    from {{ ref("int_prices_index_panel") }}

    where case_id = 'all_quarters'

    group by period

),

envelope as (

    select quarters.period, min(steps.price_usd) as price_usd

    from panel as quarters

    inner join {{ ref("int_bar_steps") }} as steps
        on steps.case_id = 'gpqa_diamond_0.357_hub/base' and steps.step_date <= quarters.period

    group by quarters.period

),

first_period as (

    select min(period) as period from envelope

),

{# An index that begins later starts from 100 in its own first quarter. #}

indices as (

    select 'matched_jevons' as index_id, period, price_index, matched_count as items_count, flag
    from matched where case_id = 'all_quarters'

    union all

    select 'hedonic_' || kind || '_' || case_id as index_id, cast(term as date) as period, value as price_index,
        points_count as items_count, flag
    from hedonic

    union all

    select 'envelope' as index_id, envelope.period, envelope.price_usd as price_index,
        1 as items_count, null as flag
    from envelope

),

based as (

    select
        indices.index_id || '/' || indices.period as case_id,
        indices.index_id,
        indices.period as period_date,
        100 * indices.price_index / first_value(indices.price_index) over (
            partition by indices.index_id order by indices.period
        ) as price_index,
        cast(indices.items_count as integer) as items_count,
        indices.items_count / nullif(panel.items_count, 0) as matched_share,
        indices.flag,
        'derived' as evidence_class

    from indices

    cross join first_period

    left join panel on indices.period = panel.period

    where indices.period >= first_period.period

)

select * from based
