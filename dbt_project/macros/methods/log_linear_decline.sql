{#
    M03: rate at which a price falls, from a line through its logarithms, with a t interval.

    points: case_id, observed_date, price_usd (any unit of money; null and <= 0 are skipped).
    cases: case_id, days_per_year (365.25), confidence_level (0.90; also 0.80 and 0.95).
    quantiles: relation of Student's t, seed t_quantiles unless named.
    Gives one row a case: case_id, points_count, slope_log10_per_year, fold_per_year, fold_low,
        fold_high (bounds at the confidence level), r2, decline_share_per_year, half_life_months,
        fitted_first_price_usd (of the line on first_date), span_years, is_publishable (four points
        or more), first_date, last_date, flag.
    Edges: insufficient_obs below 2 points; no_time_variation on a single day; out_of_range if the
        rate is too large to print; no_ci with 2 points, at another level, or if a bound is too
        large; not_declining (half-life null) if the price does not fall. r2 null if all are equal.
    Source: https://epoch.ai/data-insights/llm-inference-price-trends (2025-03-12).
#}
{% macro log_linear_decline(points, cases, quantiles=none) %}
with

decline_starts as (

    select case_id, min(observed_date) as first_date, max(observed_date) as last_date
    from {{ points }} where price_usd > 0 and observed_date is not null
    group by case_id

),

decline_points as (

    select
        cases.case_id,
        {{ days_between("first_date", "points.observed_date") }}
        / cast(days_per_year as double) as x,
        log10(cast(points.price_usd as double)) as y

    from {{ cases }} as cases

    inner join decline_starts on cases.case_id = decline_starts.case_id

    inner join {{ points }} as points on cases.case_id = points.case_id

    where points.price_usd > 0 and points.observed_date is not null

),

decline_lines as (

    {{ least_squares("decline_points") | indent(4) }}

),

decline_rates as (

    {{ decline_rates("decline_lines", "decline_starts", cases, quantiles or ref("t_quantiles")) }}

)

select
    case_id,
    points_count,
    slope_log10_per_year,
    fold_per_year,
    fold_low,
    fold_high,
    r2,
    {{ decline_share("fold_per_year") }} as decline_share_per_year,
    {{ half_life_months("fold_per_year") }} as half_life_months,
    fitted_first_price_usd,
    span_years,
    points_count >= 4 and fold_per_year is not null as is_publishable,
    first_date,
    last_date,
    case
        when points_count < 2 then 'insufficient_obs'
        when slope_log10_per_year is null then 'no_time_variation'
        when fold_per_year is null then 'out_of_range'
        when fold_low is null or fold_high is null then 'no_ci'
        when fold_per_year <= 1 then 'not_declining'
    end as flag
from decline_rates
{% endmacro %}
