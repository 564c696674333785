{# M14 #}
with

points as (

    select * from {{ ref("int_learning_points") }}

),

curves as (

    select curve_id, provider, scope, min(fact_id) as first_volume_fact_id,
        max(fact_id) as last_volume_fact_id, max(evidence_rank) as evidence_rank

    from {{ ref("int_token_rates") }}

    group by curve_id, provider, scope

),

cases as (

    select case_id, bar_id, curve_id, history, 10 as target_fold,
        min(cumulative_quantity) as first_tokens, max(cumulative_quantity) as last_tokens,
        min(observed_date) as first_date, max(observed_date) as last_date

    from points

    group by case_id, bar_id, curve_id, history

),

learned as (

    {{ learning_curve("points", "cases") | indent(4) }}

),

volume_lines as (

    select * from {{ ref("int_learning_volumes") }}

),

traced as (

    select
        cases.case_id, cases.bar_id, curves.provider, curves.scope, cases.history,
        cast(learned.points_count as integer) as points_count,
        learned.elasticity as elasticity_x,
        learned.learning_share,
        learned.r2 as r_squared_share,
        1 - volume_lines.squares_residual / nullif(volume_lines.squares_total, 0)
            as volume_on_time_share,
        learned.doublings_for_target as doublings_for_tenth_count,
        cases.first_tokens, cases.last_tokens,
        coalesce(volume_lines.squares_residual < 0.1 * volume_lines.squares_total, false)
            as is_time_trend,
        learned.flag, cases.first_date, cases.last_date,
        curves.first_volume_fact_id, curves.last_volume_fact_id,
        case when cases.history = 'extended_back' then 'estimated'
            else {{ evidence_of_rank("curves.evidence_rank") }} end as evidence_class

    from cases

    inner join curves on cases.curve_id = curves.curve_id

    left join learned on cases.case_id = learned.case_id

    left join volume_lines on cases.case_id = volume_lines.case_id

)

select * from traced
