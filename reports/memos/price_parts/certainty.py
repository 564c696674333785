"""How sure the pace is: fits with their bands, rates by bar, and what other choices give."""

from reports.charts.bars import tornado
from reports.charts.paths import small_multiples
from reports.figures import Chart, ChartImage, Column, Fact, Number, Row, Table
from reports.memos.price_parts.front import LAST_DAY
from reports.memos.price_parts.queries import (
    GPT_4,
    PANEL_BARS,
    count_number,
    one_row,
    order_of,
    quoted,
)

PATHS = f"""
    select steps.bar_name || ', ' || split_part(steps.bar_label, ' ', 1) as series,
        steps.bar_label as detail,
        steps.step_date as from_date, steps.price_usd_per_mtok as value,
        summaries.source_ids, steps.evidence_class
    from marts.capability_price_steps as steps
    inner join marts.bar_summaries as summaries using (bar_id)
    where steps.choice_id = 'base' and bar_id in ({quoted(PANEL_BARS)})
    order by {order_of(PANEL_BARS)}, steps.step_number
"""
FITS = f"""
    select bar_name || ', ' || split_part(bar_label, ' ', 1) as series, line_date as day,
        middle_usd_per_mtok as middle, low_usd_per_mtok as low, high_usd_per_mtok as high
    from marts.price_fit_lines where bar_id in ({quoted(PANEL_BARS)})
    order by {order_of(PANEL_BARS)}, line_date
"""
RATES = f"""
    select bar_name || ', ' || split_part(bar_label, ' ', 1) as series,
        case when is_quotable then steps_fold_per_year end as value,
        case when is_quotable then low_fold_per_year end as low,
        case when is_quotable then high_fold_per_year end as high, points_count as n,
        case when coalesce(points_count, 0) < 5 then 'few' else 'short' end as flag
    from marts.bar_summaries where bar_id in ({quoted(PANEL_BARS)})
"""


