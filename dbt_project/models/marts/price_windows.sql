{# M04 #}
with

windows as (

    select * from {{ ref("int_bar_windows") }}

),

stated as (

    select
        case_id || '/' || window_id as case_id,
        first_price_usd,
        last_price_usd,
        cast(null as double) as fold_total,
        cast(null as double) as decline_share_total,
        cast(null as double) as years,
        first_date,
        last_date,
        {{ assumption("days_per_year") }} as days_per_year

    from windows

),

converted as (

    {{ convert_decline("stated") | indent(4) }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

rates as (

    select
        windows.case_id,
        split_part(windows.case_id, '/', 1) as bar_id,
        windows.window_id,
        bars.bar_name,
        bars.bar_label,
        cast(windows.new_lows_count as integer) as new_lows_count,
        windows.first_price_usd as first_price_usd_per_mtok,
        windows.last_price_usd as last_price_usd_per_mtok,
        converted.fold_total as fold_x,
        case
            when converted.years >= {{ assumption("min_window_years") }}
                then converted.fold_per_year
        end as fold_per_year,
        converted.years as span_years,
        case
            when converted.years < {{ assumption("min_window_years") }} then 'window_too_short'
            else converted.flag
        end as flag,
        windows.first_date,
        windows.last_date,
        'derived' as evidence_class

    from windows

    inner join converted on windows.case_id || '/' || windows.window_id = converted.case_id

    inner join bars on split_part(windows.case_id, '/', 1) = bars.bar_id

)

select * from rates
