{#
    S2-19: training tokens per parameter in the last year with enough models over those of 2022, the
    year in which the compute-optimal recipe was published; more is over-training.
    Source of the recipe: https://arxiv.org/abs/2203.15556 (2022-03).
#}
with

intensities as (

    select * from {{ ref("training_intensities") }}

    where population = 'billion_params_or_more' and flag is null

),

ends as (

    select
        max(case when release_year = 2022 then median_tokens_per_param end) as first_median,
        max(case when release_year = 2022 then models_count end) as first_count,
        max_by(median_tokens_per_param, release_year) as last_median,
        max_by(models_count, release_year) as last_count,
        max_by(evidence_class, release_year) as evidence_class,
        max(release_year) as last_year

    from intensities

),

tests as (

    select
        'S2-19' as claim_id,
        'tokens_per_parameter' as part,
        'x' as unit,
        cast(1 as double) as stated_low,
        cast(null as double) as stated_high,
        last_median / first_median as measured,
        cast(null as double) as interval_low,
        cast(null as double) as interval_high,
        cast(least(first_count, last_count) as integer) as n,
        cast({{ assumption("min_obs_trend") }} as integer) as minimum_count,
        true as is_deciding,
        evidence_class as weakest_evidence,
        'training_intensities' as mart,
        'billion_params_or_more/' || last_year as mart_key

    from ends

    where first_median is not null and last_year > 2022

)

select * from tests
