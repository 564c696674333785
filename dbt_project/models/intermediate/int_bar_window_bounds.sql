{# First and last day of each window, before the bar's own first day is looked at. #}
with

cases as (

    select * from {{ ref("int_bar_cases") }} where choice_id = 'base'

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

    select
        case_id, 'early' as window_id, cast('1900-01-01' as date) as from_date,
        least(cast((this_year - 2) || '-12-31' as date), as_of_date) as to_date
    from years

    union all

    select
        case_id, 'last_year' as window_id,
        cast((this_year - 2) || '-12-31' as date) as from_date,
        least(cast((this_year - 1) || '-12-31' as date), as_of_date) as to_date
    from years

    union all

    select
        case_id, 'this_year' as window_id,
        cast((this_year - 1) || '-12-31' as date) as from_date,
        as_of_date as to_date
    from years

)

select * from bounds
