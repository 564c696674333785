"""Page one: the answer, the hero exhibit, the key numbers."""

from reports.charts.paths import step_curves
from reports.figures import Chart, ChartImage, Fact, Number, Row
from reports.memos.price_parts.queries import (
    ALL_SOURCES,
    GPT_3_5,
    GPT_4,
    GPT_5,
    HERO_BARS,
    O1,
    bar_number,
    count_number,
    is_open,
    newest_day,
    order_of,
    quoted,
)

HERO_STEPS = f"""
    with chosen as (
        select bar_id from marts.bar_summaries where new_lows_count > 0
        order by {order_of(HERO_BARS)} nulls last, new_lows_count desc, bar_id limit 4
    ),
    days as (
        select bar_id, step_date as from_date, not is_left_censored as marks,
            is_left_censored as hollow
        from marts.capability_price_steps where choice_id = 'base'
        union all
        select bar_id, observed_date, false, false from marts.offer_ranges
    ),
    once as (
        select bar_id, from_date, bool_or(marks) as marks, bool_or(hollow) as hollow
        from days inner join chosen using (bar_id) group by bar_id, from_date
    )
    select case when once.bar_id in ({quoted(HERO_BARS)}) then summaries.bar_name
            else summaries.bar_name || ', ' || split_part(summaries.bar_label, ' ', 1) end
            as series,
        summaries.bar_label as detail, once.from_date, once.marks, once.hollow,
        summaries.source_ids, summaries.evidence_class,
        (select min(price_usd_per_mtok) from marts.capability_price_steps as steps
            where steps.bar_id = once.bar_id and steps.choice_id = 'base'
            and steps.step_date <= once.from_date) as value,
        (select max_by(third_usd_per_mtok, observed_date) from marts.offer_ranges as ranges
            where ranges.bar_id = once.bar_id and ranges.observed_date <= once.from_date) as high,
        summaries.priced_models_count as n, once.from_date as as_of_date
    from once inner join marts.bar_summaries as summaries using (bar_id)
    where once.from_date >= summaries.first_step_date
    order by {order_of(HERO_BARS, "once.bar_id")} nulls last, once.bar_id, once.from_date
"""
LAST_DAY = "select max(price_date) as end_date from marts.bar_summaries"


