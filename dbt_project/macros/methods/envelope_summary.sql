{#
    M02: an envelope on one line.

    steps: case_id, listing_id, price_usd, step_date. cases: case_id, as_of_date (null = not asked).
    Gives one row a case: case_id, listing_as_of_id, steps_count, first_price_usd, price_as_of_usd
        (last step on or before the as-of date; null if none, or if nothing is on offer),
        months_since_last_step (of 365.25 / 12 days), first_step_date, last_step_date (on or before
        the as-of date, if one is given), flag.
    Edge: no_data for a case without steps.
#}
{% macro envelope_summary(steps, cases) %}
with

summary_steps as (

    select
        cases.case_id,
        cases.as_of_date,
        steps.listing_id,
        steps.price_usd,
        steps.step_date,
        count(steps.step_date) over (partition by cases.case_id) as steps_count,
        min(steps.step_date) over (partition by cases.case_id) as first_step_date,
        max(
            case
                when cases.as_of_date is null or steps.step_date <= cases.as_of_date
                    then steps.step_date
            end
        ) over (partition by cases.case_id) as last_step_date

    from {{ cases }} as cases

    left join {{ steps }} as steps on cases.case_id = steps.case_id

),

summaries as (

    select
        case_id,
        max(
            case when as_of_date is not null and step_date = last_step_date then listing_id end
        ) as listing_as_of_id,
        max(steps_count) as steps_count,
        max(case when step_date = first_step_date then price_usd end) as first_price_usd,
        max(
            case when as_of_date is not null and step_date = last_step_date then price_usd end
        ) as price_as_of_usd,
        max({{ months_between_dates("last_step_date", "as_of_date") }}) as months_since_last_step,
        max(first_step_date) as first_step_date,
        max(last_step_date) as last_step_date,
        case when max(steps_count) = 0 then 'no_data' end as flag

    from summary_steps

    group by case_id

)

select * from summaries
{% endmacro %}
