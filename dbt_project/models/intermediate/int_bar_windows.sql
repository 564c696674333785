{#
    Windows for M04, end to end: up to the end of the year before last, the last full year, and the
    current year as far as both prices and scores reach.
#}
with

bounds as (

    select * from {{ ref("int_bar_window_bounds") }}

),

steps as (

    select * from {{ ref("int_bar_steps") }} where price_usd is not null

),

opened as (

    select
        bounds.case_id,
        bounds.window_id,
        greatest(bounds.from_date, min(steps.step_date)) as first_date,
        bounds.to_date as last_date

    from bounds

    inner join steps on bounds.case_id = steps.case_id

    group by bounds.case_id, bounds.window_id, bounds.from_date, bounds.to_date

),

priced as (

    select
        opened.case_id,
        opened.window_id,
        min(case when steps.step_date <= opened.first_date then steps.price_usd end)
            as first_price_usd,
        min(case when steps.step_date <= opened.last_date then steps.price_usd end)
            as last_price_usd,
        count(case when steps.step_date <= opened.last_date
            and steps.step_date > opened.first_date then 1 end) as new_lows_count,
        opened.first_date,
        opened.last_date

    from opened

    inner join steps on opened.case_id = steps.case_id

    group by opened.case_id, opened.window_id, opened.first_date, opened.last_date

)

select * from priced where last_date > first_date
