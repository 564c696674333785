{#
    Windows of each series: its whole span, and from every point the ten years that follow, if they
    hold four points over eight years or more.
#}
with

points as (

    select * from {{ ref("int_technology_points") }}

),

starts as (

    select series_key, 'whole_span' as window_kind, min(observed_date) as from_date,
        max(observed_date) as to_date
    from points
    group by series_key

    union all

    select distinct series_key, 'decade' as window_kind, observed_date as from_date,
        cast({{ dbt.dateadd("year", 10, "observed_date") }} as date) as to_date
    from points

),

windowed as (

    select
        starts.series_key || '/' || starts.window_kind || '/' || starts.from_date as case_id,
        starts.series_key,
        starts.window_kind,
        points.technology, points.unit, points.price_base,
        points.observed_date,
        points.value as price_usd,
        points.fact_id, points.source_id, points.evidence_class

    from starts

    inner join points
        on starts.series_key = points.series_key
        and points.observed_date between starts.from_date and starts.to_date

),

measured as (

    select case_id, count(*) as points_count,
        {{ days_between("min(observed_date)", "max(observed_date)") }} as span_days
    from windowed
    group by case_id

),

kept as (

    select windowed.case_id, series_key, window_kind, technology, unit, price_base, observed_date,
        price_usd, fact_id, source_id, evidence_class

    from windowed

    inner join measured on windowed.case_id = measured.case_id

    where
        window_kind = 'whole_span'
        or (measured.points_count >= 4 and measured.span_days >= 8 * 365)

)

select * from kept
