"""Evidence lines: every printed number has one, numbered in order of first use.

The template is rendered twice. The first pass notes which figures are used, and in what order;
then lines and sources are numbered; the second pass prints them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reports import format
from reports.evaluate import Values
from reports.figures import (
    ChartImage,
    Column,
    FigureError,
    Memo,
    Number,
    Point,
    Row,
    Series,
    VintageInfo,
    as_day,
    printed,
    sources_of,
    weakest,
)
from reports.lineage import Source, SourceIndex


@dataclass(frozen=True)
class Line:
    """One line of the appendix. `printed` stands on the page, `full` is the value."""

    id: str
    figure: str
    label: str
    printed: str
    full: str
    unit: str
    as_of_date: date
    n: str
    interval: str
    interval_kind: str
    method: str
    mart: str
    key: str
    evidence_class: str
    source_ids: tuple[str, ...]
    exhibit: str = ""

    @property
    def mark(self) -> str:
        """The sign of the evidence class."""
        return format.EVIDENCE_MARKS[self.evidence_class]

    @property
    def unit_words(self) -> str:
        """The unit as printed."""
        return format.unit_words(self.unit)


def file_name(kind: str, figure: str) -> str:
    """Name of the CSV of an exhibit: table_rates.csv, chart_hero.csv."""
    return f"{kind}_{figure}.csv"


class Ledger:
    """Which figures a template used and the keys they got.

    State: the order of first use, filled by the first pass, frozen before the second.
    """

    def __init__(
        self, memo: Memo, vintage: VintageInfo, values: Values, images: dict[str, ChartImage],
        sources: SourceIndex,
    ) -> None:  # fmt: skip
        self.memo, self.vintage, self.values, self.images = memo, vintage, values, images
        self.index = sources
        self.used: dict[str, list[str]] = {"number": [], "table": [], "chart": []}
        self.lines: list[Line] = []
        self.sources: dict[str, tuple[str, Source]] = {}
        self._line_ids: dict[tuple[str, str, str], str] = {}

    def use(self, kind: str, figure: str) -> None:
        """Note that a figure stands on the page."""
        if figure not in self.used[kind]:
            self.used[kind].append(figure)

    def line_id(self, kind: str, figure: str, part: str = "") -> str:
        """Key of an evidence line; in the first pass a stand-in."""
        return self._line_ids.get((kind, figure, part), f"{self.memo.letter}00")

    def line_ids(self, kind: str, figure: str) -> list[str]:
        """Keys of all lines of an exhibit."""
        return [key for (k, f, _), key in self._line_ids.items() if (k, f) == (kind, figure)]

    def label(self, kind: str, figure: str) -> str:
        """Exhibit 2 or Table 1, by order of use."""
        word = "Table" if kind == "table" else "Exhibit"
        used = self.used[kind]
        return f"{word} {used.index(figure) + 1}" if figure in used else word

    def source_keys(self, source_ids: list[str] | tuple[str, ...]) -> list[str]:
        """Keys D1, D2 … of sources, in order of the list of sources."""
        return [key for source_id, (key, _) in self.sources.items() if source_id in source_ids]

    def freeze(self) -> None:
        """Number lines and sources.

        Raises:
            FigureError: a figure is later than the memo.
        """
        for name in self.used["number"]:
            self._add(("number", name, ""), number_line(self, name))
        for name in self.used["table"]:
            for column, line in column_lines(self, name):
                self._add(("table", name, column), line)
        for name in self.used["chart"]:
            for label, line in series_lines(self, name):
                self._add(("chart", name, label), line)
        for line in self.lines:
            for source_id in line.source_ids:
                if source_id not in self.sources:
                    key = f"D{len(self.sources) + 1}"
                    self.sources[source_id] = (key, self.index.source(source_id))

    def _add(self, key: tuple[str, str, str], fields: dict[str, Any]) -> None:
        line = Line(id=f"{self.memo.letter}{len(self.lines) + 1:02d}", **fields)
        if line.as_of_date > self.vintage.as_of_date:
            raise FigureError(
                f"{self.memo.id}, {line.figure}: expected a date up to {self.vintage.as_of_date},"
                f" found {line.as_of_date}"
            )
        self._line_ids[key] = line.id
        self.lines.append(line)


def _count(n: object) -> str:
    return "" if n is None else format.number(float(n), 0)


def number_line(ledger: Ledger, name: str) -> dict[str, Any]:
    """Fields of the line of a number."""
    figure, row = ledger.values.numbers[name]
    return {
        "figure": name,
        "label": figure.label,
        "printed": printed(figure, row["value"], row.get("flag")),
        "full": format.full(row["value"]),
        "unit": figure.unit,
        "as_of_date": as_day(row.get("as_of_date")) or ledger.vintage.as_of_date,
        "n": _count(row.get("n")),
        "interval": interval_of(figure, row.get("low"), row.get("high"), "table"),
        "interval_kind": row.get("interval_kind") or "",
        "method": figure.method,
        "mart": figure.mart,
        "key": str(row.get("key") or ""),
        "evidence_class": weakest([row["evidence_class"]] if row.get("evidence_class") else []),
        "source_ids": tuple(ledger.index.ids(figure.mart, sources_of(row))),
    }


def interval_of(figure: Number | Column, low: object, high: object, place: str) -> str:
    """The interval of a value as printed, empty where there is none."""
    return format.interval(low, high, figure.unit, figure.decimals, place)


def _span(figure: Column | Number, values: list[Any]) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return "n/a"
    low, high = min(known), max(known)
    if low == high:
        return format.text(low, figure.unit, figure.decimals, "table")
    return interval_of(figure, low, high, "table")


def _class_of_rows(rows: list[Row]) -> str:
    return weakest([row["evidence_class"] for row in rows if row.get("evidence_class")])


def _newest(rows: list[Row], otherwise: date) -> date:
    return max((as_day(row["as_of_date"]) for row in rows if row.get("as_of_date")),
               default=otherwise)  # fmt: skip


def cell_values(column: Column, rows: list[Row]) -> list[Any]:
    """The values of a column; of an interval column both ends."""
    if rows and column.name in rows[0]:
        return [row[column.name] for row in rows]
    return _ends(column, rows)


def _ends(column: Column, rows: list[Row]) -> list[Any]:
    return [row.get(end) for row in rows for end in (column.low, column.high) if end]


def column_lines(ledger: Ledger, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Fields of the lines of a table, one a column that has a unit."""
    table, rows = ledger.values.tables[name]
    shared = {
        "figure": name,
        "full": file_name("table", name),
        "as_of_date": _newest(rows, ledger.vintage.as_of_date),
        "evidence_class": _class_of_rows(rows),
        "exhibit": ledger.label("table", name),
    }
    named = [source for row in rows for source in sources_of(row)]
    lines = []
    for column in table.columns:
        if column.unit in (None, "text"):
            continue
        mart = column.mart or table.mart
        lines.append((column.name, shared | {
            "label": f"{shared['exhibit']}: {', '.join(filter(None, (column.group, column.head)))}",
            "printed": _span(column, cell_values(column, rows)),
            "unit": column.unit,
            "n": _span(Column("n", "n", "count"), [row.get(column.n) for row in rows])
            if column.n else "",
            "interval": _span(column, _ends(column, rows)) if column.low and column.high else "",
            "interval_kind": column.interval_kind,
            "method": column.method or table.method,
            "mart": mart,
            "key": f"each {table.key}",
            "source_ids": tuple(ledger.index.ids(mart, named)),
        }))  # fmt: skip
    return lines


