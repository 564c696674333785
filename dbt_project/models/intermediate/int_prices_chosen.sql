{#
    One price per listing and interval: of several sources the one that precedence puts first, with
    the corrections applied. An end that lies ahead counts only if it was announced.
#}
with

prices as (

    select * from {{ ref("stg_bundled__llm_prices") }}

),

observations as (

    select * from {{ ref("int_price_observations") }}

),

precedence as (

    select * from {{ ref("source_precedence") }}

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
        observations.*,
        row_number() over (
            partition by observations.fact_id
            order by precedence.precedence_number, observations.is_alternative
        ) as preference

    from observations

    inner join precedence on observations.source_kind = precedence.source_kind

),

chosen as (

    select
        prices.fact_id,
        prices.seller_id,
        prices.listing_id,
        prices.quality_flag,
        prices.end_basis,
        ranked.source_id,
        ranked.source_url,
        prices.licence,
        prices.evidence_class,
        ranked.known_from_basis,
        ranked.input_usd_per_mtok,
        ranked.output_usd_per_mtok,
        ranked.cached_input_usd_per_mtok,
        prices.batch_discount_share,
        prices.context_window_tokens,
        prices.is_open_weights,
        coalesce(cast(corrections.censored_text as boolean), prices.is_left_censored)
            as is_left_censored,
        coalesce(cast(corrections.valid_from_text as date), prices.valid_from_date)
            as valid_from_date,
        case
            when prices.valid_to_date <= {{ as_of_date() }} or prices.end_basis = 'announced'
                then prices.valid_to_date
        end as valid_to_date,
        ranked.known_from_date

    from ranked

    inner join prices on ranked.fact_id = prices.fact_id

    left join corrections on ranked.fact_id = corrections.fact_id

    where ranked.preference = 1

)

select * from chosen
