"""Indices, other technologies, sizes, learning: what stands beside the price curves."""

from reports.charts.bars import range_dots
from reports.charts.lines import line_index
from reports.figures import Chart, ChartImage, Column, Fact, Number, Row, Table
from reports.memos.price_parts.front import SAME_BARS
from reports.memos.price_parts.queries import ALL_SOURCES, GPT_4, newest_day, sources_of

INDEX_NAMES = {
    "matched_jevons": ("Same offers", "matched, Jevons"),
    "hedonic_time_dummy_all_quarters": ("Equal quality", "hedonic, time dummy"),
    "envelope": ("Cheapest at a bar", "GPT-4 level"),
}
INDICES = f"""
    select index_id, period_date as day, price_index as value, items_count as n,
        period_date as as_of_date, evidence_class, {ALL_SOURCES} as source_ids
    from marts.price_indices
    where index_id in ({", ".join(f"'{name}'" for name in INDEX_NAMES)})
        and price_index is not null
    order by case index_id when 'matched_jevons' then 1 when 'envelope' then 3 else 2 end,
        period_date
"""


def draw_indices(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Three price indices on one axis, 112 by 52 mm."""
    rows = [
        {**row, "series": INDEX_NAMES[row["index_id"]][0],
         "detail": INDEX_NAMES[row["index_id"]][1]}
        for row in data["indices"]
    ]  # fmt: skip
    return line_index({"indices": rows}, name, title="Three indices of the price of model calls",
                      height=52.0, label_width=33.0)  # fmt: skip


INDEX_ROWS = f"""
    with named as (
        select index_id, case index_id
            when 'matched_jevons' then 'Same offers, matched (Jevons)'
            when 'hedonic_time_dummy_all_quarters' then 'Equal quality, time dummy'
            when 'hedonic_time_dummy_rich_quarters' then 'Equal quality, time dummy, later start'
            when 'hedonic_imputation_rich_quarters'
                then 'Equal quality, double imputation, later start'
            when 'envelope' then 'Cheapest at the GPT-4 bar' end as index_name,
            period_date, price_index, items_count, matched_share, evidence_class
        from marts.price_indices where price_index is not null
    ),
    shared as (
        select max(first_day) as day from (select min(period_date) as first_day from named
            where index_name is not null group by index_id having count(*) > 1)
    )
    select index_id, min(index_name) as index_name, min(period_date) as first_day,
        max(period_date) as last_day, max_by(price_index, period_date) as last_index,
        power(min_by(price_index, period_date) / max_by(price_index, period_date),
            365.25 / nullif(date_diff('day', min(period_date), max(period_date)), 0)) as fold,
        power(max(case when period_date = shared.day then price_index end)
            / max_by(price_index, period_date), 365.25 / nullif(date_diff('day',
            max(shared.day), max(period_date)), 0)) as fold_shared,
        min_by(items_count, period_date) as first_n, max_by(items_count, period_date) as last_n,
        case when index_id = 'matched_jevons' then max_by(matched_share, period_date) end as share,
        'not_matched' as why, min(evidence_class) as evidence_class,
        {ALL_SOURCES} as source_ids
    from named cross join shared where index_name is not null group by index_id
    having count(*) > 1 order by last_index desc, index_id
"""
INDEX_COLUMNS = [
    Column("index_name", "Index", width=54.0),
    Column("first_day", "from", "date", group="Quarters", width=19.0),
    Column("last_day", "to", "date", group="Quarters", width=19.0),
    Column("first_n", "first", "count", group="Offers", width=12.0),
    Column("last_n", "last", "count", group="Offers", width=12.0),
    Column("share", "matched", "share", flag="why", width=20.0),
    Column("last_index", "index, last", "index", decimals=2, width=16.0),
    Column("fold", "whole", "fold_per_year", group="Fold a year", width=12.0),
    Column("fold_shared", "shared", "fold_per_year", group="Fold a year"),
]  # fmt: skip

YARDSTICKS = f"""
    with technologies as (
        select technology as series, case window_kind when 'best_decade' then 'fastest years, '
            else 'whole record, ' end || first_year || ' to ' || last_year as detail,
            fold_per_year as value, low_fold_per_year as low, high_fold_per_year as high,
            points_count as n, evidence_class, flag, false as highlight, source_id as source_ids,
            row_number() over (partition by technology order by fold_per_year desc, series_key)
                as place
        from marts.technology_declines where not is_weak
    ),
    bars as (
        select 'Model calls at a bar' as series, 'median of bars that may be quoted' as detail,
            median(quoted_fold_per_year) as value, min(quoted_fold_per_year) as low,
            max(quoted_fold_per_year) as high, count(*) as n, 'derived' as evidence_class,
            null as flag, true as highlight, {ALL_SOURCES} as source_ids
        from marts.bar_summaries where is_quotable having count(*) > 0
    ),
    late as (
        select 'Model calls at a bar' as series,
            'same bars, last full year, middle half' as detail,
            median(fold_per_year) as value, quantile_cont(fold_per_year, 0.25) as low,
            quantile_cont(fold_per_year, 0.75) as high, count(*) as n,
            'derived' as evidence_class, null as flag, true as highlight,
            {ALL_SOURCES} as source_ids
        from marts.price_windows where window_id = 'last_year' and fold_per_year is not null
            and bar_id in ({SAME_BARS})
        having count(*) > 0
    )
    select * from bars union all select * from late
    union all
    select series, detail, value, low, high, n, evidence_class, flag, highlight, source_ids
    from technologies where place = 1 and value > 1
    order by highlight desc, value desc, series, detail
    limit 12
"""


def draw_yardsticks(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Fold a year by technology, 112 by 92 mm."""
    rows = [
        {**row, "series": str(row["series"]).capitalize()
         + (" (late)" if "last full year" in str(row["detail"]) else "")}
        for row in data["rows"]
    ]  # fmt: skip
    return range_dots({"rows": rows}, name, title="Fall of the price a year by technology",
                      height=98.0, head_width=52.0, interval_kind="see detail",
                      foot="Fold a year, log scale; line: 90% interval, or range of bars",
                      )  # fmt: skip


LEARNING = """
    select provider || ', ' || scope as volume, bar_id || '/' || provider || scope as row_id,
        max(case when history = 'from_first_rate' then learning_share end) as low_share,
        max(case when history = 'extended_back' then learning_share end) as high_share,
        min(points_count) as points_count, min(r_squared_share) as r_squared_share,
        min(volume_on_time_share) as on_time, max(evidence_class) as evidence_class,
        {sources} as source_ids
    from marts.learning_curves where bar_id = '{bar}' and points_count >= 12
    group by bar_id, provider, scope order by low_share, provider
""".replace("{bar}", GPT_4).replace(
    "{sources}", sources_of("first_volume_fact_id", "last_volume_fact_id")
)


def draw_learning(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Learning rate by whose tokens are counted, 112 by 56 mm."""
    rows = [
        {"series": row["volume"], "detail": "", "value": row["low_share"], "low": row["low_share"],
         "high": row["high_share"], "n": row["points_count"], "source_ids": row["source_ids"],
         "evidence_class": row["evidence_class"], "flag": "no_data"}
        for row in data["rows"]
    ]  # fmt: skip
    return range_dots({"rows": rows}, name, title="Cost saved at each doubling of tokens",
                      unit="share", height=52.0, head_width=48.0,
                      interval_kind="history carried back",
                      foot="Log scale; line: with the history carried back")  # fmt: skip


SIZES = f"""
    select bar_id, bar_label as bar,
        min(case when measure = 'total' then step_date end) as first_day,
        max(case when measure = 'total' and step_number = 1 then smallest_params end)
            as first_total,
        min(case when measure = 'total' then smallest_params end) as last_total,
        min(case when measure = 'active' then smallest_params end) as last_active,
        max(case when measure = 'total' and step_number = 1 then smallest_params end)
            / min(case when measure = 'total' then smallest_params end) as total_x,
        max(case when measure = 'active' and step_number = 1 then smallest_params end)
            / min(case when measure = 'active' then smallest_params end) as active_x,
        max(evidence_class) as evidence_class,
        {sources_of("params_fact_id", "score_fact_id")} as source_ids
    from marts.frontier_sizes group by bar_id, bar_label
    having max(case when measure = 'total' then step_number end) >= 1 order by bar
"""
SIZE_COLUMNS = [
    Column("bar", "Bar", width=34.0),
    Column("first_day", "first", "date", width=18.0),
    Column("first_total", "first", "params", group="Smallest open model, parameters", width=22.0),
    Column("last_total", "now", "params", group="Smallest open model, parameters", width=22.0),
    Column("last_active", "now, active", "params", group="Smallest open model, parameters",
           width=22.0),
    Column("total_x", "in all", "ratio", group="Times smaller", width=16.0),
    Column("active_x", "active", "ratio", group="Times smaller"),
]  # fmt: skip
INTENSITY = """
    select cast(release_year as varchar) as year_name, models_count, median_tokens_per_param,
        low_tokens_per_param, high_tokens_per_param, 'no_data' as flag, evidence_class,
        (select string_agg(distinct source_id, ',' order by source_id)
            from marts.model_training_runs where training_tokens is not null
            and total_params is not null) as source_ids
    from marts.training_intensities
    where population = 'billion_params_or_more' and models_count >= 5 order by release_year
"""
INTENSITY_COLUMNS = [
    Column("year_name", "Year", width=12.0),
    Column("models_count", "models", "count", width=14.0),
    Column("median_tokens_per_param", "tokens per parameter, median", "ratio"),

]  # fmt: skip
FIGURES = [
    Chart("indices", {"indices": INDICES}, draw_indices, "M06 M07", "price_indices", "index"),
    Table("index_table", "Indices", INDEX_ROWS, "index_id", INDEX_COLUMNS, "M06 M07",
          "price_indices"),
    Chart("yardsticks", {"rows": YARDSTICKS}, draw_yardsticks, "M03", "technology_declines",
          "fold_per_year"),
    Chart("learning", {"rows": LEARNING}, draw_learning, "M14", "learning_curves", "share"),
    *(Number(f"learning_{word}", f"{words} learning rate over counts of tokens", "share", "M14",
             "learning_curves", f"""select {word}(learning_share) as value, count(*) as n,
             '{GPT_4}' as key, 'press' as evidence_class, 'no_data' as flag,
             (select string_agg(distinct source_id, ',' order by source_id)
             from marts.token_volumes) as source_ids
             from marts.learning_curves where bar_id = '{GPT_4}'
             and points_count >= 12""")
      for word, words in (("min", "Lowest"), ("max", "Highest"))),
    Fact("learning_is_loose", f"""select coalesce(max(learning_share) / min(learning_share) > 2,
         false) from marts.learning_curves where bar_id = '{GPT_4}'
             and points_count >= 12"""),
    Fact("hedonics_agree", """select coalesce(abs(max(case when index_id =
         'hedonic_time_dummy_rich_quarters' then price_index end) / max(case when index_id =
         'hedonic_imputation_rich_quarters' then price_index end) - 1) <= 0.2, false)
         from marts.price_indices where period_date = (select max(period_date)
         from marts.price_indices where index_id = 'hedonic_imputation_rich_quarters')"""),
    Fact("has_both_hedonics", "select count(distinct index_id) = 2 from marts.price_indices where "
         "index_id like 'hedonic%rich_quarters'"),
    *(Number(f"largest_{word}", f"Largest open model, parameters, {words}", "params", "M09",
             "model_architectures", f"""select max(total_params) as value, count(*) as n,
             max(release_date) as as_of_date, 'largest' as key, 'no_data' as flag,
             (select string_agg(distinct source_id, ',' order by source_id)
             from marts.model_architectures) as source_ids from marts.model_architectures
             where release_date <= (select max(view_date) from marts.data_views)
                 - interval {years} year""")
      for word, words, years in (("before", "a year before", 1), ("now", "now", 0))),
    Fact("sizes_shrink", """select coalesce(avg(case when last_params < first_params then 1.0
         else 0.0 end) > 0.5, false) from (select bar_id, max(case when step_number = 1
         then smallest_params end) as first_params, min(smallest_params) as last_params
         from marts.frontier_sizes where measure = 'active' group by bar_id)"""),
    Fact("intensity_rises", """select coalesce(max_by(median_tokens_per_param, release_year)
         > min_by(median_tokens_per_param, release_year), false) from marts.training_intensities
         where population = 'billion_params_or_more' and models_count >= 5"""),
    Fact("old_bars_slower", f"""select coalesce((select median(fold_per_year)
         from marts.price_windows where window_id = 'last_year' and bar_id in ({SAME_BARS}))
         < (select max(fold_per_year) from marts.technology_declines where not is_weak), false)"""),
    Table("sizes", "Sizes", SIZES, "bar_id", SIZE_COLUMNS, "M09", "frontier_sizes"),
    Table("intensity", "Tokens per parameter", INTENSITY, "year_name", INTENSITY_COLUMNS, "M20",
          "training_intensities"),
    *(Number(f"shared_{word}", f"Fall since the first quarter that all indices share, {words}",
             "fold_per_year", "M06 M07", "price_indices", f"""select max(fold_shared) as value,
             max(last_n) as n, max(last_day) as as_of_date, '{index}' as key,
             max(evidence_class) as evidence_class, max(source_ids) as source_ids,
             'no_data' as flag from ({INDEX_ROWS}) where index_id = '{index}'""")
      for word, words, index in (
          ("same", "one and the same offer", "matched_jevons"),
          ("equal", "equal quality", "hedonic_time_dummy_rich_quarters"),
          ("bar", "cheapest at the GPT-4 bar", "envelope"))),
    newest_day("shared_from", "period_date", "price_indices where period_date = (select "
               "min(period_date) from marts.price_indices where price_index is not null and "
               "index_id = 'hedonic_time_dummy_rich_quarters')"),
    Fact("indices_are_flat", """select coalesce((select max_by(price_index, period_date)
         from marts.price_indices where index_id = 'matched_jevons'
         and price_index is not null) > 50, false)"""),
    Fact("has_indices", "select count(*) > 1 from marts.price_indices where index_id = "
         "'matched_jevons' and price_index is not null"),
    Fact("models_outrun_technology", """select coalesce((select median(quoted_fold_per_year)
         from marts.bar_summaries where is_quotable) > (select max(fold_per_year)
         from marts.technology_declines where not is_weak), false)"""),
    Fact("has_learning", "select count(*) > 0 from marts.learning_curves "
         f"where bar_id = '{GPT_4}'"),
]  # fmt: skip