def draw_hero(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Cheapest price at four bars, 112 by 97 mm."""
    end = data["end"][0]["end_date"]
    return step_curves(
        {"steps": data["steps"]}, name, title="Cheapest price per million tokens at four bars",
        unit="usd_per_mtok", end=end, width=112.0, height=97.0, prefix="$",
    )  # fmt: skip


def price_now(name: str, label: str, bar: str) -> Number:
    """Cheapest offer that still stands, up to the third-cheapest seller."""
    return bar_number(
        name, f"Price on offer, {label}", bar, "on_offer_usd_per_mtok", "usd_per_mtok", "M02",
        low="on_offer_usd_per_mtok", high="third_usd_per_mtok", kind="to third seller",
        n="sellers_count",
    )  # fmt: skip


def year_change(name: str, label: str, bar: str) -> Number:
    """Change of the cheapest offer in a year; n/a without a newer score unless it rose."""
    sql = f"""
        with days as (
            select max(price_date) as last_day,
                cast(max(price_date) - interval 1 year as date) as first_day
            from marts.bar_summaries
        ),
        ends as (
            select
                max(case when observed_date = last_day then cheapest_usd_per_mtok end) as last_usd,
                max(case when observed_date = first_day then cheapest_usd_per_mtok end)
                    as first_usd,
                max(last_day) as as_of_date, max(first_day) as first_day
            from marts.offer_ranges cross join days where bar_id = '{bar}'
        )
        select case when last_score_date >= first_day or last_usd > first_usd
                then last_usd / first_usd - 1 end as value,
            as_of_date, '{bar}' as key, 'derived' as evidence_class, 2 as n,
            case when last_score_date < first_day then 'no_new_scores' else 'no_data' end as flag,
            (select source_ids from marts.bar_summaries where bar_id = '{bar}') as source_ids
        from ends left join marts.score_coverage on bar_id = '{bar}'
    """
    return Number(name, f"Change of the cheapest offer in a year, {label}", "share", "M04",
                  "offer_ranges", sql)  # fmt: skip


def first_price(name: str, label: str, bar: str) -> Number:
    """Price on the day the path opens."""
    return bar_number(
        name, f"First price, {label}", bar, "first_usd_per_mtok", "usd_per_mtok", "M02",
        day="first_step_date", n="1",
    )  # fmt: skip


def lowest_price(name: str, label: str, bar: str) -> Number:
    """Lowest price so far."""
    return bar_number(
        name, f"Lowest price so far, {label}", bar, "lowest_usd_per_mtok", "usd_per_mtok", "M02",
        day="last_step_date",
    )  # fmt: skip


MEDIAN_PACE = f"""
    select median(quoted_fold_per_year) as value,
        quantile_cont(quoted_fold_per_year, 0.1) as low,
        quantile_cont(quoted_fold_per_year, 0.9) as high,
        '10th to 90th percentile of bars' as interval_kind, count(*) as n,
        max(price_date) as as_of_date, 'is_quotable' as key, 'derived' as evidence_class,
        {ALL_SOURCES} as source_ids, case when count(*) = 0 then 'insufficient_obs' end as flag
    from marts.bar_summaries where is_quotable
"""


SAME_BARS = """
    select bar_id from marts.price_windows where fold_per_year is not null
        and window_id in ('early', 'last_year') group by bar_id having count(*) = 2
"""


def window_pace(window: str, which: str) -> str:
    """Median pace of a window over the bars followed in the two before, or over all."""
    early = {"same": f"and bar_id in ({SAME_BARS})", "all": ""}[which]
    return f"""
        select median(fold_per_year) as value, quantile_cont(fold_per_year, 0.25) as low,
            quantile_cont(fold_per_year, 0.75) as high, 'middle half of bars' as interval_kind,
            count(fold_per_year) as n, max(last_date) as as_of_date, '{window}' as key,
            'derived' as evidence_class, {ALL_SOURCES} as source_ids,
            case when count(fold_per_year) = 0 then 'no_data' end as flag
        from marts.price_windows where window_id = '{window}' {early}
    """


SAME_OFFER = f"""
    select power(100 / max_by(price_index, period_date), 365.25 / nullif(date_diff(
            'day', min(period_date), max(period_date)), 0)) as value,
        max_by(items_count, period_date) as n, max(period_date) as as_of_date,
        'matched_jevons' as key, 'derived' as evidence_class,
        {ALL_SOURCES} as source_ids,
        case when count(distinct period_date) < 2 then 'no_data' else 'single value' end as flag
    from marts.price_indices where index_id = 'matched_jevons' and price_index is not null
"""

FIGURES = [
    Chart("hero", {"steps": HERO_STEPS, "end": LAST_DAY}, draw_hero, "M02",
          "capability_price_steps", "usd_per_mtok"),
    price_now("now_gpt35", "GPT-3.5 level", GPT_3_5),
    price_now("now_gpt4", "GPT-4 level", GPT_4),
    price_now("now_o1", "o1 level", O1),
    price_now("now_gpt5", "GPT-5 level", GPT_5),
    year_change("year_gpt35", "GPT-3.5 level", GPT_3_5),
    year_change("year_gpt4", "GPT-4 level", GPT_4),
    year_change("year_o1", "o1 level", O1),
    year_change("year_gpt5", "GPT-5 level", GPT_5),
    first_price("first_gpt35", "GPT-3.5 level", GPT_3_5),
    first_price("first_o1", "o1 level", O1),
    lowest_price("low_gpt35", "GPT-3.5 level", GPT_3_5),
    lowest_price("low_o1", "o1 level", O1),
    bar_number("pace_gpt4", "Pace fitted to new lows, GPT-4 level", GPT_4, "steps_fold_per_year",
               "fold_per_year", "M03", low="low_fold_per_year", high="high_fold_per_year",
               kind="90% t interval", n="points_count", day="scores_and_prices_date"),
    bar_number("pace_gpt4_idle", "Pace with idle months counted, GPT-4 level", GPT_4,
               "months_fold_per_year", "fold_per_year", "M03", n="points_count",
               day="scores_and_prices_date",
               flag="case when {value} is null then coalesce(flag, 'no_data') "
               "else 'steps_repeat' end"),
    bar_number("idle_gpt4", "Months without a new low, GPT-4 level", GPT_4,
               "months_since_last_step", "months", "M02", day="scores_and_prices_date"),
    bar_number("spread_gpt35", "Third-cheapest seller over the cheapest, GPT-3.5 level", GPT_3_5,
               "third_usd_per_mtok / on_offer_usd_per_mtok", "ratio", "M02", n="sellers_count"),
    Number("pace_median", "Pace to quote, median over bars", "fold_per_year", "M03",
           "bar_summaries", MEDIAN_PACE),
    Number("pace_early", "Pace before the last full year, median over the same bars",
           "fold_per_year", "M04", "price_windows", window_pace("early", "same")),
    Number("pace_last_year", "Pace in the last full year, median over the same bars",
           "fold_per_year", "M04", "price_windows", window_pace("last_year", "same")),
    Number("pace_since", "Pace in the current year so far, median over the same bars",
           "fold_per_year", "M04", "price_windows", window_pace("this_year", "same")),
    Number("pace_this_year", "Pace in the current year so far, median over all bars",
           "fold_per_year", "M04", "price_windows", window_pace("this_year", "all")),
    count_number("above_low", "Bars that cost more now than at their lowest",
                 "select count(*) as value, 'above_low' as key from marts.bar_summaries "
                 "where on_offer_usd_per_mtok > lowest_usd_per_mtok", "bar_summaries"),
    Number("pace_same_offer", "Pace of one and the same offer", "fold_per_year", "M06",
           "price_indices", SAME_OFFER, decimals=2),
    count_number("bars_all", "Bars followed", "select count(*) as value, 'bars' as key, "
                 "'derived' as evidence_class from marts.bar_summaries", "bar_summaries"),
    count_number("bars_quotable", "Bars whose pace may be quoted", "select count(*) as value, "
                 "'is_quotable' as key from marts.bar_summaries where is_quotable",
                 "bar_summaries", "M03"),
    count_number("bars_open", "Bars that an offer clears",
                 "select count(*) as value, 'open' as key from marts.bar_summaries "
                 "where lowest_usd_per_mtok is not null", "bar_summaries"),
    Fact("weights", """select max(case when key = 'blend_weight_input' then printf('%g', value) end)
         || ':' || max(case when key = 'blend_weight_output' then printf('%g', value) end)
         from marts.assumptions"""),
    newest_day("scored_to", "last_date", "price_windows where window_id = 'this_year'"),
    newest_day("gpt35_score_day", "last_score_date", f"score_coverage where bar_id = '{GPT_3_5}'"),
    Fact("has_prices", "select count(*) > 0 from marts.bar_summaries where new_lows_count > 0"),
    Fact("has_gpt35", is_open(GPT_3_5)),
    Fact("has_gpt4", is_open(GPT_4)),
    Fact("has_o1", is_open(O1)),
    Fact("spread_is_small",
         "select coalesce(third_usd_per_mtok / on_offer_usd_per_mtok < 2, false) "
         f"from marts.bar_summaries where bar_id = '{GPT_3_5}'"),
    Fact("long_fall", "select coalesce(first_usd_per_mtok / lowest_usd_per_mtok > 10, false) "
         f"from marts.bar_summaries where bar_id = '{GPT_3_5}'"),
    Fact("new_bars_fall_faster", f"""select coalesce((select quoted_fold_per_year
         from marts.bar_summaries where bar_id = '{O1}' and is_quotable) > (select
         quoted_fold_per_year from marts.bar_summaries where bar_id = '{GPT_4}' and is_quotable),
         false)"""),
    Fact("has_pace", "select count(*) > 0 from marts.bar_summaries where is_quotable"),
    newest_day("price_day", "price_date", "bar_summaries"),
    newest_day("score_day", "last_score_date", "score_coverage"),
    newest_day("task_day", "run_date", "agent_runs"),
    Fact("last_year_name", """select coalesce(strftime(max(last_date), '%Y'), '')
         from marts.price_windows where window_id = 'last_year'"""),
]  # fmt: skip
for _day, _label, _sql in (
    ("price", "prices", "select max(price_date) from marts.bar_summaries"),
    ("score", "scores", "select max(last_score_date) from marts.score_coverage"),
    (
        "oldscore",
        "scores of the GPT-3.5 bar",
        f"select max(last_score_date) from marts.score_coverage where bar_id = '{GPT_3_5}'",
    ),
    ("task", "task costs", "select max(run_date) from marts.agent_runs"),
):
    FIGURES.append(
        Number(f"age_{_day}", f"Age of the newest {_label}", "days", "count", {
            "price": "bar_summaries", "score": "score_coverage", "oldscore": "score_coverage",
            "task": "agent_runs"}[_day],
            f"select date_diff('day', ({_sql}), (select max(view_date) from marts.data_views)) "
            f"as value, '{_label}' as key, 'derived' as evidence_class, 'no_data' as flag, "
            "'this_project' as source_ids")
    )  # fmt: skip
