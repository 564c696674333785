"""What a template sees: figures that print themselves as links to their evidence line.

Printing a figure is what counts as using it. Text from the database is escaped here; only our own
markup passes as it is.
"""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from reports import format
from reports.evidence import Ledger, cell_values, interval_of
from reports.figures import Column, FigureError, Row, as_day, printed, sources_of, weakest
from reports.links import key_links, link, mark_of


class NumberView:
    """A number on the page. State: the ledger, which learns that it was printed."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger, self._name = ledger, name
        self._figure, self._row = ledger.values.numbers[name]
        self.label = self._figure.label
        self.is_missing = self._row["value"] is None
        given = self._row.get("evidence_class")
        self.evidence_class = weakest([given] if given else [])
        self.unit = format.unit_words(self._figure.unit)

    def _link(self, before: str, after: str, is_plain: bool) -> Markup:
        self._ledger.use("number", self._name)
        words = printed(self._figure, self._row["value"], self._row.get("flag"))
        if not self.is_missing:
            words = f"{before}{words}{after}"
        return link(self._ledger.line_id("number", self._name), words, is_plain)

    def __call__(self, before: str = "", after: str = "") -> Markup:
        """The number with a unit around it: {{ n.price("$") }}, {{ n.rate(after="-fold") }}."""
        weak = self.evidence_class in format.OPEN_CLASSES
        return self._link(before, after, False) + (mark_of(self.evidence_class) if weak else "")

    def __html__(self) -> str:
        return self()

    def __str__(self) -> str:
        raise FigureError(f"{self._name}: expected to stand in HTML, found a use as bare text")

    @property
    def plain(self) -> Markup:
        """The linked number without line and mark, for key numbers."""
        return self._link("", "", True)

    @property
    def short(self) -> Markup:
        """As `plain`, but n/a alone where the value is missing: the reason stands below it."""
        if not self.is_missing:
            return self.plain
        self._ledger.use("number", self._name)
        return link(self._ledger.line_id("number", self._name), "n/a", True)

    @property
    def mark(self) -> Markup:
        """The sign of its evidence class."""
        return mark_of(self.evidence_class)

    @property
    def interval(self) -> str:
        """The interval alone: 5.1–14.3, or n/a with the reason."""
        words = interval_of(self._figure, self._row.get("low"), self._row.get("high"), "prose")
        reason = self._row.get("flag") or self._figure.na if self.is_missing else "single value"
        return words or format.not_available(self._row.get("flag") or reason or "no data")

    @property
    def interval_kind(self) -> str:
        """What the interval is: offer range, t interval, scenario bounds."""
        return self._row.get("interval_kind") or ""

    @property
    def has_interval(self) -> bool:
        """True where low or high is known."""
        return self._row.get("low") is not None or self._row.get("high") is not None

    def as_range(self, before: str = "", after: str = "") -> Markup:
        """The number and, where there is one, its interval in brackets."""
        number = self(before, after)
        if not self.has_interval or self.is_missing:
            return number
        return number + Markup(' <span class="nowrap">({})</span>').format(self.interval)

    @property
    def range(self) -> Markup:
        """The number with its interval."""
        return self.as_range()

    @property
    def n(self) -> str:
        """Number of observations behind it."""
        return "" if self._row.get("n") is None else format.text(self._row["n"], "count")

    @property
    def as_of(self) -> str:
        """Day of the value in words."""
        day = as_day(self._row.get("as_of_date")) or self._ledger.vintage.as_of_date
        return format.day(day)

    @property
    def sources(self) -> Markup:
        """Keys of its sources as links."""
        ids = self._ledger.index.ids(self._figure.mart, sources_of(self._row))
        return key_links(self._ledger.source_keys(ids))

    @property
    def source(self) -> Markup:
        """The first of its sources, where room is short."""
        ids = self._ledger.index.ids(self._figure.mart, sources_of(self._row))
        return key_links(self._ledger.source_keys(ids)[:1])


@dataclass(frozen=True)
class CellView:
    """One cell: its text, the key of its column's line, its mark where evidence is weak."""

    text: str
    value: Any
    href: str
    mark: Markup
    unit: str | None
    interval: str
    low: Any
    high: Any
    n: Any
    is_missing: bool
    pad: str = ""

    def __html__(self) -> str:
        return (
            link(self.href, self.text, True) if self.href else Markup.escape(self.text)
        ) + self.mark


@dataclass(frozen=True)
class RowView:
    """A row of a table: its cells in order, or one by the name of its column."""

    key: str
    cells: list[CellView]
    by_name: dict[str, CellView]

    def __getitem__(self, name: str) -> CellView:
        return self.by_name[name]


