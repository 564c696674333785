{# M13, record by record. #}
with

lags as (

    select * from {{ ref("int_lag_records") }}

),

cases as (

    select * from {{ ref("lag_cases") }}

),

record_models as (

    select * from {{ ref("int_lag_models") }} where not is_open_weights

),

matched_models as (

    select * from {{ ref("int_lag_models") }} where is_open_weights

),

traced as (

    select
        lags.case_id,
        cases.case_name,
        cases.benchmark,
        cases.source_dataset,
        record_models.model_id as record_model_id,
        matched_models.model_id as matched_model_id,
        cast(lags.record_number as integer) as record_number,
        cases.match_tolerance,
        lags.record_score,
        matched_models.score as matched_score,
        cast(lags.lag_days as integer) as lag_days,
        lags.lag_days / (365.25 / 12) as lag_months,
        lags.is_censored,
        lags.record_date,
        lags.matched_date,
        record_models.score_fact_id as record_score_fact_id,
        matched_models.score_fact_id as matched_score_fact_id,
        'derived' as evidence_class

    from lags

    inner join cases on lags.case_id = cases.case_id

    inner join record_models
        on lags.case_id = record_models.case_id
        and lags.record_date = record_models.observed_date

    left join matched_models
        on lags.case_id = matched_models.case_id
        and lags.matched_date = matched_models.observed_date

)

select * from traced
