{#
    M06: chained index over the items priced in two adjacent periods. Base 100 in the first period.

    panel: case_id, period (any type that sorts in time order), item_id, price_usd, quantity (null
        if unknown). One row per case, period and item; prices of 0 or below and null do not count.
    cases: case_id, formula (jevons | laspeyres | paasche | fisher | tornqvist). Only jevons needs
        no quantities.
    Gives one row a case and period: case_id, period, matched_count, price_index, link_x (this
        period over the one before), matched_spend_share (of this period's spending), flag.
    Edge: without a match the link is null, and both stay null from there on (chain_broken).
    Source: Diewert, Harmonized Indexes of Consumer Prices, 2002.
#}
{% macro matched_model_index(panel, cases) %}
with

index_links as (

    {{ matched_model_links(panel, cases) | indent(4) }}

),

index_breaks as (

    select
        *,
        max(case when period_number > 1 and link_x is null then 1 else 0 end) over (
            partition by case_id order by period_number
            rows between unbounded preceding and current row
        ) = 1 as is_broken,
        coalesce(
            sum(ln(link_x)) over (
                partition by case_id order by period_number
                rows between unbounded preceding and current row
            ),
            0
        ) as log_index

    from index_links

)

select
    case_id,
    period,
    matched_count,
    case when not is_broken then 100 * exp(log_index) end as price_index,
    case when not is_broken then link_x end as link_x,
    matched_spend_share,
    case when is_broken then 'chain_broken' end as flag
from index_breaks
{% endmacro %}
