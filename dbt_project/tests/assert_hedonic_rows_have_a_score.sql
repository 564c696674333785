{# A model without a score must not enter the hedonic index as if it had the lowest one. #}
with

panel as (

    select * from {{ ref("int_prices_index_panel") }} where feature_score_logit is not null

),

scores as (

    select distinct model_id from {{ ref("int_bar_scores") }}

    where bar_id = 'gpqa_diamond_0.357_hub'

),

unscored as (

    select panel.item_id, panel.period

    from panel

    left join scores on panel.model_id = scores.model_id

    where scores.model_id is null

)

select * from unscored
