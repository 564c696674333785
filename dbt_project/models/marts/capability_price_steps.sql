{# M02 #}
with

steps as (

    select * from {{ ref("int_bar_steps") }}

),

offers as (

    select * from {{ ref("int_offers_supported") }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

datasets as (

    select
        bar_id,
        {{ dbt.listagg("source_dataset", "' + '", "order by source_dataset") }} as source_datasets

    from {{ ref("bar_datasets") }}

    group by bar_id

),

traced as (

    select
        steps.case_id,
        steps.bar_id,
        steps.choice_id,
        bars.benchmark,
        bars.bar_name,
        bars.bar_label,
        datasets.source_datasets,
        steps.model_id,
        offers.seller_id,
        offers.listing_id,
        cast(steps.step_number as integer) as step_number,
        steps.price_usd as price_usd_per_mtok,
        steps.score,
        steps.is_left_censored,
        offers.is_first_party,
        steps.step_date,
        offers.fact_id as price_fact_id,
        steps.score_fact_id,
        'derived' as evidence_class

    from steps

    inner join bars on steps.bar_id = bars.bar_id

    inner join datasets on steps.bar_id = datasets.bar_id

    left join offers on steps.offer_id = offers.offer_id

)

select * from traced
