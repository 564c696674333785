{#
    S2-09: median over the bars whose rate may be quoted, with the 10th to 90th percentile. S2-10:
    the same over the fastest ten years of another technology, both intervals taken together.
    S2-14: the median of S2-09, even on a day without one; the windows beside it decide nothing.
#}
with

rates as (

    select * from {{ ref("int_quoted_rates") }}

),

window_folds as (

    select window_id as case_id, fold_per_year as value from {{ ref("price_windows") }}

    where fold_per_year is not null and window_id in ('last_year', 'this_year')

),

window_cases as (

    select distinct case_id, 0.8 as confidence_level from window_folds

),

windows as (

    {{ quantiles_by_case("window_folds", "window_cases") | indent(4) }}

),

tests as (

    select
        'S2-09' as claim_id, 'median_of_bars' as part, cast(null as double) as stated_low,
        value_median as measured, value_low as interval_low, value_high as interval_high,
        values_count as n, true as is_deciding, 'price_declines' as mart, 'base' as mart_key
    from rates

    union all

    select
        'S2-10', 'over_' || yardstick, 1.0, value_median / fold_per_year,
        value_low / fold_high, value_high / fold_low, values_count,
        yardstick = 'computing_storage_or_bandwidth',
        'technology_declines', series_key || '/best_decade'
    from rates
    cross join {{ ref("int_yardsticks") }} as yardsticks

    union all

    select
        'S2-14', 'median_of_bars', null, value_median, value_low, value_high, values_count, true,
        'price_declines', 'base'
    from (select true) as always left join rates on true

    union all

    select
        'S2-14', case_id, null, value_median, value_low, value_high, values_count,
        false, 'price_windows', case_id
    from windows

),

complete as (

    select
        claim_id, part, 'x per year' as unit, stated_low, cast(null as double) as stated_high,
        measured, interval_low, interval_high, cast(n as integer) as n,
        cast({{ assumption("min_obs_trend") }} as integer) as minimum_count, is_deciding,
        'derived' as weakest_evidence, mart, mart_key

    from tests

)

select * from complete
