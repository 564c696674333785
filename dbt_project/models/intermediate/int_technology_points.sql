{#
    Prices of other technologies; a yearly price counts on 1 July of its year. The list price of a
    training chip per unit of dense 16-bit arithmetic, on the day of its launch, is one more series.
#}
with

prices as (

    select * from {{ ref("stg_bundled__technology_prices") }}

    where value > 0 and series_id <> 'solar_cumulative_capacity'

),

accelerators as (

    select * from {{ ref("stg_bundled__accelerators") }}

    where list_price_usd > 0 and bf16_dense_teraflops > 0

),

points as (

    select
        series_id as series_key, technology, unit, price_base, value,
        cast(year || '-07-01' as date) as observed_date, fact_id, source_id, evidence_class

    from prices

    union all

    select
        'accelerator_list_price' as series_key, 'accelerators' as technology,
        'USD per dense 16-bit TFLOP/s' as unit, 'nominal' as price_base,
        cast(list_price_usd as double) / bf16_dense_teraflops as value,
        launch_date as observed_date, fact_id, source_id, evidence_class

    from accelerators

    where launch_date is not null

)

select * from points
