{#
    Windows for M04, end to end: up to the end of the year before last, the last full year, and the
    current year as far as both prices and scores reach. One row per case and window.
#}
with

cases as (

    select * from {{ ref("int_bar_cases") }} where choice_id = 'base'

),

steps as (

    select * from {{ ref("int_bar_steps") }} where price_usd is not null

),

years as (

    select
        case_id,
        as_of_date,
        {# The same windows for every bar: the year up to which the newest of them reaches. #}
        cast(extract(year from max(as_of_date) over ()) as integer) as this_year

    from cases

),

bounds as (

    select case_id, 'early' as window_id, cast('1900-01-01' as date) as from_date,
        least(cast((this_year - 2) || '-12-31' as date), as_of_date) as to_date
    from years

    union all

    select case_id, 'last_year' as window_id, cast((this_year - 2) || '-12-31' as date) as from_date,
        least(cast((this_year - 1) || '-12-31' as date), as_of_date) as to_date
    from years

    union all

    select case_id, 'this_year' as window_id, cast((this_year - 1) || '-12-31' as date) as from_date,
        as_of_date as to_date
    from years

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

),

windows as (

    select * from priced where last_date > first_date

)

select * from windows
