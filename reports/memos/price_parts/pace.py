"""Is the fall constant: rates in windows of time, breaks, and how far the scores reach."""

from reports.charts.bars import window_dots
from reports.charts.lines import break_plot
from reports.figures import Chart, ChartImage, Column, Fact, Number, Row, Table
from reports.memos.price_parts.front import LAST_DAY, SAME_BARS
from reports.memos.price_parts.queries import (
    GPT_4,
    bar_number,
    count_number,
    order_of,
    quoted,
)

WINDOW_BARS = (
    "mmlu_0.7_hub",
    GPT_4,
    "gpqa_diamond_0.4885_hub",
    "gpqa_diamond_0.75_hub",
    "epoch_eci_125.7_hub",
    "epoch_eci_142.8_hub",
    "gpqa_diamond_0.84_hub",
)
WINDOWS = f"""
    with names as (
        select window_id, case window_id
            when 'early' then 'To end ' || extract(year from max(last_date))
            when 'last_year' then '' || extract(year from max(last_date))
            else extract(year from max(last_date)) || ' to date' end as window_name
        from marts.price_windows group by window_id
    ),
    bars as (select * from marts.bar_summaries where bar_id in ({quoted(WINDOW_BARS)}))
    select bars.bar_name || ', ' || split_part(bars.bar_label, ' ', 1) as series,
        bars.bar_label as detail, names.window_name as window,
        case when windows.fold_per_year >= 1 then windows.fold_per_year end as value,
        cast(null as double) as low, cast(null as double) as high, bars.source_ids,
        windows.new_lows_count as n, windows.last_date as as_of_date,
        case when windows.bar_id is null then 'no_offer_yet' else windows.flag end as flag
    from bars cross join names
    left join marts.price_windows as windows
        on bars.bar_id = windows.bar_id and names.window_id = windows.window_id
    order by {order_of(WINDOW_BARS, "bars.bar_id")}, names.window_id
"""


