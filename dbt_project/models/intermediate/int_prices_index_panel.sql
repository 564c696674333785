{#
    Panel of M06 and M07: prices by quarter with the features of M07 beside them: the
    chance-corrected logit of the score, the log of the context length, whether the model reasons,
    whether its weights are open.
#}
with

priced as (

    select * from {{ ref("int_offers_by_quarter") }}

),

scores as (

    select model_id, max(key_score) as score from {{ ref("int_bar_scores") }}

    where bar_id = 'gpqa_diamond_0.357_hub'

    group by model_id

),

traits as (

    select * from {{ ref("int_model_traits") }}

),

{#
    Two cases: all quarters, and the quarters from which every feature varies among enough offers,
    because double imputation fits each quarter by itself.
#}
rich_quarters as (

    select priced.period

    from priced

    inner join traits on priced.model_id = traits.model_id

    group by priced.period

    having
        count(*) >= 30
        and count(case when traits.is_reasoning then 1 end) >= 5
        and count(case when not traits.is_reasoning then 1 end) >= 5

),

cases as (

    select 'all_quarters' as case_id, min(period) as from_period from priced
    union all
    select 'rich_quarters' as case_id, min(period) as from_period from rich_quarters

),

featured as (

    select
        cases.case_id, priced.period, priced.item_id, priced.model_id, priced.price_usd,
        1.0 as weight,
        {{ score_logit("scores.score") }} as feature_score_logit,
        ln(priced.context_window_tokens) as feature_log_context,
        cast(traits.is_reasoning as integer) as feature_is_reasoning,
        cast(traits.is_open_weights as integer) as feature_is_open_weights

    from priced

    inner join cases on priced.period >= cases.from_period

    left join scores on priced.model_id = scores.model_id

    left join traits on priced.model_id = traits.model_id

)

select * from featured
