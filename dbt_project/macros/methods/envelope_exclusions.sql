{#
    M02: how many listings were left out of an envelope, and why. Columns as in envelope_steps.

    Gives one row a case, also without listings: case_id, listings_count, missing_score_count,
        missing_price_count, nonpositive_price_count, below_bar_count, above_cap_count,
        missing_date_count, left_censored_count (eligible, but first seen on or before the day on
        which the envelope opens, or in a case that never opens), eligible_count (the rest).
        A listing is counted once, under the first reason that holds, so that the counts sum up.
#}
{% macro envelope_exclusions(listings, cases) %}
with

exclusion_openings as (

    {{ envelope_openings(listings, cases) | indent(4) }}

),

listing_reasons as (

    select
        cases.case_id,
        listings.case_id is not null as is_listing,
        {{ envelope_exclusion() }} as reason,
        coalesce(listings.is_left_censored, false)
        and (opening_date is null or listings.valid_from_date <= opening_date) as is_too_early

    from {{ cases }} as cases

    left join {{ listings }} as listings on cases.case_id = listings.case_id

    left join exclusion_openings on cases.case_id = exclusion_openings.case_id

),

reason_counts as (

    select
        case_id,
        sum(case when is_listing then 1 else 0 end) as listings_count,
        {% for reason in [
            "missing_score", "missing_price", "nonpositive_price", "below_bar", "above_cap",
            "missing_date",
        ] -%}
        sum(case when is_listing and reason = '{{ reason }}' then 1 else 0 end)
            as {{ reason }}_count,
        {% endfor -%}
        sum(case when is_listing and reason is null and is_too_early then 1 else 0 end)
            as left_censored_count,
        sum(case when is_listing and reason is null and not is_too_early then 1 else 0 end)
            as eligible_count

    from listing_reasons

    group by case_id

)

select * from reason_counts
{% endmacro %}
