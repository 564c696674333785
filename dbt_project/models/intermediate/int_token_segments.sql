{#
    Cumulative tokens between dated rates, in straight lines from rate to rate. What was made before
    the first rate is not known: `from_first_rate` takes nothing, `extended_back` what a growth at
    the curve's own mean rate would have made; the truth of a growing curve lies nearer the second.
#}
with

rates as (

    select * from {{ ref("int_token_rates") }}

),

segments as (

    select
        curve_id,
        rate_date,
        tokens_per_day,
        lead(rate_date) over curve as next_date,
        lead(tokens_per_day) over curve as next_tokens_per_day

    from rates

    window curve as (partition by curve_id order by rate_date)

),

growths as (

    select
        curve_id,
        min_by(tokens_per_day, rate_date) as first_tokens_per_day,
        ln(max_by(tokens_per_day, rate_date) / min_by(tokens_per_day, rate_date))
        / {{ days_between("min(rate_date)", "max(rate_date)") }} as growth_per_day

    from rates

    group by curve_id

),

histories as (

    select curve_id, 'from_first_rate' as history, 0.0 as tokens_before from growths

    union all

    select curve_id, 'extended_back' as history,
        first_tokens_per_day / growth_per_day as tokens_before
    from growths
    where growth_per_day > 0

),

summed as (

    select
        segments.curve_id,
        histories.history,
        segments.rate_date,
        segments.next_date,
        segments.tokens_per_day,
        segments.next_tokens_per_day,
        {{ days_between("segments.rate_date", "segments.next_date") }} as days,
        histories.tokens_before + coalesce(sum(
            {{ days_between("segments.rate_date", "segments.next_date") }}
            * (segments.tokens_per_day + segments.next_tokens_per_day) / 2
        ) over (
            partition by segments.curve_id, histories.history order by segments.rate_date
            rows between unbounded preceding and 1 preceding
        ), 0) as tokens_at_start

    from segments

    inner join histories on segments.curve_id = histories.curve_id

)

select * from summed where next_date is not null
