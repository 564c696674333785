"""What a memo can show: numbers, facts, tables and charts, each a query on the marts.

A figure names its unit, method and mart. Evaluation reads the published database, demands the
shape that was declared and returns plain records; words and layout come later.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import duckdb

from reports import format
from reports.errors import RunError

EVIDENCE_ORDER = ("reported", "derived", "press", "estimated", "scenario")
Row = dict[str, Any]


class FigureError(RunError):
    """A figure that cannot be printed: memo, figure, expected, found."""


@dataclass(frozen=True)
class Vintage:
    """The run a memo belongs to; `overrides` are the assumptions set by hand in a what-if."""

    id: str
    as_of_date: date
    is_as_of_view: bool = False
    overrides: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_what_if(self) -> bool:
        """True where an assumption was set by hand."""
        return bool(self.overrides)


@dataclass(frozen=True)
class Number:
    """One measured value. The query answers one row with `value` and any of the columns
    low, high, interval_kind, n, as_of_date, key, evidence_class, source_ids, flag."""

    id: str
    label: str
    unit: str
    method: str
    mart: str
    sql: str
    na: str | None = None
    decimals: int | None = None


@dataclass(frozen=True)
class Fact:
    """One cell that chooses words: text, truth value, count for a branch, or a day."""

    id: str
    sql: str


@dataclass(frozen=True)
class Column:
    """A column of a table.

    `low`, `high`, `n`, `flag` name columns of the same query. A column whose own `name` is not in
    the query but which has `low` and `high` prints the interval. Width is in millimetres.
    """

    name: str
    head: str
    unit: str | None = None
    group: str = ""
    low: str | None = None
    high: str | None = None
    n: str | None = None
    flag: str | None = None
    interval_kind: str = ""
    na: str | None = None
    decimals: int | None = None
    method: str = ""
    mart: str = ""
    width: float | None = None


@dataclass(frozen=True)
class Table:
    """Rows of a query; `key` names the column that tells them apart. Optional columns of the
    query: evidence_class, source_ids, as_of_date."""

    id: str
    title_hint: str
    sql: str
    key: str
    columns: list[Column]
    method: str = ""
    mart: str = ""


@dataclass(frozen=True)
class Point:
    """A value drawn in a chart, as it goes to the CSV beside the memo."""

    key: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    as_of_date: str = ""
    flag: str = ""


@dataclass(frozen=True)
class Series:
    """What one series of a chart shows: one evidence line, one block of CSV rows."""

    label: str
    unit: str
    points: list[Point]
    interval_kind: str = ""
    evidence_class: str = "derived"
    source_ids: str = ""


@dataclass(frozen=True)
class ChartImage:
    """A drawn chart: inline SVG at printed size, its alternative text, and its series."""

    svg: str
    alt: str
    series: list[Series]


@dataclass(frozen=True)
class Chart:
    """A picture of one or more queries; `draw(data, name)` makes it from their rows."""

    id: str
    queries: Mapping[str, str]
    draw: Callable[[dict[str, list[Row]], str], ChartImage]
    method: str
    mart: str
    unit: str


@dataclass(frozen=True)
class Memo:
    """One memo: its file name, its letter in evidence keys, its title and what it shows."""

    id: str
    letter: str
    title: str
    figures: list[Number | Fact | Table | Chart]


@dataclass(frozen=True)
class Values:
    """The answers of a memo's queries, by figure id."""

    numbers: dict[str, tuple[Number, Row]]
    facts: dict[str, object]
    tables: dict[str, tuple[Table, list[Row]]]
    charts: dict[str, tuple[Chart, dict[str, list[Row]]]]


class Truth(int):
    """A whole number for branches of a template; printing it is an error, it has no evidence."""

    def __str__(self) -> str:
        raise FigureError("a fact that is a number cannot be printed; declare it as a Number")

    __html__ = __format__ = __str__


