{# M06 M07 and, on the same base, the envelope of M02 #}
with

indices as (

    select * from {{ ref("int_price_index_values") }}

),

panel as (

    select period, count(*) as items_count

    from {{ ref("int_prices_index_panel") }}

    where case_id = 'all_quarters'

    group by period

),

first_period as (

    select min(period) as period from indices where index_id = 'envelope'

),

{# An index that begins later starts from 100 in its own first quarter. #}
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
