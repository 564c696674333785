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

synonyms as (

    select * from {{ ref("benchmark_synonyms") }}

),

releases as (

    select * from {{ ref("int_model_releases") }}

),

named as (

    select
        prices.*,
        coalesce(synonyms.canonical_model_id, aliases.model_id) as model_id,
        coalesce(aliases.valid_from_date, aliases.valid_to_date) is not null as is_floating,
        aliases.valid_from_date as alias_from_date,
        aliases.valid_to_date as alias_to_date

    from prices

    left join aliases
        on prices.seller_id = aliases.seller_id
        and prices.listing_id = aliases.listing_id
        and coalesce(aliases.valid_from_date, prices.valid_from_date)
        < coalesce(prices.valid_to_date, cast('9999-12-31' as date))
        and coalesce(aliases.valid_to_date, cast('9999-12-31' as date)) > prices.valid_from_date

    left join synonyms on aliases.model_id = synonyms.benchmark_model_id

),

cut as (

    select
        named.*,
        releases.release_date,
        greatest(
            named.valid_from_date,
            coalesce(named.alias_from_date, named.valid_from_date),
            coalesce(releases.release_date, named.valid_from_date)
        ) as offer_start_date,
        nullif(
            least(
                coalesce(named.valid_to_date, cast('9999-12-31' as date)),
                coalesce(named.alias_to_date, cast('9999-12-31' as date))
            ),
            cast('9999-12-31' as date)
        ) as offer_end_date

    from named

    left join releases on named.model_id = releases.model_id

),

mapped as (

    select
        cut.fact_id || '@' || coalesce(cut.model_id, '') as offer_id,
        cut.*,
        {# Where the model's release or the name's move sets the first day, that day is known. #}
        cut.is_left_censored and cut.offer_start_date = cut.valid_from_date as is_start_unknown

    from cut

)

select * from mapped
