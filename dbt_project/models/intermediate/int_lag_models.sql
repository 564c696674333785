{#
    The model that stands for a day and a score: the best of the day for open models, each score for
    closed ones; of two equal ones the first by name.
#}
with

scores as (

    select * from {{ ref("int_lag_scores") }}

),

ranked as (

    select
        case_id,
        is_open_weights,
        observed_date,
        score,
        model_id,
        score_fact_id,
        row_number() over (
            partition by case_id, is_open_weights, observed_date order by score desc, model_id
        ) as preference

    from scores

)

select * from ranked where preference = 1
