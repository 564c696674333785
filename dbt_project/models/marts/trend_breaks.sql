{# M08 #}
with

points as (

    select * from {{ ref("int_break_points") }}

),

cases as (

    select distinct case_id, 4 as minimum_points from points

),

breaks as (

    {{ trend_break("points", "cases") | indent(4) }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

named as (

    select
        breaks.case_id,
        bars.bar_id,
        bars.bar_name,
        bars.bar_label,
        cast(breaks.points_count as integer) as points_count,
        breaks.fold_before_per_year as fold_before_fold_per_year,
        breaks.fold_after_per_year as fold_after_fold_per_year,
        breaks.f_statistic as f_statistic_ratio,
        breaks.delta_bic as delta_bic_points,
        breaks.is_accepted,
        breaks.flag,
        cast(
            date '2000-01-01' + cast(round((breaks.break_years - 2000) * 365.25) as integer) as date
        ) as break_date,
        'derived' as evidence_class

    from breaks

    inner join bars on split_part(breaks.case_id, '/', 1) = bars.bar_id

)

select * from named
