{#
    A row may carry a second source that says otherwise; it is kept as soon as one of the two is
    known, and int_price_observations decides which counts.
#}
with

facts as (

    select {{ typed_columns("llm_prices") }}
    from {{ source("bundled", "llm_prices") }}

)

select * from facts

where
    {{ is_known() }}
    or (alt_known_from_date is not null and {{ is_known("alt_known_from_date") }})
