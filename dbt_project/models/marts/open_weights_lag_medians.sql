{# M13: median lag of each case, with the published estimates beside it. #}
with

lags as (

    select * from {{ ref("int_lag_records") }}

),

cases as (

    select * from {{ ref("lag_cases") }}

),

medians as (

    {{ lag_median("lags", "cases") | indent(4) }}

),

spans as (

    select case_id, max(record_date) as last_date from lags group by case_id

),

published as (

    select * from {{ ref("open_closed_gaps") }}

    where row_type = 'published_estimate' and lag_months is not null

),

assumed as (

    select * from {{ ref("assumptions") }} where key = 'open_lag_months'

),

together as (

    select
        cases.case_id, cases.case_name, 'measured' as basis,
        cast(medians.records_count as integer) as records_count,
        cast(medians.censored_count as integer) as censored_count,
        medians.median_months as lag_months, null as low_lag_months, null as high_lag_months,
        medians.flag, spans.last_date, null as published_fact_id, 'derived' as evidence_class
    from cases
    inner join medians on cases.case_id = medians.case_id
    left join spans on cases.case_id = spans.case_id

    union all

    select
        'published/' || gap_date as case_id, definition as case_name, 'published' as basis,
        null as records_count, null as censored_count, cast(lag_months as double) as lag_months,
        null as low_lag_months, null as high_lag_months, null as flag, gap_date as last_date,
        fact_id as published_fact_id, evidence_class
    from published

    union all

    select
        'assumed' as case_id, note as case_name, 'assumed' as basis, null as records_count,
        null as censored_count, value as lag_months, low as low_lag_months,
        high as high_lag_months, null as flag, null as last_date, null as published_fact_id,
        evidence_class
    from assumed

)

select * from together
