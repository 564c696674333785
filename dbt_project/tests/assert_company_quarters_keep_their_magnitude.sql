{#
    A line that cannot be negative stays within a factor of twenty of the same period a year
    before; more is a unit mistaken (thousands or millions for dollars), not growth.
#}
with

quarters as (

    select * from {{ ref("company_quarters") }}

),

year_before as (

    select
        ticker,
        metric,
        fiscal_year,
        fiscal_period,
        value_usd,
        lag(value_usd) over (
            partition by ticker, metric, fiscal_period order by fiscal_year
        ) as value_before_usd

    from quarters

    where metric in ('capex', 'revenue', 'depreciation_amortization', 'gross_profit', 'ppe_net')

)

select *

from year_before

where value_usd > 20 * value_before_usd or value_before_usd > 20 * value_usd