def rows_of(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    """The rows of a query as dictionaries."""
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def weakest(classes: list[str]) -> str:
    """The weakest of several evidence classes: a derived number inherits it."""
    unknown = [name for name in classes if name not in EVIDENCE_ORDER]
    if unknown:
        expected = ", ".join(EVIDENCE_ORDER)
        raise FigureError(f"evidence class: expected one of {expected}, found {unknown[0]!r}")
    return max(classes, key=EVIDENCE_ORDER.index, default="derived")


def sources_of(row: Row) -> list[str]:
    """The source ids a row names: a list, or text with commas."""
    named = row.get("source_ids") or row.get("source_id") or []
    listed = named.split(",") if isinstance(named, str) else named
    return [source.strip() for source in listed if source and source.strip()]


def as_day(value: object) -> date | None:
    """A date out of a date, a timestamp or ISO text."""
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else value


def printed(figure: Number | Column, value: object, flag: str | None, place: str = "prose") -> str:
    """The text of one value, or n/a with its reason.

    Raises:
        FigureError: the value is null and neither a flag nor the figure gives a reason.
    """
    if value is None:
        reason = flag or figure.na
        if not reason:
            raise FigureError("expected a value, or a flag or `na` that says why not; found null")
        return format.not_available(reason)
    return format.text(value, figure.unit, figure.decimals, place)


def _query(connection: duckdb.DuckDBPyConnection, where: str, sql: str) -> list[Row]:
    try:
        return rows_of(connection, sql)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise FigureError(f"{where}: expected a query that runs, found {reason}") from error


def _one_row(rows: list[Row], where: str) -> Row:
    if len(rows) != 1:
        raise FigureError(f"{where}: expected exactly one row, found {len(rows)}")
    return rows[0]


def _number(figure: Number, rows: list[Row], where: str) -> Row:
    row = _one_row(rows, where)
    if "value" not in row:
        raise FigureError(f"{where}: expected a column value, found {', '.join(row)}")
    try:
        printed(figure, row["value"], row.get("flag"))
    except FigureError as error:
        raise FigureError(f"{where}: {error}") from error
    return row


def _fact(rows: list[Row], where: str) -> object:
    row = _one_row(rows, where)
    if len(row) != 1:
        raise FigureError(f"{where}: expected one cell, found {len(row)} columns")
    value = next(iter(row.values()))
    if isinstance(value, bool | str):
        return value
    if isinstance(value, date):
        return format.day(value)
    if isinstance(value, int):
        return Truth(value)
    raise FigureError(
        f"{where}: expected text, a truth value, a whole number or a date, found {value!r}"
    )


def _table(figure: Table, rows: list[Row], where: str) -> list[Row]:
    keys = [row.get(figure.key) for row in rows]
    if None in keys or len(set(keys)) != len(keys):
        raise FigureError(f"{where}: expected a different {figure.key} in each row, found {keys}")
    for column in figure.columns:
        if rows and column.name not in rows[0] and not (column.low and column.high):
            raise FigureError(f"{where}: expected a column {column.name}, found {', '.join(rows[0])}")
    return rows


def evaluate(connection: duckdb.DuckDBPyConnection, memo: Memo) -> Values:
    """Run every query of a memo.

    Raises:
        FigureError: an id is used twice, or an answer has another shape than declared.
    """
    values = Values({}, {}, {}, {})
    seen: set[tuple[str, str]] = set()
    for figure in memo.figures:
        where = f"{memo.id}, {figure.id}"
        if (type(figure).__name__, figure.id) in seen:
            raise FigureError(f"{where}: expected an id of its own, found it twice")
        seen.add((type(figure).__name__, figure.id))
        if isinstance(figure, Chart):
            data = {name: _query(connection, where, sql) for name, sql in figure.queries.items()}
            values.charts[figure.id] = (figure, data)
            continue
        rows = _query(connection, where, figure.sql)
        if isinstance(figure, Number):
            values.numbers[figure.id] = (figure, _number(figure, rows, where))
        elif isinstance(figure, Table):
            values.tables[figure.id] = (figure, _table(figure, rows, where))
        else:
            values.facts[figure.id] = _fact(rows, where)
    return values
