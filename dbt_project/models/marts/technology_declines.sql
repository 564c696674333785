{# M03 on other technologies: the yardstick of the fall of AI prices. #}
with

windows as (

    select * from {{ ref("int_technology_windows") }}

),

rates as (

    select * from {{ ref("int_technology_rates") }}

),

described as (

    select
        case_id, series_key, window_kind, min(technology) as technology, min(unit) as unit,
        min(price_base) as price_base, min_by(fact_id, observed_date) as first_fact_id,
        max_by(fact_id, observed_date) as last_fact_id, min(source_id) as source_id,
        {{ evidence_of_rank("max(" ~ evidence_rank("evidence_class") ~ ")") }} as evidence_class

    from windows

    group by case_id, series_key, window_kind

),

ranked as (

    select
        described.case_id, series_key, window_kind, technology, unit, price_base,
        first_fact_id, last_fact_id, source_id, evidence_class,
        row_number() over (
            partition by series_key, window_kind
            order by rates.fold_per_year desc nulls last, rates.first_date
        ) as preference

    from described

    inner join rates on described.case_id = rates.case_id

),

best as (

    select
        ranked.case_id,
        ranked.series_key,
        case ranked.window_kind when 'decade' then 'best_decade' else ranked.window_kind end
            as window_kind,
        ranked.technology, ranked.unit, ranked.price_base,
        cast(rates.points_count as integer) as points_count,
        rates.fold_per_year,
        rates.fold_low as low_fold_per_year,
        rates.fold_high as high_fold_per_year,
        rates.r2 as r_squared_share,
        rates.span_years,
        cast(extract(year from rates.first_date) as integer) as first_year,
        cast(extract(year from rates.last_date) as integer) as last_year,
        rates.points_count < 10 and ranked.window_kind = 'whole_span'
        or rates.points_count < 6 as is_weak,
        rates.flag,
        ranked.first_fact_id, ranked.last_fact_id, ranked.source_id, ranked.evidence_class

    from ranked

    inner join rates on ranked.case_id = rates.case_id

    where ranked.preference = 1

)

select * from best
