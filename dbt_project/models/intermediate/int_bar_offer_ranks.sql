{#
    The three cheapest sellers at each bar on the first of each month, on the day of the newest
    price and a year before it: how far a low rests on one seller.
#}
with

offers as (

    select * from {{ ref("int_bar_offers") }} where supported_from_date is not null

),

last_day as (

    select max(offer_start_date) as observed_date from {{ ref("int_offers_supported") }}

),

months as (

    select cast(months.range as date) as observed_date

    from range(timestamp '2022-12-01', timestamp '2036-01-01', interval 1 month) as months

    cross join last_day

    where cast(months.range as date) <= last_day.observed_date

    union

    select unnest([observed_date, cast(observed_date - interval 1 year as date)]) from last_day

),

by_seller as (

    select
        offers.bar_id,
        months.observed_date,
        offers.seller_id,
        min(offers.price_usd) as price_usd

    from offers

    inner join months
        on offers.supported_from_date <= months.observed_date
        and (offers.offer_end_date is null or offers.offer_end_date > months.observed_date)

    group by offers.bar_id, months.observed_date, offers.seller_id

),

ranked as (

    select
        *,
        row_number() over (partition by bar_id, observed_date order by price_usd, seller_id)
            as seller_rank

    from by_seller

),

ranges as (

    select
        bar_id,
        observed_date,
        max(case when seller_rank = 1 then price_usd end) as cheapest_usd,
        max(case when seller_rank = 2 then price_usd end) as second_usd,
        max(case when seller_rank = 3 then price_usd end) as third_usd,
        count(*) as sellers_count

    from ranked

    group by bar_id, observed_date

)

select * from ranges
