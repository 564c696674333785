{#
    The day of a restatement is not recorded, only that one came. A view of a past day therefore
    shows what was first reported; the later value and the second reading belong to today.
#}
{%- set is_past = var("is_as_of_view") -%}
with

quarters as (

    select * from {{ ref("stg_bundled__company_quarters") }}

),

ordered as (

    select
        ticker,
        metric,
        fiscal_year,
        fiscal_period,
        period_start_date,
        period_end_date,
        calendar_quarter,
        {% if is_past %}first_reported_usd{% else %}value_usd{% endif %} as value_usd,
        first_reported_usd,
        filed_date,
        cik,
        currency,
        xbrl_tag,
        derivation,
        confidence,
        {% if is_past %}cast(null as text){% else %}second_source{% endif %} as second_source,
        note,
        source_note,
        case
            when {{ is_past }} and currency = 'USD' then first_reported_usd else value_native
        end as value_native,
        cast(
            {% if is_past %}null{% else %}second_source_usd{% endif %} as decimal(20, 2)
        ) as second_source_usd,
        is_derived,
        {% if is_past %}false{% else %}is_restated{% endif %} as is_restated,
        fact_id,
        source_id,
        source_url,
        licence,
        evidence_class,
        known_from_date,
        known_from_basis

    from quarters

)

select * from ordered
