{# First half of M06: one row a case and period with its link. Columns as in matched_model_index. #}
{% macro matched_model_links(panel, cases) %}
with

link_periods as (

    select
        case_id,
        period,
        row_number() over (partition by case_id order by period) as period_number
    from (select distinct case_id, period from {{ panel }}) as periods

),

link_prices as (

    select
        panel.case_id,
        panel.item_id,
        link_periods.period_number,
        cast(panel.price_usd as double) as price,
        cast(panel.quantity as double) as quantity,
        cast(panel.price_usd as double) * panel.quantity as spend

    from {{ panel }} as panel

    inner join link_periods
        on panel.case_id = link_periods.case_id and panel.period = link_periods.period

    where panel.price_usd > 0

),

link_pairs as (

    {{ matched_pairs("link_prices") | indent(4) }}

),

link_sums as (

    {{ matched_model_sums("link_pairs") | indent(4) }}

),

link_spends as (

    select case_id, period_number, {{ ordered_sum("spend", "item_id") }} as spend
    from link_prices
    group by case_id, period_number

)

select
    link_periods.case_id,
    link_periods.period,
    link_periods.period_number,
    coalesce(link_sums.matched_count, 0) as matched_count,
    case cases.formula
        when 'jevons' then jevons
        when 'laspeyres' then laspeyres
        when 'paasche' then paasche
        when 'fisher' then sqrt(laspeyres * paasche)
        when 'tornqvist' then tornqvist
    end as link_x,
    link_sums.matched_spend / nullif(link_spends.spend, 0) as matched_spend_share
from link_periods
inner join {{ cases }} as cases on link_periods.case_id = cases.case_id
left join link_sums
    on link_periods.case_id = link_sums.case_id
    and link_periods.period_number = link_sums.period_number
left join link_spends
    on link_periods.case_id = link_spends.case_id
    and link_periods.period_number = link_spends.period_number
{% endmacro %}
