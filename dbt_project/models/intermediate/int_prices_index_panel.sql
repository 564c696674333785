{#
    Panel of M06 and M07: what each offer cost on the first day of each quarter. Features of M07
    stand beside it: the chance-corrected logit of the score, the log of the context length, whether
    the model reasons, whether its weights are open. Offers whose first day is not known count from
    the day they were seen.
#}
with

offers as (

    select * from {{ ref("int_offers_supported") }}

),

quarters as (

    select cast(quarter_start.range as date) as quarter_date

    from range(timestamp '2023-01-01', timestamp '2036-01-01', interval 3 month) as quarter_start

),

scores as (

    select model_id, max(key_score) as score

    from {{ ref("int_bar_scores") }}

    where bar_id = 'gpqa_diamond_0.357_hub'

    group by model_id

),

traits as (

    select * from {{ ref("int_model_traits") }}

),

priced as (

    select
        quarters.quarter_date as period,
        offers.seller_id || '/' || offers.listing_id || '/' || offers.model_id as item_id,
        offers.model_id,
        min(offers.blended_usd_per_mtok) as price_usd,
        max(offers.context_window_tokens) as context_window_tokens

    from offers

    inner join quarters
        on offers.offer_start_date <= quarters.quarter_date
        and (offers.offer_end_date is null or offers.offer_end_date > quarters.quarter_date)

    where quarters.quarter_date <= (select max(offer_start_date) from offers)

    group by quarters.quarter_date, offers.seller_id, offers.listing_id, offers.model_id

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
        cases.case_id,
        priced.period,
        priced.item_id,
        priced.model_id,
        priced.price_usd,
        1.0 as weight,
        ln(
            least(greatest((scores.score - {{ assumption("mcq_chance") }})
            / (1 - {{ assumption("mcq_chance") }}), 0.005), 0.995)
            / (1 - least(greatest((scores.score - {{ assumption("mcq_chance") }})
            / (1 - {{ assumption("mcq_chance") }}), 0.005), 0.995))
        ) as feature_score_logit,
        ln(priced.context_window_tokens) as feature_log_context,
        cast(traits.is_reasoning as integer) as feature_is_reasoning,
        cast(traits.is_open_weights as integer) as feature_is_open_weights

    from priced

    inner join cases on priced.period >= cases.from_period

    left join scores on priced.model_id = scores.model_id

    left join traits on priced.model_id = traits.model_id

)

select * from featured
