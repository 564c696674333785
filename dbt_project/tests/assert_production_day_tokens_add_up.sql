{# Input read from the cache and input computed add up to the input published for the day. #}
with

facts as (

    select * from {{ ref("production_day_facts") }}

),

sums as (

    select
        service_id,
        sum(case when measure = 'input_tokens_total' then value end) as total_tokens,
        sum(case when measure = 'input_tokens_cache_hit' then value end)
        + sum(case when measure = 'input_tokens_cache_miss' then value end) as parts_tokens

    from facts

    group by service_id

)

select * from sums

where total_tokens <> parts_tokens
