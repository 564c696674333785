{#
    M02: the price of an envelope on the first of each month, from the first month that begins on or
    after the first step to the as-of date. The monthly points of M03's second rate: a fit on steps
    alone does not see the months in which nothing happened.

    steps: case_id, listing_id, price_usd, step_date. cases: case_id, as_of_date (null: last step).
    Gives one row a month and case: case_id, listing_id, price_usd (null = nothing on offer),
        grid_date. A case without steps has no row. Reaches 1,000 months.
#}
{% macro envelope_grid(steps, cases) %}
with

grid_spans as (

    select
        cases.case_id,
        min(steps.step_date) as first_step_date,
        cast({{ dbt.date_trunc("month", "min(steps.step_date)") }} as date) as first_month,
        coalesce(cases.as_of_date, max(steps.step_date)) as last_date

    from {{ cases }} as cases

    inner join {{ steps }} as steps on cases.case_id = steps.case_id

    group by cases.case_id, cases.as_of_date

),

grid_numbers as (

    {{ whole_numbers(3) | indent(4) }}

),

grid_dates as (

    select
        case_id,
        cast({{ dbt.dateadd("month", "number", "first_month") }} as date) as grid_date

    from grid_spans

    cross join grid_numbers

    where cast({{ dbt.dateadd("month", "number", "first_month") }} as date) >= first_step_date
        and cast({{ dbt.dateadd("month", "number", "first_month") }} as date) <= last_date

),

step_spans as (

    select
        case_id,
        listing_id,
        price_usd,
        step_date,
        lead(step_date) over (partition by case_id order by step_date) as next_date

    from {{ steps }}

)

select grid_dates.case_id, step_spans.listing_id, step_spans.price_usd, grid_dates.grid_date
from grid_dates
inner join step_spans
    on grid_dates.case_id = step_spans.case_id
    and grid_dates.grid_date >= step_spans.step_date
    and (grid_dates.grid_date < step_spans.next_date or step_spans.next_date is null)
{% endmacro %}
