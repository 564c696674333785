{# Terms were sometimes read on a later page: until that day they are unknown. #}
{%- set has_terms = "coalesce(deals.terms_known_from_date <= " ~ as_of_date() ~ ", true)" -%}
with

deals as (

    select * from {{ ref("stg_bundled__ai_deals") }}

),

{# A deal of a later day that contains this one is not in an earlier view, nor is its id. #}
overlapping as (

    select
        deals.deal_id,
        {{ dbt.listagg("others.deal_id", "'|'", "order by others.deal_id") }} as overlaps_deal_ids

    from deals

    inner join
        deals as others
        on position('|' || others.deal_id || '|' in '|' || deals.overlaps_deal_ids || '|') > 0

    group by deals.deal_id

),

ordered as (

    select
        deals.deal_id,
        deals.buyer,
        deals.supplier,
        deals.kind,
        deals.value_basis,
        case when {{ has_terms }} then deals.term_years_basis end as term_years_basis,
        case when {{ has_terms }} then deals.start_date_basis end as start_date_basis,
        case when {{ has_terms }} then deals.end_date_basis end as end_date_basis,
        deals.structure,
        overlapping.overlaps_deal_ids,
        deals.status,
        deals.note,
        deals.announced_precision,
        deals.terms_source_url,
        deals.source_note,
        deals.value_usd,
        deals.power_gigawatts,
        case when {{ has_terms }} then deals.term_years end as term_years,
        case when {{ has_terms }} then deals.cumulative_value_usd end as cumulative_value_usd,
        deals.announced_date,
        case when {{ has_terms }} then deals.start_date end as start_date,
        case when {{ has_terms }} then deals.end_date end as end_date,
        deals.terms_known_from_date,
        deals.fact_id,
        deals.source_id,
        deals.source_url,
        deals.licence,
        deals.evidence_class,
        deals.known_from_date,
        deals.known_from_basis

    from deals

    left join overlapping on deals.deal_id = overlapping.deal_id

)

select * from ordered
