{#
    Last part of M08, over its CTEs one_line, two_lines and break_splits.
    A fit counts as perfect if it leaves under 1e-24 of the sum of squares: that is the rounding of
    logarithms, while prices given with ten digits leave about 1e-20.
#}
{% macro trend_break_statistics(cases) %}
with

break_errors as (

    select
        cases.case_id,
        cases.minimum_points,
        coalesce(one_line.points_count, 0) as points_count,
        one_line.slope is null as is_without_time,
        one_line.squares_residual <= 1e-24 * one_line.squares_total as is_one_line,
        two_lines.squares_residual <= 1e-24 * one_line.squares_total as is_two_lines,
        one_line.squares_residual as squares_one,
        two_lines.squares_residual as squares_two,
        two_lines.slope_before,
        two_lines.slope_after,
        break_splits.split_number,
        break_splits.break_years,
        cast(one_line.points_count as double) as n

    from {{ cases }} as cases

    left join one_line on cases.case_id = one_line.case_id

    left join two_lines on cases.case_id = two_lines.case_id

    left join break_splits on cases.case_id = break_splits.case_id

),

break_flags as (

    select
        *,
        case
            when points_count < 2 * minimum_points or points_count = 0 then 'insufficient_obs'
            when is_without_time or split_number is null then 'no_time_variation'
            when is_one_line or is_two_lines then 'perfect_fit'
        end as flag,
        split_number is not null and not is_one_line as has_break

    from break_errors

),

break_tests as (

    select
        *,
        case when flag is null then ((squares_one - squares_two) / 2) / (squares_two / (n - 4)) end
            as f_statistic,
        case when flag is null then n * ln(squares_two / squares_one) + 3 * ln(n) end as delta_bic

    from break_flags

)

select
    case_id,
    points_count,
    case when has_break then split_number end as first_of_second_number,
    f_statistic,
    case when has_break and abs(slope_before) < 690 then exp(-slope_before) end
        as fold_before_per_year,
    case when has_break and abs(slope_after) < 690 then exp(-slope_after) end
        as fold_after_per_year,
    delta_bic,
    coalesce(delta_bic < 0, has_break and coalesce(is_two_lines, false)) as is_accepted,
    case when has_break then break_years end as break_years,
    flag
from break_tests
{% endmacro %}