def draw_windows(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Fold a year by bar in three windows, 112 by 72 mm."""
    return window_dots(
        {"rates": data["rates"]}, name,
        title="Fall of the lowest price a year by bar, in three windows",
        head_width=38.0, height=70.0, foot="Fold a year, log scale; end to end of each window",
    )  # fmt: skip


BREAK_ROWS = """
    select breaks.bar_id, breaks.bar_label as bar, breaks.points_count,
        breaks.fold_before_fold_per_year, breaks.fold_after_fold_per_year,
        breaks.delta_bic_points, case when breaks.flag is not null then null
            when not breaks.is_accepted then 'one line'
            when breaks.fold_after_fold_per_year > breaks.fold_before_fold_per_year
            then 'faster after' else 'slower after' end as verdict,
        breaks.break_date, breaks.flag, breaks.evidence_class, summaries.source_ids
    from marts.trend_breaks as breaks
    inner join marts.bar_summaries as summaries using (bar_id)
    where breaks.points_count >= 8 order by breaks.points_count desc, bar
"""
BREAK_COLUMNS = [
    Column("bar", "Bar", width=31.0),
    Column("points_count", "lows", "count", width=8.0),
    Column("fold_before_fold_per_year", "before", "fold_per_year", group="Fold a year",
           flag="flag", width=11.0),
    Column("fold_after_fold_per_year", "after", "fold_per_year", group="Fold a year",
           flag="flag", width=11.0),
    Column("break_date", "near", "date", flag="flag", width=16.0),
    Column("delta_bic_points", "BIC", "points", flag="flag", width=9.0),
    Column("verdict", "better", flag="flag"),
]  # fmt: skip
BROKEN_BAR = """
    select bar_id from marts.trend_breaks where break_date is not null
    order by is_accepted desc, points_count desc, delta_bic_points, bar_id limit 1
"""
BREAK_PATH = f"""
    select steps.bar_label as series, steps.step_date as from_date,
        steps.price_usd_per_mtok as value, steps.is_left_censored as hollow,
        summaries.source_ids, steps.evidence_class
    from marts.capability_price_steps as steps
    inner join marts.bar_summaries as summaries using (bar_id)
    where steps.choice_id = 'base' and steps.bar_id in ({BROKEN_BAR})
    order by steps.step_number
"""
BREAK_RATES = f"""
    select 'before' as series, fold_before_fold_per_year as value, null as low, null as high,
        null as n from marts.trend_breaks where bar_id in ({BROKEN_BAR})
    union all
    select 'after' as series, fold_after_fold_per_year as value, null as low, null as high,
        null as n from marts.trend_breaks where bar_id in ({BROKEN_BAR})
"""
BREAK_DAY = f"select break_date as day from marts.trend_breaks where bar_id in ({BROKEN_BAR})"


def draw_break(data: dict[str, list[Row]], name: str) -> ChartImage:
    """The path with the break that is best supported, 68.5 by 52 mm."""
    return break_plot(
        {key: data[key] for key in ("path", "rates", "break")}, name, unit="usd_per_mtok",
        title="Price path with the day of its best break", end=data["end"][0]["end_date"],
        width=68.5, height=52.0, label_width=18.0,
    )  # fmt: skip


FIGURES = [
    Chart("windows", {"rates": WINDOWS}, draw_windows, "M04", "price_windows", "fold_per_year"),
    Chart("break_path", {"path": BREAK_PATH, "rates": BREAK_RATES, "break": BREAK_DAY,
                         "end": LAST_DAY}, draw_break, "M08", "trend_breaks", "usd_per_mtok"),
    Fact("break_name", f"select coalesce((select bar_label from marts.trend_breaks where bar_id in "
         f"({BROKEN_BAR})), 'no bar')"),
    Table("breaks", "Breaks", BREAK_ROWS, "bar_id", BREAK_COLUMNS, "M08", "trend_breaks"),
    bar_number("months_blind", "Months of prices after the newest score, GPT-4 level", GPT_4,
               "date_diff('day', scores_and_prices_date, price_date) / (365.25 / 12)", "months",
               "M02"),
    Number("later_listings", "Listings first offered after the newest score", "count", "M02",
           "score_coverage", f"""select later_listings_count as value, bar_id as key,
           last_price_date as as_of_date, evidence_class, 'no_data' as flag,
           'this_project' as source_ids
           from marts.score_coverage where bar_id = '{GPT_4}'"""),
    count_number("makers_lower", "Bars where a maker's own later score would set a new low",
                 "select count(*) as value, 'is_makers_low_lower' as key from marts.score_coverage "
                 "where is_makers_low_lower", "score_coverage"),
    count_number("stalled", "Bars with no new low in the current year so far",
                 "select count(*) as value, 'this_year' as key from marts.price_windows "
                 "where window_id = 'this_year' and new_lows_count = 0", "price_windows", "M04"),
    count_number("windows_this_year", "Bars followed in the current year",
                 "select count(*) as value, 'this_year' as key from marts.price_windows "
                 "where window_id = 'this_year'", "price_windows", "M04"),
    count_number("tested", "Bars with enough lows for a test of a break",
                 "select count(*) as value, 'trend_breaks' as key from marts.trend_breaks "
                 "where points_count >= 8", "trend_breaks", "M08"),
    count_number("broken", "Of these, bars where two lines fit better than one",
                 "select count(*) as value, 'is_accepted' as key from marts.trend_breaks "
                 "where points_count >= 8 and is_accepted", "trend_breaks", "M08"),
    Number("as_known_gpt4", "New lows at the GPT-4 bar when a model counts from the day its score "
           "was known", "count", "M02", "capability_price_steps",
           f"""select count(*) as value, '{GPT_4}/as_known' as key, 'this_project' as source_ids
           from marts.capability_price_steps
           where bar_id = '{GPT_4}' and choice_id = 'as_known'"""),
    Fact("is_front_loaded", f"""with paces as (select window_id, median(fold_per_year) as pace
         from marts.price_windows where bar_id in ({SAME_BARS}) group by window_id)
         select coalesce(max(pace) filter (where window_id = 'early')
         > 3 * greatest(max(pace) filter (where window_id = 'last_year'),
         coalesce(max(pace) filter (where window_id = 'this_year'), 0)), false) from paces"""),
    Number("low_share_hosts", "New lows set by a seller that does not make the model", "share",
           "M02", "capability_price_steps", """select avg(case when is_first_party then 0.0
           else 1.0 end) as value, count(*) as n, 'base' as key, 'no_data' as flag,
           'this_project' as source_ids from (select price_fact_id, step_date,
           bool_and(is_first_party) as is_first_party from marts.capability_price_steps
           where choice_id = 'base' and step_number > 1 and seller_id is not null
           group by price_fact_id, step_date)"""),
    count_number("slower_after", "Of these, bars where the second line falls more slowly",
                 "select count(*) as value, 'slower' as key from marts.trend_breaks where "
                 "points_count >= 8 and is_accepted and fold_after_fold_per_year "
                 "< fold_before_fold_per_year", "trend_breaks", "M08"),
    Fact("any_slowdown", "select count(*) > 0 from marts.trend_breaks where is_accepted and "
         "points_count >= 8 and fold_after_fold_per_year < fold_before_fold_per_year"),
    Fact("any_break", "select count(*) > 0 from marts.trend_breaks where is_accepted "
         "and points_count >= 8"),
    Fact("has_tests", "select count(*) > 0 from marts.trend_breaks where points_count >= 8"),
    Fact("has_blind_months", f"""select coalesce((select scores_and_prices_date < price_date
         from marts.bar_summaries where bar_id = '{GPT_4}'), false)"""),
]  # fmt: skip
