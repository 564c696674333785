"""What a memo can show: numbers, facts, tables and charts, each a query on the marts.

A figure names its unit, method and mart; how it is answered stands in evaluate.py, how it is
printed in views.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from reports import format
from reports.errors import RunError

EVIDENCE_ORDER = ("reported", "derived", "press", "estimated", "scenario")
Row = dict[str, Any]


class FigureError(RunError):
    """A figure that cannot be printed: memo, figure, expected, found."""


@dataclass(frozen=True)
class VintageInfo:
    """The run a memo belongs to; `overrides` are the assumptions set by hand in a what-if,
    `previous` the folder of the vintage before, for the page on what changed."""

    id: str
    as_of_date: date
    is_as_of_view: bool = False
    is_what_if: bool = False
    overrides: Mapping[str, object] = field(default_factory=dict)
    previous: Path | None = None


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
    if isinstance(value, float) and not isfinite(value):
        raise FigureError(f"expected a finite number, found {value}")
    if value is None:
        reason = flag or figure.na
        if not reason:
            raise FigureError("expected a value, or a flag or `na` that says why not; found null")
        return format.not_available(reason)
    return format.text(value, figure.unit, figure.decimals, place)