def draw_fits(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Six paths with their fits, 170 mm wide."""
    return small_multiples(
        {key: data[key] for key in ("paths", "fits", "rates")}, name,
        title="Six price paths with fitted line and 90 percent band", unit="usd_per_mtok",
        end=data["end"][0]["end_date"],
    )  # fmt: skip


RATE_COLUMNS = [
    Column("bar", "Bar", width=48.0),
    Column("scores", "Scores", width=16.5),
    Column("first_usd_per_mtok", "first", "usd_per_mtok", group="USD per Mtok", method="M02",
           na="no offer", width=10.5),
    Column("lowest_usd_per_mtok", "lowest", "usd_per_mtok", group="USD per Mtok", method="M02",
           na="no offer", width=10.5),
    Column("on_offer_usd_per_mtok", "on offer", "usd_per_mtok", group="USD per Mtok",
           method="M02", na="none", width=11.5),
    Column("new_lows_count", "lows", "count", group="Record", na="0", width=8.0),
    Column("points_count", "in fit", "count", group="Record", na="0", width=8.0),
    Column("span_years", "years", "years", group="Record", na="none", width=9.0),
    Column("shown_fold_per_year", "new lows", "fold_per_year", group="Fold a year",
           n="points_count", low="shown_low", high="shown_high", flag="why",
           interval_kind="90% t interval", width=14.5),
    Column("interval", "90% interval", "fold_per_year", group="Fold a year", low="shown_low",
           high="shown_high", flag="why", interval_kind="90% t interval", width=19.0),
    Column("months_shown", "idle counted", "fold_per_year", group="Fold a year",
           flag="why", width=13.0),
]  # fmt: skip
RATE_ROWS = """
    select bar_id, case when bar_name like '%level%' then bar_name || ' · ' || bar_label
        else bar_label end as bar, first_usd_per_mtok, lowest_usd_per_mtok,
        on_offer_usd_per_mtok, new_lows_count, points_count, span_years,
        case when is_quotable then steps_fold_per_year end as shown_fold_per_year,
        case when is_quotable then low_fold_per_year end as shown_low,
        case when is_quotable then high_fold_per_year end as shown_high,
        case when is_quotable then months_fold_per_year end as months_shown,
        case when coalesce(points_count, 0) < 5 then 'few' else 'short' end as why,
        (select case when max(steps.source_datasets) like 'epoch_price%' then 'Epoch 2025'
            when max(steps.source_datasets) = 'llm_stats' then 'llm-stats'
            when max(steps.source_datasets) like 'lmarena%' then 'LMArena' else 'Epoch hub' end
            from marts.capability_price_steps as steps
            where steps.bar_id = bar_summaries.bar_id) as scores,
        evidence_class, source_ids, price_date as as_of_date
    from marts.bar_summaries
    where lowest_usd_per_mtok is not null
    order by is_quotable desc, points_count desc, bar_name, bar_label
"""
SWINGS = f"""
    with base as (
        select * from marts.price_declines where bar_id = '{GPT_4}' and choice_id = 'base'
            and estimator = 'steps'
    ),
    others as (
        select choices.choice_name as series, choices.choice_detail as detail,
            declines.fold_per_year as other
        from marts.price_declines as declines
        inner join marts.envelope_choices as choices using (choice_id)
        where declines.bar_id = '{GPT_4}' and declines.estimator = 'steps'
            and declines.choice_id <> 'base' and declines.points_count >= 4
        union all
        select 'Idle months', 'counted: fit on the first of each month', fold_per_year
        from marts.price_declines where bar_id = '{GPT_4}' and choice_id = 'base'
            and estimator = 'month'
        union all
        select 'First point', 'left out', fold_per_year from marts.price_declines
        where bar_id = '{GPT_4}' and choice_id = 'base' and estimator = 'without_first'
        union all
        select 'Benchmark', 'ECI in place of GPQA Diamond', fold_per_year from marts.price_declines
        where bar_id = 'epoch_eci_125.7_hub' and choice_id = 'base' and estimator = 'steps'
    ),
    ranges as (
        select others.series, max_by(others.detail, abs(ln(others.other / base.fold_per_year)))
                as detail, min(others.other) as lowest,
            max(others.other) as highest, min(base.fold_per_year) as base
        from others cross join base where others.other is not null group by others.series
    )
    select series, detail, least(lowest, base) as low_value, greatest(highest, base) as high_value,
        'derived' as evidence_class, (select source_ids from marts.bar_summaries
            where bar_id = '{GPT_4}') as source_ids
    from ranges where greatest(highest, base) / least(lowest, base) > 1.01
    order by ln(greatest(highest, base) / least(lowest, base)) desc, series
"""
BASE = f"""
    select fold_per_year as value, low_fold_per_year as low, high_fold_per_year as high,
        points_count as n, evidence_class, (select source_ids from marts.bar_summaries
            where bar_id = '{GPT_4}') as source_ids
    from marts.price_declines
    where bar_id = '{GPT_4}' and choice_id = 'base' and estimator = 'steps'
        and fold_per_year is not null
"""


def draw_tornado(data: dict[str, list[Row]], name: str) -> ChartImage:
    """The fitted pace at the GPT-4 bar when one choice changes, 97.5 by 76 mm."""
    return tornado(
        {"swings": data["swings"], "base": data["base"]}, name, height=76.0, head_width=46.0,
        title="Pace at the GPT-4 bar when one choice changes",
        foot="Fold a year, log scale",
    )  # fmt: skip


WEIGHT_ROWS = """
    select summaries.bar_id, summaries.bar_label as bar,
        max(case when choice_id = 'weights_1_1' then fold_per_year end) as one,
        max(case when choice_id = 'weights_2_1' then fold_per_year end) as two,
        max(case when choice_id = 'base' then fold_per_year end) as three,
        max(case when choice_id = 'weights_5_1' then fold_per_year end) as five,
        max(case when choice_id = 'weights_10_1' then fold_per_year end) as ten,
        'too_few' as why, max(summaries.source_ids) as source_ids
    from marts.price_declines as declines inner join marts.bar_summaries as summaries using (bar_id)
    where declines.estimator = 'month' and bar_id like 'gpqa_diamond%hub' and summaries.is_quotable
    group by summaries.bar_id, summaries.bar_label order by summaries.bar_id
"""
WEIGHT_COLUMNS = [
    Column("bar", "Bar", width=26.0),
    *(Column(name, words, "fold_per_year", group="Input to output tokens", flag="why", method="M03",
             mart="price_declines")
      for name, words in (("one", "1:1"), ("two", "2:1"), ("three", "3:1"), ("five", "5:1"),
                          ("ten", "10:1"))),
]  # fmt: skip
WIDEST = """
    select {value} as value, points_count as n, bar_id as key, evidence_class, source_ids,
        'no_data' as flag
    from marts.bar_summaries where points_count in (3, 4)
    order by steps_fold_per_year desc limit 1
"""
FIGURES = [
    Chart("fits", {"paths": PATHS, "fits": FITS, "rates": RATES, "end": LAST_DAY}, draw_fits,
          "M03", "price_declines", "usd_per_mtok"),
    Table("rates", "Rates by bar", RATE_ROWS, "bar_id", RATE_COLUMNS, "M03", "bar_summaries"),
    Table("weights", "Weights", WEIGHT_ROWS, "bar_id", WEIGHT_COLUMNS, "M03", "price_declines"),
    Chart("tornado", {"swings": SWINGS, "base": BASE}, draw_tornado, "M03", "price_declines",
          "fold_per_year"),
    Number("widest", "Fastest fit on fewer lows than may be quoted", "fold_per_year", "M03",
           "bar_summaries", one_row(WIDEST.format(value="steps_fold_per_year")), na="no such fit"),
    Number("widest_span", "Powers of ten that its interval spans", "count", "M03",
           "bar_summaries",
           one_row(WIDEST.format(value="log10(high_fold_per_year / low_fold_per_year)")),
           na="no such fit"),
    Fact("shorter_is_steeper", f"""select coalesce(corr(span_years, ln(steps_fold_per_year)) < -0.5,
         false) from marts.bar_summaries where points_count >= 4 and steps_fold_per_year > 0
         and bar_id in ({quoted(PANEL_BARS)})"""),
    *(Number(f"fixed_{word}", f"{words} rate to a fixed date over choices, GPT-4 level",
             "fold_per_year", "M04", "capability_price_steps", f"""
             with ends as (
                 select choice_id, min_by(price_usd_per_mtok, step_number) as first_usd,
                     max_by(price_usd_per_mtok, step_number) as last_usd,
                     min(step_date) as first_day, (select scores_and_prices_date
                     from marts.bar_summaries where bar_id = '{GPT_4}') as last_day
                 from marts.capability_price_steps where bar_id = '{GPT_4}'
                     and choice_id not in ('as_known') and price_usd_per_mtok is not null
                 group by choice_id
             )
             select {word}(power(first_usd / last_usd, 365.25 / nullif(date_diff('day', first_day,
                 last_day), 0))) as value, count(*) as n, max(last_day) as as_of_date,
                 '{GPT_4}' as key, 'no_data' as flag, (select source_ids from marts.bar_summaries
                 where bar_id = '{GPT_4}') as source_ids from ends""")
      for word, words in (("min", "Lowest"), ("max", "Highest"))),
    *(Number(f"fitted_{word}", f"{words} fitted rate over all choices, GPT-4 level",
             "fold_per_year", "M03", "price_declines", f"""
             select {word}(fold_per_year) as value, count(*) as n, max(as_of_date) as as_of_date,
                 '{GPT_4}' as key, 'no_data' as flag, (select source_ids from marts.bar_summaries
                 where bar_id = '{GPT_4}') as source_ids
             from marts.price_declines where bar_id = '{GPT_4}' and choice_id <> 'as_known'
                 and points_count >= 4""")
      for word, words in (("min", "Lowest"), ("max", "Highest"))),
    count_number("same_test", "Bars to quote that are bars of one test, GPQA Diamond",
                 "select count(*) as value, 'gpqa_diamond' as key from marts.bar_summaries "
                 "where is_quotable and benchmark = 'gpqa_diamond'", "bar_summaries", "M03"),
    Fact("fixed_is_stable", f"""with ends as (
             select choice_id, min_by(price_usd_per_mtok, step_number) as first_usd,
                 max_by(price_usd_per_mtok, step_number) as last_usd
             from marts.capability_price_steps where bar_id = '{GPT_4}'
                 and choice_id <> 'as_known' and price_usd_per_mtok is not null
             group by choice_id
         )
         select coalesce(max(first_usd / last_usd) / min(first_usd / last_usd) < 3, false)
         from ends"""),
    Fact("method_matters", f"""select coalesce(max(fold_per_year) / min(fold_per_year) > 2, false)
         from marts.price_declines where bar_id = '{GPT_4}' and points_count >= 4"""),
    Fact("weights_matter_little", f"""with cells as ({WEIGHT_ROWS}) select coalesce(
         max(greatest(one, two, three, five, ten)) / min(least(one, two, three, five, ten)) < 1.25,
         false) from cells"""),
    Fact("bar_matters_more", f"""with cells as ({WEIGHT_ROWS}) select coalesce(
         median(greatest(one, two, three, five, ten) / least(one, two, three, five, ten))
         < max(three) / min(three), false) from cells"""),
    Fact("rates_are_loose", """select coalesce(median(high_fold_per_year / low_fold_per_year) > 10,
         true) from marts.bar_summaries where points_count >= 4"""),
    Fact("has_widest", "select count(*) > 0 from marts.bar_summaries where points_count in (3, 4)"),
    Fact("widest_name", "select coalesce((select bar_name || ' (' || bar_label || ')' from "
         "marts.bar_summaries where points_count in (3, 4) order by steps_fold_per_year desc "
         "limit 1), '')"),
]  # fmt: skip
