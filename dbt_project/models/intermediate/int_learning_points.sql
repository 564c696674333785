{# Points of M14: on the first of each month the lowest price at a bar and the tokens so far. #}
with

prices as (

    select case_id, observed_date, price_usd

    from {{ ref("int_bar_fit_points") }}

    where
        estimator = 'month'
        and case_id in ('mmlu_0.648_trends/base', 'gpqa_diamond_0.357_hub/base')

),

segments as (

    select * from {{ ref("int_token_segments") }}

),

points as (

    select
        split_part(prices.case_id, '/', 1) || '/' || segments.curve_id || '/' || segments.history
            as case_id,
        split_part(prices.case_id, '/', 1) as bar_id,
        segments.curve_id,
        segments.history,
        prices.observed_date,
        prices.price_usd as cost_usd,
        segments.tokens_at_start
        + {{ days_between("segments.rate_date", "prices.observed_date") }}
        * (
            segments.tokens_per_day
            + (segments.next_tokens_per_day - segments.tokens_per_day)
            * {{ days_between("segments.rate_date", "prices.observed_date") }}
            / (2.0 * segments.days)
        ) as cumulative_quantity

    from prices

    inner join segments
        on segments.rate_date < prices.observed_date
        and segments.next_date >= prices.observed_date

)

select * from points
