"""Prices over time: stepped paths of several bars, and small multiples with fits."""

from datetime import date

from matplotlib.axes import Axes

from reports import chart_style as style
from reports import format
from reports.charts.shared import (
    by_series,
    empty,
    end_labels,
    joined,
    known,
    limits,
    point,
    span_words,
    weakest_of,
)  # fmt: skip
from reports.figures import ChartImage, FigureError, Point, Row, Series


def step_curves(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str, end: date,
    width: float = 112.0, height: float = 97.0, finding: str = "", label_width: float = 27.0,
    prefix: str = "", low: float | None = None, high: float | None = None,
) -> ChartImage:  # fmt: skip
    """Cheapest price of each bar as steps on a log axis, with a band up to a dearer offer.

    Args:
        data: {"steps": rows} with series, detail (second line of the label), from_date, value and,
            where known, high (upper end of the offer range), n; `marks`: true draws a marker.
        prefix: sign before a printed value, for instance "$".

    Raises:
        FigureError: more than four series; there is no fifth colour.
    """
    groups = by_series(data["steps"])
    if not groups:
        return empty(name, title, width, height)
    if len(groups) > len(style.SERIES):
        raise FigureError(f"{name}: expected at most four paths, found {len(groups)}; use panels")
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, 9.5, 6.0, width - 9.5 - label_width, height - 10.5)
    values = [row.get(end) for row in data["steps"] for end in ("value", "high")]
    style.log_axis(axes, "y", *limits(values, low, high))
    first = min(row["from_date"] for rows in groups.values() for row in rows)
    style.year_axis(axes, first, max(end, first))
    ends = []
    for (label, rows), (colour, marker) in zip(groups.items(), style.SERIES, strict=False):
        _path(axes, rows, end, colour, marker)
        ends.append((rows[-1]["value"], label, rows[0].get("detail") or "", colour))
    end_labels(axes, end, ends, label_width - 2)
    _first_values(axes, groups, unit, prefix)
    series = [
        Series(label, unit, [_offer(row) for row in rows], "offer range", weakest_of(rows),
               joined(rows))
        for label, rows in groups.items()
    ]  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _offer(row: Row) -> Point:
    """A step as a point: its interval runs from the cheapest to a dearer offer."""
    low = row["value"] if known(row, "high") else None
    return point({"low": low, **row}, row["from_date"].isoformat())


def _path(axes: Axes, rows: list[Row], end: date, colour: str, marker: str) -> None:
    days, values = [row["from_date"] for row in rows], [row["value"] for row in rows]
    style.steps(axes, days, values, end, colour)
    style.markers(axes, rows, colour, marker)
    tops = [row.get("high") if row.get("high") is not None else row["value"] for row in rows]
    if tops != values:
        drawn = [*days, max(end, days[-1])]
        style.band(axes, drawn, [*values, values[-1]], [*tops, tops[-1]], colour)


def _first_values(axes: Axes, groups: dict[str, list[Row]], unit: str, prefix: str) -> None:
    """The first value of each path above its first marker, where no other first value stands."""
    taken: list[tuple[float, float]] = []
    for (_, rows), (colour, _) in zip(groups.items(), style.SERIES, strict=False):
        day, value = rows[0]["from_date"], rows[0]["value"]
        words = prefix + format.text(value, unit, place="table")
        x, y = axes.transData.transform((axes.convert_xunits(day), value))
        wide = style.text_width(words, 7.5) * style.POINTS
        room = axes.bbox.x1 - x
        if any(abs(x - a) < wide + 4 and abs(y - b) < 10 for a, b in taken):
            continue
        taken.append((x, y))
        style.label(axes, day, value, words, colour, dx=-1 if room > wide else 1, dy=7, size=7.5,
                    ha="left" if room > wide else "right")  # fmt: skip


