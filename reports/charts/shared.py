"""What several kinds of charts need: grouping, limits, labels at line ends, points of a series."""

from datetime import date
from typing import Any

from matplotlib.axes import Axes

from reports import chart_style as style
from reports import format
from reports.figures import ChartImage, Point, Row, Series, sources_of, weakest


def by_series(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows by their series, in order of first appearance."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row["series"]), []).append(row)
    return groups


def known(row: Row, *names: str) -> bool:
    """True where every one of these columns has a value."""
    return all(row.get(name) is not None for name in names)


def limits(
    values: list[Any], low: float | None = None, high: float | None = None
) -> tuple[float, float]:
    """Limits of a log axis: those given, else around the values."""
    found = style.log_limits([float(value) for value in values if value is not None])
    return low or found[0], high or found[1]


def empty(name: str, title: str, width: float, height: float) -> ChartImage:
    """A picture that says that there are no data; it has no series."""
    alt = f"{title}. No data."
    return ChartImage(style.to_svg(style.no_data(width, height), name, alt), alt, [])


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def point(row: Row, key: str) -> Point:
    """A row as a point of a series."""
    day = row.get("as_of_date")
    return Point(
        key, _number(row["value"]), _number(row.get("low")), _number(row.get("high")), row.get("n"),
        day.isoformat()[:10] if day else "", row.get("flag") or "",
    )  # fmt: skip


def weakest_of(rows: list[Row]) -> str:
    """Weakest evidence class of the rows, derived where none is given."""
    return weakest([row["evidence_class"] for row in rows if row.get("evidence_class")])


def joined(rows: list[Row]) -> str:
    """Source ids of the rows as text with commas."""
    return ",".join(dict.fromkeys(source for row in rows for source in sources_of(row)))


def span_words(series: list[Series]) -> str:
    """First, last and range of each series in words, for the alternative text."""
    parts = []
    for one in series:
        values = [point.value for point in one.points if point.value is not None]
        if not values:
            parts.append(f"{one.label}: no data")
            continue
        low, high = (
            format.text(end, one.unit, place="table") for end in (min(values), max(values))
        )
        parts.append(f"{one.label}: {low}" if low == high else f"{one.label}: {low} to {high}")
    return "; ".join(parts) + "."


def end_labels(
    axes: Axes, end: date, ends: list[tuple[float, str, str, str]], width: float,
    distance: float = 20.0,
) -> None:  # fmt: skip
    """Names at the ends of lines, kept apart, with a second line in grey.

    Args:
        ends: value, name, detail and colour of each line.
        width: room for the words in mm; longer ones are shortened.
    """
    plain = not any(detail for _, _, detail, _ in ends)
    shifts = style.spread(axes, [value for value, *_ in ends], distance / 2 if plain else distance)
    for (value, name, detail, colour), shift in zip(ends, shifts, strict=True):
        above = 4.4 if detail else 0
        style.label(axes, end, value, style.fitted(name, width), colour, dx=5, dy=shift + above)
        if detail:
            words = style.fitted(detail, width, style.SMALL, 400)
            style.label(axes, end, value, words, style.GREY, dx=5, dy=shift - 4.6,
                        size=style.SMALL, weight=400)  # fmt: skip


def row_heads(
    axes: Axes, left: float, y: float, name: str, detail: str = "", width: float | None = None
) -> None:
    """Name and definition of a row left of horizontal charts, `left` mm before the axes."""
    room = (width or left) - 1.5
    start = axes.get_xlim()[0]
    shift = -left * style.POINTS
    style.label(axes, start, y, style.fitted(name, room, 7.8), style.INK, dx=shift,
                dy=4.2 if detail else 0, size=7.8)  # fmt: skip
    if detail:
        style.label(axes, start, y, style.fitted(detail, room, style.SMALL, 400), style.GREY,
                    dx=shift, dy=-4.4, size=style.SMALL, weight=400)  # fmt: skip
