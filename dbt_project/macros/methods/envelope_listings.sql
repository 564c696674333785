{#
    Parts of M02: which listings may enter an envelope. Columns as in envelope_steps.
    The order of the reasons is the order in which a listing is counted as left out.
#}
{% macro envelope_exclusion(listings="listings", cases="cases") -%}
    case
        when {{ listings }}.score is null then 'missing_score'
        when {{ listings }}.price_usd is null then 'missing_price'
        when {{ listings }}.price_usd <= 0 then 'nonpositive_price'
        when {{ listings }}.score < {{ cases }}.bar_score then 'below_bar'
        when {{ listings }}.score >= {{ cases }}.below_score then 'above_cap'
        when {{ listings }}.valid_from_date is null then 'missing_date'
    end
{%- endmacro %}

{# True for a listing that clears the bar, below the cap, with a price and a date. #}
{% macro envelope_is_eligible(listings="listings", cases="cases") -%}
    {{ listings }}.price_usd > 0
    and {{ listings }}.score >= {{ cases }}.bar_score
    and ({{ cases }}.below_score is null or {{ listings }}.score < {{ cases }}.below_score)
    and {{ listings }}.valid_from_date is not null
{%- endmacro %}

{# True for a listing that does not open its envelope with a first day that nobody knows. #}
{% macro envelope_is_after_opening(openings) -%}
    (
        not coalesce(listings.is_left_censored, false)
        or listings.valid_from_date > {{ openings }}.opening_date
    )
{%- endmacro %}

{#
    The day on which an envelope opens: the first eligible listing whose first day is known.
    A listing first seen in an archive was on sale earlier than its date, so it may not open one.
#}
{% macro envelope_openings(listings, cases) %}
    select cases.case_id, min(listings.valid_from_date) as opening_date
    from {{ cases }} as cases
    inner join {{ listings }} as listings on cases.case_id = listings.case_id
    where {{ envelope_is_eligible() }} and not coalesce(listings.is_left_censored, false)
    group by cases.case_id
{% endmacro %}
