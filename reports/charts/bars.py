"""Horizontal charts on a log axis: windows, tornado, ratios, ranges."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports import chart_style as style
from reports import format
from reports.charts.shared import (
    by_series,
    empty,
    joined,
    known,
    limits,
    point,
    row_heads,
    span_words,
    weakest_of,
)
from reports.figures import ChartImage, Row, Series


def _foot(figure: Figure, left: float, words: str) -> None:
    across, up = (side / style.MM for side in figure.get_size_inches())
    shown = style.fitted(words, across - left, style.SMALL, 400)
    figure.text(left / across, 1.6 / up, shown, fontsize=style.SMALL, color=style.GREY)


def _log_rows(axes: Axes, bounds: tuple[float, float], rows: int) -> None:
    """A horizontal log axis with one place for each row, the first on top."""
    style.log_axis(axes, "x", *bounds)
    style.bare(axes)
    axes.set_ylim(rows - 0.4, -0.6)


def _window_head(axes: Axes, window: str, width: float, band: tuple[float, float] | None) -> None:
    """The name of a window above its panel, the range of the claim as a grey band in it."""
    if band:
        axes.axvspan(*band, color=style.HAIR, lw=0, zorder=0)
    words = style.fitted(window, width)
    axes.annotate(words, (0, 1), xytext=(0, 4), xycoords="axes fraction", color=style.INK,
                  textcoords="offset points", fontsize=style.LABEL, fontweight=600)  # fmt: skip


def _value_label(axes: Axes, row: Row, y: float, unit: str, missing: str) -> None:
    """The value above its dot, or the reason for having none, inside the axes."""
    middle = (axes.get_xlim()[0] * axes.get_xlim()[1]) ** 0.5
    if row["value"] is None:
        words = style.fitted(missing, axes.bbox.width / style.POINTS, style.SMALL, 400)
        style.label(axes, middle, y, words, style.GREY, ha="center", size=style.SMALL, weight=400)
        return
    words = format.text(row["value"], unit, place="table")
    half = style.text_width(words, 7.5) * style.POINTS / 2
    x = axes.transData.transform((row["value"], y))[0]
    shift = max(axes.bbox.x0 - (x - half), 0) - max(x + half - axes.bbox.x1, 0)
    style.label(axes, row["value"], y, words, style.INK, dx=shift, dy=7.2, ha="center", size=7.5)


def _dot(axes: Axes, row: Row, y: float, colour: str = style.ACCENT, marker: str = "o") -> None:
    """A dot with its interval as a pale bar behind."""
    if known(row, "value", "low", "high"):
        axes.plot([row["low"], row["high"]], [y, y], color=colour, lw=2.2, alpha=0.32, zorder=2)
    if row["value"] is not None:
        axes.plot([row["value"]], [y], marker, color=colour, ms=4.6, mec="white", mew=0.6,
                  zorder=4, clip_on=False)  # fmt: skip


def _values(rows: list[Row]) -> list[Any]:
    return [row.get(name) for row in rows for name in ("value", "low", "high")]


def window_dots(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str = "fold_per_year",
    width: float = 112.0, height: float = 72.0, finding: str = "", foot: str = "",
    band: tuple[float, float] | None = None, interval_kind: str = "range of offers",
    head_width: float = 29.0,
) -> ChartImage:  # fmt: skip
    """One panel a window, one row a bar: a dot with its interval; a grey band for the claim.

    Args:
        data: {"rates": rows} with series (bar), detail, window, value, low, high, flag.
    """
    rows = data["rates"]
    if not rows:
        return empty(name, title, width, height)
    bars = by_series(rows)
    windows = list(dict.fromkeys(row["window"] for row in rows))
    figure, bounds = style.new_figure(width, height), limits([*_values(rows), *(band or ())])
    panel = (width - head_width - 4.0 * (len(windows) - 1) - 2.0) / len(windows)
    for column, window in enumerate(windows):
        left = head_width + column * (panel + 4.0)
        axes = style.place_axes(figure, left, 9.0, panel, height - 16.0)
        _log_rows(axes, bounds, len(bars))
        _window_head(axes, window, panel, band)
        for y, (bar, own) in enumerate(bars.items()):
            if column == 0:
                row_heads(axes, head_width, y, bar, own[0].get("detail") or "")
            found = [row for row in own if row["window"] == window]
            row = found[0] if found else {"value": None, "flag": "no_data"}
            _dot(axes, row, y)
            flag = row.get("flag") or "no_data"
            _value_label(axes, row, y, unit, format.FLAG_WORDS.get(flag, flag.replace("_", " ")))
    _foot(figure, head_width, foot)
    series = [
        Series(window, unit, [point(row, str(row["series"])) for row in own], interval_kind,
               weakest_of(own), joined(own))
        for window in windows
        for own in [[row for row in rows if row["window"] == window]]
    ]  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def range_dots(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str = "fold_per_year",
    width: float = 112.0, height: float = 72.0, finding: str = "", foot: str = "",
    band: tuple[float, float] | None = None, interval_kind: str = "t interval",
    head_width: float = 40.0,
) -> ChartImage:  # fmt: skip
    """One row a thing measured, a dot with its interval; rows marked as highlight in accent.

    Args:
        data: {"rows": rows} with series, detail, value, low, high, n, flag, highlight.
    """
    rows = data["rows"]
    if not rows:
        return empty(name, title, width, height)
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, head_width, 9.0, width - head_width - 6.0, height - 12.0)
    _log_rows(axes, limits([*_values(rows), *(band or ())]), len(rows))
    if band:
        axes.axvspan(*band, color=style.HAIR, lw=0, zorder=0)
    for y, row in enumerate(rows):
        row_heads(axes, head_width, y, str(row["series"]), row.get("detail") or "")
        _dot(axes, row, y, style.ACCENT if row.get("highlight", True) else style.GREY)
        flag = row.get("flag") or "no_data"
        _value_label(axes, row, y, unit, format.FLAG_WORDS.get(flag, flag.replace("_", " ")))
    _foot(figure, head_width, foot)
    points = [point(row, str(row["series"])) for row in rows]
    series = [Series(title, unit, points, interval_kind, weakest_of(rows), joined(rows))]
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def ratio_bars(
    data: dict[str, list[Row]], name: str, *, title: str, width: float = 112.0,
    height: float = 72.0, finding: str = "", foot: str = "", head_width: float = 40.0,
    factors: tuple[str, str, str] = ("price", "tokens", "cost"),
) -> ChartImage:  # fmt: skip
    """Price ratio times token ratio is cost ratio: three bars from one, on a log axis.

    Args:
        data: {"ratios": rows} with series, detail, and a column of ratios for each factor, named
            price_ratio, token_ratio, cost_ratio.
    """
    rows, columns = data["ratios"], ("price_ratio", "token_ratio", "cost_ratio")
    if not rows:
        return empty(name, title, width, height)
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, head_width, 9.0, width - head_width - 9.0, height - 13.0)
    values = [row[column] for row in rows for column in columns]
    _log_rows(axes, limits([*values, 1.0]), len(rows))
    axes.set_xlim(axes.get_xlim()[0] / 1.6, axes.get_xlim()[1] * 1.6)
    colours = (style.LIGHT, style.RULE, style.ACCENT)
    for y, row in enumerate(rows):
        row_heads(axes, head_width, y, str(row["series"]), row.get("detail") or "")
        for place, (column, colour) in enumerate(zip(columns, colours, strict=True)):
            _ratio(axes, row[column], y + (place - 1) * 0.27, colour, factors[place], y == 0)
    axes.axvline(1, color=style.INK, lw=0.8, zorder=5)
    _foot(figure, head_width, foot)
    series = [
        Series(word, "ratio",
               [point({**row, "value": row[column]}, str(row["series"])) for row in rows], "",
               weakest_of(rows), joined(rows))
        for word, column in zip(factors, columns, strict=True)
    ]  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _ratio(
    axes: Axes, value: float | None, y: float, colour: str, word: str, is_named: bool
) -> None:
    if value is None:
        style.label(axes, 1, y, "n/a", style.GREY, dx=3, size=style.SMALL, weight=400)
        return
    axes.barh(y, value - 1, left=1, height=0.23, color=colour, lw=0, zorder=3)
    words = format.text(value, "ratio", place="table") + (f" {word}" if is_named else "")
    side = 1 if value >= 1 else -1
    style.label(axes, value, y, words, style.INK, dx=3 * side, size=style.SMALL, weight=400,
                ha="left" if side > 0 else "right")  # fmt: skip


def tornado(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str = "fold_per_year",
    width: float = 97.5, height: float = 70.0, finding: str = "", foot: str = "",
    interval_words: str = "90% interval", head_width: float = 43.0,
) -> ChartImage:  # fmt: skip
    """One choice changed at a time, in the order given; last row the base case's own interval.

    Args:
        data: {"swings": rows} with series, detail, low_value, high_value; {"base": one row} with
            value, low, high, n. Rows come sorted by swing.
    """
    swings, base_rows = data["swings"], data["base"]
    if not swings or not base_rows or base_rows[0]["value"] is None:
        return empty(name, title, width, height)
    base = base_rows[0]
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, head_width, 8.5, width - head_width - 8.0, height - 13.5)
    values = [row[end] for row in swings for end in ("low_value", "high_value")]
    _log_rows(axes, limits([*values, *_values([base])]), len(swings) + 1)
    axes.set_xlim(axes.get_xlim()[0] / 1.25, axes.get_xlim()[1] * 1.25)
    for y, row in enumerate(swings):
        row_heads(axes, head_width, y, str(row["series"]), row.get("detail") or "")
        _swing(axes, row, y, base["value"], unit)
    _base_row(axes, base, len(swings), unit, interval_words, head_width)
    _foot(figure, head_width, foot)
    series = [
        Series(words, unit,
               [point({**row, "value": row[end], "low": None, "high": None}, str(row["series"]))
                for row in swings], "", weakest_of(swings), joined(swings))
        for words, end in (("low end", "low_value"), ("high end", "high_value"))
    ]  # fmt: skip
    series.append(Series("base case", unit, [point(base, "base")], interval_words,
                         weakest_of([base]), joined([base])))  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _swing(axes: Axes, row: Row, y: float, base: float, unit: str) -> None:
    ends = ((row["low_value"], style.ACCENT), (row["high_value"], style.LIGHT))
    for value, colour in ends:
        if value is None or abs(value / base - 1) <= 0.004:
            continue
        axes.barh(y, value - base, left=base, height=0.42, color=colour, lw=0, zorder=3)
        is_low = value < base
        style.label(axes, value, y, format.text(value, unit, place="table"), style.INK,
                    dx=-3 if is_low else 3, ha="right" if is_low else "left", size=7.5,
                    weight=400)  # fmt: skip


def _base_row(
    axes: Axes, base: Row, y: float, unit: str, interval_words: str, head_width: float
) -> None:
    n = "" if base.get("n") is None else f", n = {format.text(base['n'], 'count')}"
    row_heads(axes, head_width, y, "Base case", f"{interval_words}{n}")
    if known(base, "low", "high"):
        axes.plot([base["low"], base["high"]], [y, y], color=style.INK, lw=0.9, zorder=4)
        for end in ("low", "high"):
            words = format.text(base[end], unit, place="table")
            style.label(axes, base[end], y, words, style.INK, dy=6.5, ha="center", size=7.5,
                        weight=400)  # fmt: skip
    axes.plot([base["value"]], [y], "o", color=style.INK, ms=4.2, mec="white", mew=0.6, zorder=6)
    axes.axvline(base["value"], color=style.INK, lw=0.8, zorder=5)
    words = f"base {format.text(base['value'], unit, place='table')}"
    style.label(axes, base["value"], -0.6, words, style.INK, dy=5.5, ha="center", size=7.5)
