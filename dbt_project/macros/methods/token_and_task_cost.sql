{#
    M12: how the cost of a task moves when the price of a token and the number of tokens both move.
    Cost ratio = price ratio x token ratio; any two pairs give the third.

    relation: case_id, first_cost_usd, second_cost_usd, first_tokens, second_tokens,
        first_price_usd, second_price_usd (per token, any unit of tokens). An unknown pair is null.
    Gives one row a case: case_id, cost_ratio, price_ratio, token_ratio (second over first),
        breakeven_token_ratio (1 / price ratio: more tokens than this cancel a price cut), flag.
        If all three pairs are given each ratio is its own.
    Edges: nonpositive_price if any given value is 0 or below; no_data with fewer than two pairs.
#}
{% macro token_and_task_cost(relation) %}
{%- set values = [
    "first_cost_usd", "second_cost_usd", "first_tokens", "second_tokens", "first_price_usd",
    "second_price_usd",
] -%}
with

given_flags as (

    select
        *,
        {% for value in values -%}
        coalesce({{ value }} <= 0, false){{ " or " if not loop.last }}
        {% endfor -%}
        as has_nonpositive

    from {{ relation }}

),

given_ratios as (

    select
        case_id,
        has_nonpositive,
        {% for name in ["cost_usd", "price_usd", "tokens"] -%}
        case when not has_nonpositive then cast(second_{{ name }} as double) / first_{{ name }} end
            as given_{{ name }}{{ "," if not loop.last }}
        {% endfor %}
    from given_flags

),

filled_ratios as (

    select
        case_id,
        has_nonpositive,
        coalesce(given_cost_usd, given_price_usd * given_tokens) as cost_ratio,
        coalesce(given_price_usd, given_cost_usd / given_tokens) as price_ratio,
        coalesce(given_tokens, given_cost_usd / given_price_usd) as token_ratio

    from given_ratios

),

complete_ratios as (

    select
        *,
        cost_ratio is not null and price_ratio is not null and token_ratio is not null
            as is_complete

    from filled_ratios

)

select
    case_id,
    case when is_complete then cost_ratio end as cost_ratio,
    case when is_complete then price_ratio end as price_ratio,
    case when is_complete then token_ratio end as token_ratio,
    case when is_complete then 1 / price_ratio end as breakeven_token_ratio,
    case
        when has_nonpositive then 'nonpositive_price'
        when not is_complete then 'no_data'
    end as flag
from complete_ratios
{% endmacro %}
