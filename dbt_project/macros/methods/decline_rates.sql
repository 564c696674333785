{# Second half of M03: from fitted lines to rates and bounds. Columns as in log_linear_decline. #}
{% macro decline_rates(lines, starts, cases, quantiles) %}
    with

    decline_errors as (

        select
            cases.case_id,
            coalesce(lines.points_count, 0) as points_count,
            lines.slope as slope_log10_per_year,
            lines.mean_y - lines.slope * lines.mean_x as log10_first_price,
            starts.first_date,
            starts.last_date,
            {{ days_between("starts.first_date", "starts.last_date") }}
            / cast(cases.days_per_year as double) as span_years,
            1 - lines.squares_residual / nullif(lines.squares_total, 0) as r2,
            sqrt(
                lines.squares_residual
                / nullif(lines.points_count - 2, 0)
                / nullif(lines.squares_x, 0)
            )
            * case round(cast(cases.confidence_level as double), 6)
                when 0.80 then quantiles.q90
                when 0.90 then quantiles.q95
                when 0.95 then quantiles.q975
            end as margin

        from {{ cases }} as cases

        left join {{ lines }} as lines on cases.case_id = lines.case_id

        left join {{ starts }} as starts on cases.case_id = starts.case_id

        {# the table ends at 200 degrees of freedom; beyond, its last row is wide by under 0.5 % #}
        left join {{ quantiles }} as quantiles
            on quantiles.df
            = case when lines.points_count > 202 then 200 else lines.points_count - 2 end

    )

    select
        case_id,
        points_count,
        slope_log10_per_year,
        {{ power_of_ten("log10_first_price") }} as fitted_first_price_usd,
        {{ power_of_ten("-slope_log10_per_year") }} as fold_per_year,
        {{ power_of_ten("(-slope_log10_per_year - margin)") }} as fold_low,
        {{ power_of_ten("(-slope_log10_per_year + margin)") }} as fold_high,
        case when slope_log10_per_year is not null then r2 end as r2,
        span_years,
        first_date,
        last_date
    from decline_errors
{% endmacro %}
