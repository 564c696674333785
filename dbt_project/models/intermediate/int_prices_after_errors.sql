{#
    Prices that a feed showed first on the day on which it mended an error of the same listing: the
    day of the repair is not the day of a price cut, so their first day counts as not known. A day
    that was announced is known all the same; a price of zero before is no error in this sense.
#}
with

prices as (

    select
        *,
        lag(quality_flag) over (
            partition by seller_id, listing_id order by valid_from_date
        ) as flag_before

    from {{ ref("stg_bundled__llm_prices") }}

),

judged as (

    select
        *,
        coalesce(
            price_date_basis = 'first_seen'
            and quality_flag not like 'curated%'
            and flag_before in (
                'suspect_units', 'suspect_char_unit', 'suspect_10x_high', 'stale_or_wrong',
                'short_lived', 'missing_input', 'suspect_output_lt_input'
            ),
            false
        ) as is_after_error

    from prices

)

select * from judged