def small_multiples(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str, end: date,
    width: float = 170.0, height: float | None = None, finding: str = "", columns: int = 3,
    rate_words: str = "× a year", low: float | None = None, high: float | None = None,
) -> ChartImage:  # fmt: skip
    """One panel a bar: its path, its fitted line with band, the other paths in grey behind.

    Args:
        data: {"paths": rows} with series, detail, from_date, value; {"fits": rows} with series,
            day, middle, low, high (points of the fitted line); {"rates": rows} with series, value,
            low, high, n, flag.
        height: in mm; without it each line of panels takes 36.
    """
    groups, left, gap, foot, top = by_series(data["paths"]), 9.0, 5.0, 6.0, 9.0
    height = height or 6.0 + 36.5 * max(-(-len(groups) // columns), 1)
    if not groups:
        return empty(name, title, width, height)
    fits = by_series(data.get("fits", []))
    rates = {row["series"]: row for row in data.get("rates", [])}
    figure = style.new_figure(width, height)
    columns = min(columns, len(groups))
    lines = -(-len(groups) // columns)
    across = (width - left - (columns - 1) * gap - 0.3) / columns
    up = (height - foot) / lines - top
    values = [row["value"] for rows in groups.values() for row in rows]
    bounds = limits(values, low, high)
    first = min(row["from_date"] for rows in groups.values() for row in rows)
    for place, label in enumerate(groups):
        line, column = divmod(place, columns)
        bottom = foot + (lines - 1 - line) * (up + top)
        axes = style.place_axes(figure, left + column * (across + gap), bottom, across, up)
        style.log_axis(axes, "y", *bounds, labels=column == 0)
        style.year_axis(axes, first, max(end, first), labels=place + columns >= len(groups))
        _panel(axes, groups, label, fits.get(label, []), end)
        _panel_heads(
            axes, groups[label][0].get("detail") or "", label, rates.get(label), rate_words
        )
    series = _multiple_series(groups, rates, unit)
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _panel(axes: Axes, groups: dict[str, list[Row]], label: str, fit: list[Row], end: date) -> None:
    for other, rows in groups.items():
        days, values = [row["from_date"] for row in rows], [row["value"] for row in rows]
        if other == label:
            style.steps(axes, days, values, end, style.ACCENT, width=1.3, zorder=4)
            style.markers(axes, rows, style.ACCENT, zorder=5)
        else:
            style.steps(axes, days, values, end, style.RULE, width=0.6, zorder=2)
    shown = [row for row in fit if row["middle"] is not None]
    days = [row["day"] for row in shown]
    if not shown:
        return
    if all(known(row, "low", "high") for row in shown):
        ends = ([row[side] for row in shown] for side in ("low", "high"))
        style.band(axes, days, *ends, style.ACCENT, step=None)
    axes.plot(days, [row["middle"] for row in shown], color=style.ACCENT, lw=0.8,
              ls=(0, (3, 2)), zorder=3)  # fmt: skip


def _panel_heads(axes: Axes, detail: str, label: str, rate: Row | None, words: str) -> None:
    """Name and definition top left, rate and interval with n top right, neither over the other."""
    small, right, below = style.SMALL, "", ""
    if rate:
        unit = "fold_per_year"
        missing = rate["value"] is None
        right = "n/a" if missing else format.text(rate["value"], unit) + words
        reason = format.not_available(rate.get("flag") or "no data").removeprefix("n/a ")
        span = format.interval(rate.get("low"), rate.get("high"), unit, place="table")
        n = "" if rate.get("n") is None else f"n = {format.text(rate['n'], 'count')}"
        below = reason.strip("()") if missing else ", ".join(part for part in (span, n) if part)
    room = axes.bbox.width / style.POINTS
    spots = ((label, right, 9.5, style.LABEL, 600, style.INK, style.ACCENT),
             (detail, below, 2.2, small, 400, style.GREY, style.GREY))  # fmt: skip
    for before, after, dy, size, weight, dark, light in spots:
        used = style.text_width(after, size, weight) if after else 0
        words_left = style.fitted(before, room - used - 1.5, size, weight) if before else ""
        for text, x, ha, colour in ((words_left, 0, "left", dark), (after, 1, "right", light)):
            axes.annotate(text, (x, 1), xytext=(0, dy), xycoords="axes fraction", ha=ha,
                          textcoords="offset points", va="bottom", fontsize=size,
                          fontweight=weight, color=colour, annotation_clip=False)  # fmt: skip


def _multiple_series(
    groups: dict[str, list[Row]], rates: dict[str, Row], unit: str
) -> list[Series]:
    series = [
        Series(label, unit, [point(row, row["from_date"].isoformat()) for row in rows],
               "", weakest_of(rows), joined(rows))
        for label, rows in groups.items()
    ]  # fmt: skip
    if rates:
        rows = list(rates.values())
        points = [point(row, row["series"]) for row in rows]
        series.append(Series("fold per year", "fold_per_year", points, "t interval",
                             weakest_of(rows), joined(rows)))  # fmt: skip
    return series
