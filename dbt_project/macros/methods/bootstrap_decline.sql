{#
    M05: interval of a rate of decline by drawing its points again, from a given table of draws.

    points: case_id, point_number (from 0, in the order given), observed_date, price_usd.
    resamples: case_id, resample_number, point_number (one row a point drawn; repeats are rows).
    cases: case_id, days_per_year (365.25), confidence_level (0.90).
    Gives one row a case: case_id, fold_low, fold_median, fold_high (per year; percentiles with
        linear interpolation), used_count, dropped_count (resamples on a single date), flag.
    Edges: points without price are skipped wherever drawn; insufficient_obs if no resample is left.
#}
{% macro bootstrap_decline(points, resamples, cases) %}
with

drawn_points as (

    select
        cases.case_id,
        resamples.resample_number,
        {{ days_between("cast('2000-01-01' as date)", "points.observed_date") }}
        / cast(cases.days_per_year as double) as x,
        log10(cast(points.price_usd as double)) as y

    from {{ cases }} as cases

    inner join {{ resamples }} as resamples on cases.case_id = resamples.case_id

    inner join {{ points }} as points
        on resamples.case_id = points.case_id and resamples.point_number = points.point_number

    where points.price_usd > 0 and points.observed_date is not null

),

drawn_lines as (

    {{ least_squares("drawn_points", ["case_id", "resample_number"]) | indent(4) }}

),

drawn_folds as (

    select case_id, resample_number, {{ power_of_ten("-slope") }} as value
    from drawn_lines
    where abs(slope) < 300

),

drawn_quantiles as (

    {{ quantiles_by_case("drawn_folds", cases) | indent(4) }}

),

drawn_counts as (

    select case_id, count(distinct resample_number) as resamples_count
    from {{ resamples }}
    group by case_id

)

select
    cases.case_id,
    drawn_quantiles.value_low as fold_low,
    drawn_quantiles.value_median as fold_median,
    drawn_quantiles.value_high as fold_high,
    coalesce(drawn_quantiles.values_count, 0) as used_count,
    coalesce(drawn_counts.resamples_count, 0) - coalesce(drawn_quantiles.values_count, 0)
        as dropped_count,
    case when drawn_quantiles.values_count is null then 'insufficient_obs' end as flag
from {{ cases }} as cases
left join drawn_quantiles on cases.case_id = drawn_quantiles.case_id
left join drawn_counts on cases.case_id = drawn_counts.case_id
{% endmacro %}