def cell_text(column: Column, row: Row) -> str:
    """The text of one cell."""
    if column.name not in row and column.low and column.high:
        words = interval_of(column, row.get(column.low), row.get(column.high), "table")
        flag = row.get(column.flag) if column.flag else None
        return words or format.not_available(flag or column.na or "no interval")
    value, flag = row[column.name], row.get(column.flag) if column.flag else None
    return printed(column, value, flag, "table")


def padding(text: str, texts: list[str]) -> str:
    """Class that makes up for the decimals a cell lacks, so that decimal points align."""

    def places(words: str) -> int:
        """Decimals of a number, 0 for words."""
        digits = words.removesuffix("%").replace(",", "")
        head, _, tail = digits.partition(".")
        return len(tail) if tail.isdigit() and head.lstrip(format.MINUS).isdigit() else 0

    if not text[-1:].isdigit():
        return ""
    lack = max(map(places, texts)) - places(text)
    return "" if not lack else f"pad{lack}" if places(text) else f"padp{lack}"


class ExhibitView:
    """What tables and charts share. State: the ledger."""

    kind = ""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._ledger, self._name = ledger, name

    @property
    def label(self) -> str:
        """Exhibit 2, Table 1."""
        self._ledger.use(self.kind, self._name)
        return self._ledger.label(self.kind, self._name)

    @property
    def _own_lines(self) -> list[Any]:
        keys = self._ledger.line_ids(self.kind, self._name)
        return [line for line in self._ledger.lines if line.id in keys]

    @property
    def lines(self) -> Markup:
        """Keys of its evidence lines as links."""
        return key_links([line.id for line in self._own_lines])

    @property
    def sources(self) -> Markup:
        """Keys of its sources as links."""
        ids = [source for line in self._own_lines for source in line.source_ids]
        return key_links(self._ledger.source_keys(ids))

    @property
    def mark(self) -> Markup:
        """The sign and name of its weakest evidence class."""
        weak = weakest([line.evidence_class for line in self._own_lines])
        return mark_of(weak) + Markup(" ") + weak


class TableView(ExhibitView):
    """A table on the page."""

    kind = "table"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self._table, self._data = ledger.values.tables[name]
        self.columns, self.title_hint = self._table.columns, self._table.title_hint
        self.method, self.mart = self._table.method, self._table.mart
        self.is_empty = not self._data
        self.has_groups = any(column.group for column in self.columns)

    @property
    def groups(self) -> list[tuple[str, int]]:
        """Group heads with the number of columns they span."""
        runs: list[tuple[str, int]] = []
        for column in self.columns:
            if runs and runs[-1][0] == column.group and column.group:
                runs[-1] = (column.group, runs[-1][1] + 1)
            else:
                runs.append((column.group, 1))
        return runs

    @property
    def rows(self) -> list[RowView]:
        """Rows in the order of the query."""
        self._ledger.use(self.kind, self._name)
        texts = {c.name: [cell_text(c, row) for row in self._data] for c in self.columns}
        views = []
        for place, row in enumerate(self._data):
            cells = [self._cell(c, row, texts[c.name][place], texts[c.name]) for c in self.columns]
            named = {c.name: cell for c, cell in zip(self.columns, cells, strict=True)}
            views.append(RowView(str(row[self._table.key]), cells, named))
        return views

    def _cell(self, column: Column, row: Row, words: str, texts: list[str]) -> CellView:
        has_unit = column.unit not in (None, "text")
        given = row.get("evidence_class")
        first = next((c for c in self.columns if c.unit not in (None, "text")), None)
        weak = column is first and given in format.OPEN_CLASSES
        low, high = (row.get(end) if end else None for end in (column.low, column.high))
        return CellView(
            text=words, value=row.get(column.name), unit=column.unit, low=low, high=high,
            href=self._ledger.line_id(self.kind, self._name, column.name) if has_unit else "",
            mark=mark_of(given) if weak else Markup(""),
            interval=interval_of(column, low, high, "table"), n=row.get(column.n or ""),
            is_missing=all(value is None for value in cell_values(column, [row])),
            pad=padding(words, texts) if has_unit else "",
        )  # fmt: skip


class ChartView(ExhibitView):
    """A chart on the page."""

    kind = "chart"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        chart, _ = ledger.values.charts[name]
        self.method, self.mart, self.alt = chart.method, chart.mart, ledger.images[name].alt

    @property
    def svg(self) -> Markup:
        """The picture, at its printed size."""
        self._ledger.use(self.kind, self._name)
        return Markup(self._ledger.images[self._name].svg)
