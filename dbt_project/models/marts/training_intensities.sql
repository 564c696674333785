with

models as (

    select * from {{ ref("int_training_intensities") }}

),

cases as (

    select distinct
        case_id,
        population,
        release_year,
        {{ assumption("trend_ci") }} as confidence_level

    from models

),

quantiles as (

    {{ quantiles_by_case("models", "cases") | indent(4) }}

),

ranks as (

    select case_id, max(evidence_rank) as evidence_rank from models group by case_id

),

described as (

    select
        cases.case_id,
        cases.population,
        cases.release_year,
        cast(quantiles.values_count as integer) as models_count,
        quantiles.value_median as median_tokens_per_param,
        quantiles.value_low as low_tokens_per_param,
        quantiles.value_high as high_tokens_per_param,
        case when quantiles.values_count < {{ assumption("min_obs_trend") }}
            then 'insufficient_obs' end as flag,
        {{ evidence_of_rank("ranks.evidence_rank") }} as evidence_class

    from cases

    inner join quantiles on cases.case_id = quantiles.case_id

    inner join ranks on cases.case_id = ranks.case_id

)

select * from described
