{#
    Offers more than tenfold away from the same listing's price before, or from the median of other
    sellers of the model. The factor is an assumption. One row per offer with a jump.
#}
with

prices as (

    select offer_id, fact_id, seller_id, listing_id, model_id, valid_from_date,
        {{ blended_list_price("prices") }} as blended_usd_per_mtok

    from {{ ref("int_prices_mapped") }} as prices

    where
        quality_flag in ('ok', 'curated', 'curated_conflict')
        and input_usd_per_mtok > 0
        and output_usd_per_mtok > 0

),

listings as (

    select distinct fact_id, seller_id, listing_id, valid_from_date, blended_usd_per_mtok

    from prices

),

histories as (

    select
        fact_id,
        blended_usd_per_mtok / lag(blended_usd_per_mtok) over (
            partition by seller_id, listing_id order by valid_from_date
        ) as step_x

    from listings

),

medians as (

    select model_id, median(blended_usd_per_mtok) as median_usd_per_mtok,
        count(distinct seller_id) as sellers_count

    from prices

    where model_id is not null

    group by model_id

),

jumps as (

    select
        prices.offer_id,
        case
            when greatest(histories.step_x, 1 / histories.step_x) > {{ assumption("jump_factor") }}
                then 'jump_against_history'
            when
                medians.sellers_count >= 3
                and greatest(
                    prices.blended_usd_per_mtok / medians.median_usd_per_mtok,
                    medians.median_usd_per_mtok / prices.blended_usd_per_mtok
                ) > {{ assumption("jump_factor") }}
                then 'jump_against_peers'
        end as jump_reason,
        histories.step_x,
        prices.blended_usd_per_mtok / medians.median_usd_per_mtok as peers_x

    from prices

    inner join histories on prices.fact_id = histories.fact_id

    left join medians on prices.model_id = medians.model_id

)

select * from jumps where jump_reason is not null
