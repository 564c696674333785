with

ranges as (

    select * from {{ ref("int_bar_offer_ranks") }}

),

bars as (

    select * from {{ ref("capability_bars") }}

),

named as (

    select
        ranges.bar_id || '/' || ranges.observed_date as case_id,
        ranges.bar_id,
        bars.bar_name,
        bars.bar_label,
        ranges.cheapest_usd as cheapest_usd_per_mtok,
        ranges.second_usd as second_usd_per_mtok,
        ranges.third_usd as third_usd_per_mtok,
        cast(ranges.sellers_count as integer) as sellers_count,
        ranges.observed_date = max(ranges.observed_date) over () as is_newest,
        ranges.observed_date,
        'derived' as evidence_class

    from ranges

    inner join bars on ranges.bar_id = bars.bar_id

)

select * from named
