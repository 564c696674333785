{#
    What a bar may cost in a year: the pace of its whole record, the pace of the last full year, or
    none. The probabilities are ours; the rates are medians over the bars that may be quoted.
#}
with

summaries as (

    select * from {{ ref("bar_summaries") }}

),

long_record as (

    select median(quoted_fold_per_year) as fold_per_year, count(*) as bars_count

    from summaries

    where is_quotable

),

last_year as (

    select median(windows.fold_per_year) as fold_per_year, count(*) as bars_count

    from {{ ref("price_windows") }} as windows

    inner join {{ ref("price_windows") }} as earlier
        on windows.bar_id = earlier.bar_id
        and earlier.window_id = 'early'
        and earlier.fold_per_year is not null

    where windows.window_id = 'last_year' and windows.fold_per_year is not null

),

paces as (

    select 'record' as scenario_id, 1 as scenario_number, fold_per_year, bars_count,
        {{ assumption("probability_pace_of_record") }} as probability_share
    from long_record
    union all
    select 'last_year' as scenario_id, 2 as scenario_number, fold_per_year, bars_count,
        {{ assumption("probability_pace_of_last_year") }} as probability_share
    from last_year
    union all
    select 'halt' as scenario_id, 3 as scenario_number, 1.0 as fold_per_year, 0 as bars_count,
        1 - {{ assumption("probability_pace_of_record") }}
        - {{ assumption("probability_pace_of_last_year") }} as probability_share

),

scenarios as (

    select
        summaries.bar_id || '/' || paces.scenario_id as case_id,
        summaries.bar_id,
        summaries.bar_name,
        summaries.bar_label,
        paces.scenario_id,
        paces.scenario_number,
        paces.probability_share,
        paces.fold_per_year,
        cast(paces.bars_count as integer) as bars_count,
        summaries.lowest_usd_per_mtok,
        summaries.lowest_usd_per_mtok / paces.fold_per_year as price_in_a_year_usd_per_mtok,
        'scenario' as evidence_class

    from summaries

    cross join paces

    where summaries.lowest_usd_per_mtok is not null

)

select * from scenarios
