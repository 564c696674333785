{# M09 #}
with

models as (

    select * from {{ ref("int_frontier_models") }}

),

frontier as (

    {{ efficient_frontier("models") | indent(4) }}

),

traced as (

    select
        models.case_id,
        models.benchmark,
        models.source_dataset,
        models.model_id,
        models.seller_id,
        models.score_unit,
        frontier.price_usd as price_usd_per_mtok,
        frontier.score,
        cast(frontier.frontier_number as integer) as frontier_number,
        frontier.score_per_dollar,
        frontier.log10_price_per_point,
        frontier.is_on_frontier,
        frontier.flag,
        models.price_day_date,
        models.price_fact_id,
        models.score_fact_id,
        models.evidence_class

    from models

    inner join frontier
        on models.case_id = frontier.case_id and models.model_id = frontier.model_id

)

select * from traced
