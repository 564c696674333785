{# M03 M04 M05 #}
with

cases as (

    select * from {{ ref("int_bar_cases") }}

),

rates as (

    select * from {{ ref("int_bar_rates") }}

),

bootstraps as (

    select * from {{ ref("int_bar_bootstraps") }}

),

ends as (

    select * from {{ ref("int_bar_envelope_ends") }}

),

declines as (

    select
        rates.bar_case_id || '/' || rates.estimator as fit_id,
        cases.case_id,
        cases.bar_id,
        cases.choice_id,
        rates.estimator,
        bars.benchmark,
        bars.bar_name,
        bars.bar_label,
        cast(rates.points_count as integer) as points_count,
        cast(ends.steps_count as integer) as new_lows_count,
        ends.first_price_usd as first_price_usd_per_mtok,
        ends.price_as_of_usd as last_price_usd_per_mtok,
        rates.fold_per_year,
        case when rates.estimator <> 'month' then rates.fold_low end as low_fold_per_year,
        case when rates.estimator <> 'month' then rates.fold_high end as high_fold_per_year,
        bootstraps.fold_low as bootstrap_low_fold_per_year,
        bootstraps.fold_high as bootstrap_high_fold_per_year,
        rates.slope_log10_per_year,
        rates.r2 as r_squared_share,
        rates.decline_share_per_year,
        rates.half_life_months,
        rates.span_years,
        ends.months_since_last_step,
        rates.is_publishable
        and rates.points_count >= {{ assumption("min_lows_quoted") }}
        and rates.span_years >= {{ assumption("min_span_quoted") }} as is_quotable,
        case
            when rates.estimator = 'month' and rates.flag is null then 'steps_repeat'
            else rates.flag
        end as flag,
        rates.first_date,
        rates.last_date,
        ends.last_step_date,
        cases.as_of_date,
        'derived' as evidence_class

    from rates

    inner join cases on rates.bar_case_id = cases.case_id

    inner join {{ ref("capability_bars") }} as bars on cases.bar_id = bars.bar_id

    left join bootstraps on rates.case_id = bootstraps.case_id

    left join ends on cases.case_id = ends.case_id

)

select * from declines
