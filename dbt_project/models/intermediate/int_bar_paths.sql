{# First price, newest low and price a year before it, of the base case of each bar. #}
with

steps as (

    select * from {{ ref("int_bar_steps") }} where choice_id = 'base' and price_usd is not null

),

last_day as (

    select max(offer_start_date) as price_date from {{ ref("int_offers_supported") }}

),

paths as (

    select
        steps.bar_id,
        min_by(steps.price_usd, steps.step_number) as first_usd,
        max_by(steps.price_usd, steps.step_number) as lowest_usd,
        max_by(steps.model_id, steps.step_number) as lowest_model_id,
        max_by(steps.offer_id, steps.step_number) as lowest_offer_id,
        min(case
            when steps.step_date <= last_day.price_date - interval 1 year then steps.price_usd
        end) as year_before_usd,
        count(*) as steps_count,
        count(case when steps.is_left_censored then 1 end) as left_censored_count,
        min(steps.step_date) as first_step_date,
        max(steps.step_date) as last_step_date,
        max(last_day.price_date) as price_date

    from steps

    cross join last_day

    group by steps.bar_id

)

select * from paths
