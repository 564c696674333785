{#
    M04: one statement of a decline in the words of another.
    relation: case_id, first_price_usd, last_price_usd, fold_total (old over new),
        decline_share_total (any one of the three ways), years, first_date, last_date (years wins
        over dates), days_per_year (365.25).
    Gives one row a case: case_id, fold_total, years, fold_per_year, decline_share_total,
        decline_share_per_year, half_life_months, years_to_tenth, flag.
    Edges: missing_price; nonpositive_price; out_of_range for a share of 1 or more or years below
        0; no_data without a span; zero_denominator for a span of 0; not_declining.
#}
{% macro convert_decline(relation) %}
with

decline_totals as (

    select
        case_id,
        case
            when first_price_usd > 0 and last_price_usd > 0
                then cast(first_price_usd as double) / last_price_usd
            when first_price_usd is not null and last_price_usd is not null then null
            when fold_total > 0 then cast(fold_total as double)
            when fold_total is not null then null
            when decline_share_total < 1 then 1 / (1 - cast(decline_share_total as double))
        end as fold_total,
        coalesce(
            cast(years as double),
            {{ days_between("first_date", "last_date") }} / cast(days_per_year as double)
        ) as years,
        case
            when first_price_usd <= 0 or last_price_usd <= 0 or fold_total <= 0
                then 'nonpositive_price'
            when decline_share_total >= 1 then 'out_of_range'
        end as price_flag

    from {{ relation }}

),

decline_spans as (

    select
        case_id,
        fold_total,
        years,
        case
            when fold_total is null then coalesce(price_flag, 'missing_price')
            when years is null then 'no_data'
            when years < 0 then 'out_of_range'
            when years = 0 then 'zero_denominator'
            when abs(log10(fold_total) / years) >= 300 then 'out_of_range'
        end as flag

    from decline_totals

),

decline_folds as (

    select
        *,
        case when flag is null then power(fold_total, 1 / years) end as fold_per_year,
        case when flag is null then {{ decline_share("fold_total") }} end as decline_share_total
    from decline_spans

)

select
    case_id,
    fold_total,
    years,
    fold_per_year,
    decline_share_total,
    {{ decline_share("fold_per_year") }} as decline_share_per_year,
    {{ half_life_months("fold_per_year") }} as half_life_months,
    {{ years_to_tenth("fold_per_year") }} as years_to_tenth,
    coalesce(flag, case when fold_per_year <= 1 then 'not_declining' end) as flag
from decline_folds
{% endmacro %}
