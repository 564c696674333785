{#
    M09: models that no other one beats on price and score at once, and points for the dollar.

    models: case_id, model_id, price_usd, score.
    Gives every row of models once: case_id, model_id, frontier_number (by rising price, null off
        the frontier), price_usd, score, score_per_dollar (null if free), log10_price_per_point
        (what one more point costs on the way from the point before), is_on_frontier, flag.
        Models with the same price and score both stay on the frontier; the second has no step of
        its own.
        A free model is on the frontier but has no step to the next.
    Edges: missing_price, invalid_price below 0, no_data without a score, free.
#}
{% macro efficient_frontier(models) %}
with

frontier_flags as (

    select
        case_id,
        model_id,
        cast(price_usd as double) as price_usd,
        cast(score as double) as score,
        case
            when price_usd is null then 'missing_price'
            when price_usd < 0 then 'invalid_price'
            when score is null then 'no_data'
            when price_usd = 0 then 'free'
        end as flag

    from {{ models }}

),

price_tops as (

    select case_id, price_usd, max(score) as top_score
    from frontier_flags
    where flag is null or flag = 'free'
    group by case_id, price_usd

),

cheaper_tops as (

    select
        *,
        max(top_score) over (
            partition by case_id order by price_usd
            rows between unbounded preceding and 1 preceding
        ) as cheaper_score

    from price_tops

),

frontier_points as (

    select
        *,
        case when lag(price_usd) over (partition by case_id order by price_usd) > 0
            then log10(price_usd / lag(price_usd) over (partition by case_id order by price_usd))
                / (top_score - lag(top_score) over (partition by case_id order by price_usd))
        end as log10_price_per_point

    from cheaper_tops

    where cheaper_score is null or top_score > cheaper_score

),

{{ frontier_members() }}

select * from frontier_members
{% endmacro %}
