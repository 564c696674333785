{#
    Scores of M13 by release day. Models whose release day or kind of weights is not known stay out;
    so do those that are not in the table of scores of the case.
#}
with

cases as (

    select * from {{ ref("lag_cases") }}

),

scores as (

    select * from {{ ref("int_dataset_scores") }}

),

releases as (

    select * from {{ ref("int_model_releases") }}

),

traits as (

    select * from {{ ref("int_model_traits") }}

),

dated as (

    select
        cases.case_id,
        scores.model_id,
        scores.score,
        traits.is_open_weights,
        releases.release_date as observed_date,
        least(scores.source_snapshot_date, {{ as_of_date() }}) as last_score_date,
        scores.score_fact_id

    from cases

    inner join scores
        on cases.benchmark = scores.benchmark and cases.source_dataset = scores.source_dataset

    inner join releases on scores.model_id = releases.model_id

    inner join traits on scores.model_id = traits.model_id

    where
        traits.is_open_weights is not null
        and releases.release_date <= least(scores.source_snapshot_date, {{ as_of_date() }})

)

select * from dated
