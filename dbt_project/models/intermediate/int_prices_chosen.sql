{#
    One price per listing and interval: of several sources the one that precedence puts first, with
    the corrections applied. An end that lies ahead counts only if it was announced.
#}
with

prices as (

    select * from {{ ref("int_prices_after_errors") }}

),

corrections as (

    select
        fact_id,
        max(case when column_name = 'valid_from_date' then corrected_value end) as valid_from_text,
        max(case when column_name = 'is_left_censored' then corrected_value end) as censored_text

    from {{ ref("corrections") }}

    group by fact_id

),

ranked as (

    select
        prices.fact_id,
        prices.seller_id,
        prices.listing_id,
        prices.quality_flag,
        prices.end_basis,
        observations.source_id,
        observations.source_url,
        prices.licence,
        prices.evidence_class,
        observations.known_from_basis,
        observations.input_usd_per_mtok,
        observations.output_usd_per_mtok,
        observations.cached_input_usd_per_mtok,
        prices.batch_discount_share,
        prices.context_window_tokens,
        prices.is_open_weights,
        coalesce(
            cast(corrections.censored_text as boolean),
            prices.is_left_censored or prices.is_after_error
        ) as is_left_censored,
        coalesce(cast(corrections.valid_from_text as date), prices.valid_from_date)
            as valid_from_date,
        case
            when prices.valid_to_date <= {{ as_of_date() }} or prices.end_basis = 'announced'
                then prices.valid_to_date
        end as valid_to_date,
        observations.known_from_date,
        row_number() over (
            partition by observations.fact_id
            order by precedence.precedence_number, observations.is_alternative
        ) as preference

    from {{ ref("int_price_observations") }} as observations

    inner join {{ ref("source_precedence") }} as precedence
        on observations.source_kind = precedence.source_kind

    inner join prices on observations.fact_id = prices.fact_id

    left join corrections on observations.fact_id = corrections.fact_id

),

chosen as (

    select {{ price_columns("ranked") }} from ranked where preference = 1

)

select * from chosen
