{# M06 on the panel of offers. Quantities by model are not published, so only Jevons can be had. #}
with

panel as (

    select case_id, period, item_id, price_usd, cast(null as double) as quantity

    from {{ ref("int_prices_index_panel") }}

),

cases as (

    select distinct case_id, 'jevons' as formula from panel

),

indices as (

    {{ matched_model_index("panel", "cases") | indent(4) }}

)

select * from indices