def series_column(series: Series) -> Column:
    """A series seen as a column of a table."""
    return Column("value", series.label, series.unit, interval_kind=series.interval_kind)


def series_lines(ledger: Ledger, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Fields of the lines of a chart, one a series."""
    chart, data = ledger.values.charts[name]
    named = [source for rows in data.values() for row in rows for source in sources_of(row)]
    exhibit = ledger.label("chart", name)
    lines = []
    for series in ledger.images[name].series:
        points: list[Point] = series.points
        own = sources_of({"source_ids": series.source_ids})
        days = [as_day(point.as_of_date) for point in points if point.as_of_date]
        column = series_column(series)
        counts = [point.n for point in points]
        ends = [end for point in points for end in (point.low, point.high)]
        lines.append((series.label, {
            "figure": name,
            "label": f"{exhibit}: {series.label}",
            "printed": _span(column, [point.value for point in points]),
            "full": file_name("chart", name),
            "unit": series.unit,
            "as_of_date": max(days, default=ledger.vintage.as_of_date),
            "n": _span(Column("n", "n", "count"), counts) if any(counts) else "",
            "interval": _span(column, ends) if any(end is not None for end in ends) else "",
            "interval_kind": series.interval_kind,
            "method": chart.method,
            "mart": chart.mart,
            "key": "each point",
            "evidence_class": weakest([series.evidence_class]),
            "source_ids": tuple(ledger.index.ids(chart.mart, own or named)),
            "exhibit": exhibit,
        }))  # fmt: skip
    return lines
