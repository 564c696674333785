{# M12 #}
with

pairs as (

    select * from {{ ref("int_run_pairs") }}

),

ratios as (

    {{ token_and_task_cost("pairs") | indent(4) }}

),

traced as (

    select
        pairs.case_id,
        pairs.suite,
        pairs.agent_scaffold,
        pairs.cost_unit,
        pairs.first_model_id,
        pairs.second_model_id,
        pairs.first_variant,
        pairs.second_variant,
        pairs.first_cost_usd,
        pairs.second_cost_usd,
        pairs.first_price_usd as first_price_usd_per_mtok,
        pairs.second_price_usd as second_price_usd_per_mtok,
        ratios.price_ratio as price_x,
        ratios.token_ratio as token_x,
        ratios.cost_ratio as cost_x,
        ratios.breakeven_token_ratio as breakeven_token_x,
        pairs.first_success_share,
        pairs.second_success_share,
        ratios.flag,
        pairs.first_run_date,
        pairs.second_run_date,
        pairs.first_cost_fact_id,
        pairs.second_cost_fact_id,
        pairs.first_price_fact_id,
        pairs.second_price_fact_id,
        {{ evidence_of_rank("pairs.evidence_rank") }} as evidence_class

    from pairs

    inner join ratios on pairs.case_id = ratios.case_id

)

select * from traced
