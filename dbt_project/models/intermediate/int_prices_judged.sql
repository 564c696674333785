{#
    Which prices may enter a metric. The first reason that holds is the one given:
    flag of the collection, excluded seller, floating name against the dated name of the same
    seller, tenfold jump against the listing's own history or against other sellers of the model.
#}
with

prices as (

    select * from {{ ref("int_prices_mapped") }}

),

sellers as (

    select * from {{ ref("sellers") }}

),

jumps as (

    select * from {{ ref("int_price_jumps") }}

),

contradicted as (

    select distinct offer_id from {{ ref("int_prices_contradicted") }}

),

first_parties as (

    select distinct prices.offer_id

    from prices

    inner join {{ ref("first_parties") }} as makers
        on prices.seller_id = makers.seller_id
        and prices.model_id like makers.model_prefix || '%'

),

judged as (

    select
        {{ offer_columns("prices") }},
        {{ blended_list_price("prices") }} as blended_usd_per_mtok,
        case
            when prices.quality_flag not in ('ok', 'curated', 'curated_conflict')
                then prices.quality_flag
            when prices.input_usd_per_mtok is null or prices.output_usd_per_mtok is null
                then 'missing_price'
            when prices.input_usd_per_mtok <= 0 or prices.output_usd_per_mtok <= 0
                then 'nonpositive_price'
            when sellers.is_excluded
                then 'excluded_seller'
            when contradicted.offer_id is not null
                then 'contradicted_floating_name'
            else jumps.jump_reason
        end as quarantine_reason,
        first_parties.offer_id is not null as is_first_party,
        prices.offer_end_date is null or prices.offer_start_date < prices.offer_end_date
            as is_offered

    from prices

    inner join sellers on prices.seller_id = sellers.seller_id

    left join jumps on prices.offer_id = jumps.offer_id

    left join contradicted on prices.offer_id = contradicted.offer_id

    left join first_parties on prices.offer_id = first_parties.offer_id

)

select * from judged
