{#
    Prices with the model that was sold: a floating name is one model after another, so its
    interval is cut where the name moves, and at the model's release: no price counts before it.
    Listings whose name is not confirmed, or that have no scored model, keep a null model_id.
#}
with

prices as (

    select * from {{ ref("int_prices_chosen") }}

),

aliases as (

    select * from {{ ref("model_aliases") }} where is_confirmed and model_id is not null

),

named as (

    select
        {{ price_columns("prices") }},
        coalesce(synonyms.canonical_model_id, aliases.model_id) as model_id,
        coalesce(aliases.valid_from_date, aliases.valid_to_date) is not null as is_floating,
        coalesce(aliases.valid_from_date, prices.valid_from_date) as name_from_date,
        least(
            coalesce(prices.valid_to_date, cast('9999-12-31' as date)),
            coalesce(aliases.valid_to_date, cast('9999-12-31' as date))
        ) as name_to_date

    from prices

    left join aliases
        on prices.seller_id = aliases.seller_id
        and prices.listing_id = aliases.listing_id
        and coalesce(aliases.valid_from_date, prices.valid_from_date)
        < coalesce(prices.valid_to_date, cast('9999-12-31' as date))
        and coalesce(aliases.valid_to_date, cast('9999-12-31' as date)) > prices.valid_from_date

    left join {{ ref("benchmark_synonyms") }} as synonyms
        on aliases.model_id = synonyms.benchmark_model_id

),

mapped as (

    select
        {{ price_columns("named") }},
        named.fact_id || '@' || coalesce(named.model_id, '') as offer_id,
        named.model_id,
        named.is_floating,
        releases.release_date,
        greatest(
            named.valid_from_date,
            named.name_from_date,
            coalesce(releases.release_date, named.valid_from_date)
        ) as offer_start_date,
        nullif(named.name_to_date, cast('9999-12-31' as date)) as offer_end_date,
        {# Where the model's release or the name's move sets the first day, that day is known. #}
        named.is_left_censored
        and named.name_from_date <= named.valid_from_date
        and coalesce(releases.release_date, named.valid_from_date) <= named.valid_from_date
            as is_start_unknown

    from named

    left join {{ ref("int_model_releases") }} as releases on named.model_id = releases.model_id

)

select * from mapped
