"""Queries that several pages share, and the bars that the memo singles out."""

from reports.figures import Fact, Number

GPT_3_5, GPT_4, O1, GPT_5 = (
    "mmlu_0.648_trends",
    "gpqa_diamond_0.357_hub",
    "gpqa_diamond_0.75_hub",
    "epoch_eci_149.9_hub",
)
HERO_BARS = (GPT_3_5, GPT_4, O1, GPT_5)
PANEL_BARS = (
    GPT_3_5,
    GPT_4,
    "gpqa_diamond_0.4885_hub",
    O1,
    "epoch_eci_125.7_hub",
    "arena_elo_text_1206_catalog",
)

ALL_SOURCES = """(
    select string_agg(source_id, ',' order by source_id)
    from (select distinct unnest(string_split(source_ids, ',')) as source_id
        from marts.bar_summaries)
)"""


def sources_of(*columns: str) -> str:
    """SQL for the sources of the facts that these columns name, over the rows of a group."""
    named = ", ".join(f"max({column})" for column in columns)
    return f"""(select string_agg(distinct source_id, ',' order by source_id) from marts.facts
        where fact_id in ({named}))"""


def one_row(sql: str) -> str:
    """The query with a row of nulls where it has none: the figure then prints n/a."""
    return f"select answer.* from (select 1) left join ({sql}) as answer on true"


def quoted(names: tuple[str, ...]) -> str:
    """Names as an SQL list of texts."""
    return ", ".join(f"'{name}'" for name in names)


def order_of(names: tuple[str, ...], column: str = "bar_id") -> str:
    """An SQL expression that sorts rows in the order of the names."""
    cases = " ".join(f"when '{name}' then {place}" for place, name in enumerate(names))
    return f"case {column} {cases} end"


def is_open(bar: str) -> str:
    """SQL that answers whether a bar has a price on the day of the view."""
    return (
        "select count(*) > 0 from marts.bar_summaries "
        f"where bar_id = '{bar}' and new_lows_count > 0"
    )


def bar_number(
    name: str,
    label: str,
    bar: str,
    value: str,
    unit: str,
    method: str,
    *,
    low: str = "null",
    high: str = "null",
    kind: str = "",
    n: str = "new_lows_count",
    day: str = "price_date",
    flag: str = "case when {value} is null then coalesce(flag, 'no_data') end",
) -> Number:
    """A number of marts.bar_summaries: `value`, `low`, `high` and `n` are SQL on its columns."""
    sql = f"""
        select {value} as value, {low} as low, {high} as high, '{kind}' as interval_kind,
            {n} as n, {day} as as_of_date, bar_id as key, evidence_class, source_ids,
            {flag.format(value=value)} as flag
        from marts.bar_summaries where bar_id = '{bar}'
    """
    return Number(name, label, unit, method, "bar_summaries", sql)


def count_number(name: str, label: str, sql: str, mart: str, method: str = "M02") -> Number:
    """A count of rows of this database; `sql` answers `value` and `key`."""
    counted = f"select *, 'this_project' as source_ids from ({sql})"
    return Number(name, label, "count", method, mart, counted)


def newest_day(name: str, column: str, mart: str) -> Fact:
    """The last day of a column of a mart, which may have a condition; empty text without rows."""
    return Fact(
        name, f"select coalesce(strftime(max({column}), '%-d %B %Y'), '') from marts.{mart}"
    )
