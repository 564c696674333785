{#
    Fastest fall over ten years among the technologies of computing and bandwidth, and among all,
    with the interval of that one series.
#}
with

windows as (

    select * from {{ ref("int_technology_windows") }} where window_kind = 'decade'

),

rates as (

    select * from {{ ref("int_technology_rates") }}

),

described as (

    select distinct
        windows.case_id,
        windows.series_key,
        windows.technology in (
            'computing', 'memory', 'storage', 'communication', 'internet transit'
        ) as is_computing_or_bandwidth

    from windows

),

ranked as (

    select
        described.case_id,
        described.series_key,
        described.is_computing_or_bandwidth,
        rates.fold_per_year,
        rates.fold_low,
        rates.fold_high,
        row_number() over (
            partition by described.is_computing_or_bandwidth
            order by rates.fold_per_year desc, described.case_id
        ) as preference

    from described

    inner join rates on described.case_id = rates.case_id

    where rates.fold_per_year is not null

),

fastest as (

    select
        case
            when is_computing_or_bandwidth then 'computing_storage_or_bandwidth' else 'any_other'
        end as yardstick,
        series_key,
        fold_per_year,
        fold_low,
        fold_high

    from ranked

    where preference = 1

)

select * from fastest
