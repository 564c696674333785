{#
    M01: what a model call costs, from the list prices and how the call is made.

    relation: case_id, input_usd_per_mtok, output_usd_per_mtok, input_weight (3), output_weight (1),
        cache_read_share (0), cache_write_share (0) of input tokens, multipliers of the price
        cache_read_x (1), cache_write_x (1) and batch_x (1), input_tokens (null: no request cost),
        visible_output_tokens (0), reasoning_tokens (0), calls_count (1). In brackets: usual value.
    Gives one row a case: case_id, blended_usd_per_mtok (list), effective_input_usd_per_mtok,
        effective_blended_usd_per_mtok (both with caching and batch), request_usd (all calls), flag.
    Edges: missing_price; invalid_price below 0; out_of_range for shares below 0 or above 1 in all;
        zero_denominator for weights that sum to 0; free (kept, but not for methods that take logs).
#}
{% macro price_of_call(relation) %}
with

call_flags as (

    select
        *,
        case
            when input_usd_per_mtok is null or output_usd_per_mtok is null then 'missing_price'
            when input_usd_per_mtok < 0 or output_usd_per_mtok < 0 then 'invalid_price'
            when cache_read_share < 0 or cache_write_share < 0 then 'out_of_range'
            {# shares such as 0.7, 0.2 and 0.1 do not sum to 1 exactly #}
            when cache_read_share + cache_write_share > 1 + 1e-12 then 'out_of_range'
            when input_weight + output_weight = 0 then 'zero_denominator'
            when input_usd_per_mtok = 0 and output_usd_per_mtok = 0 then 'free'
        end as flag

    from {{ relation }}

),

call_prices as (

    select
        *,
        case
            when flag is null or flag = 'free' then cast(input_usd_per_mtok as double)
        end as input_price,
        case
            when flag is null or flag = 'free' then cast(output_usd_per_mtok as double)
        end as output_price,
        1 - cache_read_share - cache_write_share
        + cache_read_share * cache_read_x + cache_write_share * cache_write_x as input_x

    from call_flags

),

call_costs as (

    select
        case_id,
        {{ blended_price("input_price", "output_price", "input_weight", "output_weight") }}
            as blended_usd_per_mtok,
        input_price * input_x * batch_x as effective_input_usd_per_mtok,
        batch_x * {{
            blended_price("input_price * input_x", "output_price", "input_weight", "output_weight")
        }} as effective_blended_usd_per_mtok,
        (
            input_tokens * input_price * input_x
            + (visible_output_tokens + reasoning_tokens) * output_price
        ) * batch_x * calls_count / 1e6 as request_usd,
        flag

    from call_prices

)

select * from call_costs
{% endmacro %}
