"""Lines over time and over volume: indices on one axis, a break in a trend, a learning curve."""

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
)
from reports.figures import ChartImage, Row, Series


def line_index(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str = "index",
    width: float = 112.0, height: float = 80.0, finding: str = "", label_width: float = 30.0,
    low: float | None = None, high: float | None = None,
) -> ChartImage:  # fmt: skip
    """Several indices on one log axis, names and last values at the ends of the lines.

    Args:
        data: {"indices": rows} with series, detail, day, value, low, high, n.
    Returns: at most four series; a longer list is cut to the first four in colour, others grey.
    """
    groups = by_series([row for row in data["indices"] if row["value"] is not None])
    if not groups:
        return empty(name, title, width, height)
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, 10.0, 6.0, width - 10.0 - label_width, height - 9.0)
    rows = [row for group in groups.values() for row in group]
    values = [row.get(end) for row in rows for end in ("value", "low", "high")]
    style.log_axis(axes, "y", *limits(values, low, high))
    days = [row["day"] for row in rows]
    style.year_axis(axes, min(days), max(days))
    ends = []
    for place, (label, own) in enumerate(groups.items()):
        colour = style.SERIES[place][0] if place < len(style.SERIES) else style.RULE
        _line(axes, own, colour)
        last = format.text(own[-1]["value"], unit, place="table")
        if place < len(style.SERIES):
            detail = ", ".join(part for part in (last, own[0].get("detail") or "") if part)
            ends.append((own[-1]["value"], label, detail, colour))
    end_labels(axes, max(days), ends, label_width - 2)
    series = [
        Series(label, unit, [point(row, row["day"].isoformat()) for row in own], "interval",
               weakest_of(own), joined(own))
        for label, own in groups.items()
    ]  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _line(axes: Axes, rows: list[Row], colour: str) -> None:
    days = [row["day"] for row in rows]
    if all(known(row, "low", "high") for row in rows):
        ends = ([row[side] for row in rows] for side in ("low", "high"))
        style.band(axes, days, *ends, colour, step=None)
    is_grey = colour == style.RULE
    axes.plot(days, [row["value"] for row in rows], color=colour, lw=0.6 if is_grey else 1.4,
              zorder=2 if is_grey else 3)  # fmt: skip


def break_plot(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str, end: date,
    width: float = 112.0, height: float = 72.0, finding: str = "", label_width: float = 27.0,
    low: float | None = None, high: float | None = None,
) -> ChartImage:  # fmt: skip
    """A price path with one fitted line before and one after a break, and the rate of each.

    Args:
        data: {"path": rows} with from_date, value; {"fits": rows} with series (before, after),
            day, middle; {"rates": rows} with series, value, low, high, n;
            {"break": rows} with day (none or one row).
    """
    path = data["path"]
    if not path:
        return empty(name, title, width, height)
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, 9.5, 6.0, width - 9.5 - label_width, height - 10.5)
    style.log_axis(axes, "y", *limits([row["value"] for row in path], low, high))
    first = path[0]["from_date"]
    style.year_axis(axes, first, max(end, first))
    days, values = [row["from_date"] for row in path], [row["value"] for row in path]
    style.steps(axes, days, values, end, style.ACCENT, width=1.3)
    style.markers(axes, path, style.ACCENT)
    for place, rows in enumerate(by_series(data.get("fits", [])).values()):
        shown = [row for row in rows if row["middle"] is not None]
        axes.plot([row["day"] for row in shown], [row["middle"] for row in shown], lw=0.9,
                  color=style.SERIES[place % 4][0], ls=(0, (3, 2)), zorder=5)  # fmt: skip
    for row in data.get("break", []):
        axes.axvline(row["day"], color=style.INK, lw=0.6, zorder=2)
        words = f"break {format.day(row['day'], 'table')}"
        is_late = (row["day"] - first).days > (axes.get_xlim()[1] - axes.get_xlim()[0]) / 2
        top, side = axes.get_ylim()[1], "right" if is_late else "left"
        style.label(axes, row["day"], top, words, style.GREY, dx=-3 if is_late else 3, dy=4,
                    ha=side, size=style.SMALL, weight=400)  # fmt: skip
    _rate_notes(figure, axes, data.get("rates", []), label_width)
    series = _break_series(path, data.get("rates", []), unit)
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _rate_notes(figure: object, axes: Axes, rates: list[Row], width: float) -> None:
    """The rate of each part beside the picture, from the top down."""
    for place, row in enumerate(rates):
        colour = style.SERIES[place % 4][0]
        value = row["value"]
        words = (
            format.not_available(row.get("flag") or "no_data") if value is None
            else f"{format.text(value, 'fold_per_year')}× a year"
        )  # fmt: skip
        span = format.interval(row.get("low"), row.get("high"), "fold_per_year", place="table")
        n = "" if row.get("n") is None else f"n = {format.text(row['n'], 'count')}"
        detail = ", ".join(part for part in (span, n) if part)
        lines = (
            (str(row["series"]), style.LABEL, 600, style.INK),
            (words, style.LABEL, 600, colour),
            (detail, style.SMALL, 400, style.GREY),
        )
        for line, (text, size, weight, ink) in enumerate(lines):
            shown = style.fitted(text, width - 2, size, weight) if text else ""
            axes.annotate(shown, (1, 1), xytext=(5, -6 - place * 36 - line * 10), va="center",
                          xycoords="axes fraction", textcoords="offset points", fontsize=size,
                          fontweight=weight, color=ink, annotation_clip=False)  # fmt: skip


def _break_series(path: list[Row], rates: list[Row], unit: str) -> list[Series]:
    points = [point(row, row["from_date"].isoformat()) for row in path]
    series = [Series("price", unit, points, "", weakest_of(path), joined(path))]
    if rates:
        points = [point(row, str(row["series"])) for row in rates]
        series.append(Series("fold per year", "fold_per_year", points, "t interval",
                             weakest_of(rates), joined(rates)))  # fmt: skip
    return series


def learning_curve(
    data: dict[str, list[Row]], name: str, *, title: str, unit: str,
    width: float = 112.0, height: float = 80.0, finding: str = "", foot: str = "",
) -> ChartImage:  # fmt: skip
    """Cost against cumulative volume, both logged, with the range of volume as a thin line.

    Args:
        data: {"points": rows} with series, volume, volume_low, volume_high, value, as_of_date;
            {"fits": rows} with series, volume, middle.
    """
    groups = by_series([row for row in data["points"] if known(row, "value", "volume")])
    if not groups:
        return empty(name, title, width, height)
    figure = style.new_figure(width, height)
    axes = style.place_axes(figure, 10.0, 10.0, width - 12.0, height - 17.0)
    rows = [row for own in groups.values() for row in own]
    style.log_axis(axes, "y", *limits([row["value"] for row in rows]))
    volumes = [row.get(end) for row in rows for end in ("volume", "volume_low", "volume_high")]
    _volume_axis(axes, limits(volumes))
    fits = by_series(data.get("fits", []))
    for place, (label, own) in enumerate(groups.items()):
        colour, marker = style.SERIES[place % len(style.SERIES)]
        _cloud(axes, own, fits.get(label, []), colour, marker)
    _names(axes, list(groups))
    words = style.fitted(foot, width - 10, style.SMALL, 400)
    figure.text(10 / width, 1.6 / height, words, fontsize=style.SMALL, color=style.GREY)
    series = [
        Series(label, unit,
               [point(row, str(row.get("as_of_date") or row["volume"])) for row in own], "",
               weakest_of(own), joined(own))
        for label, own in groups.items()
    ]  # fmt: skip
    alt = f"{title}. {finding or span_words(series)}"
    return ChartImage(style.to_svg(figure, name, alt), alt, series)


def _volume_axis(axes: Axes, bounds: tuple[float, float]) -> None:
    style.log_axis(axes, "x", *bounds)
    ticks = style.log_ticks(*bounds)
    room = max(int(axes.bbox.width // 44), 1)
    kept = ticks[:: -(-len(ticks) // room)]
    axes.set_xticks(kept, [format.tick(tick) for tick in kept])
    axes.minorticks_off()


def _cloud(axes: Axes, rows: list[Row], fit: list[Row], colour: str, marker: str) -> None:
    for row in rows:
        if known(row, "volume_low", "volume_high"):
            axes.plot([row["volume_low"], row["volume_high"]], [row["value"]] * 2, color=colour,
                      lw=1.6, alpha=0.32, zorder=2)  # fmt: skip
    axes.plot([row["volume"] for row in rows], [row["value"] for row in rows], marker,
              color=colour, ms=4, mec="white", mew=0.5, zorder=4, clip_on=False)  # fmt: skip
    shown = [row for row in fit if row["middle"] is not None]
    axes.plot([row["volume"] for row in shown], [row["middle"] for row in shown], color=colour,
              lw=0.8, ls=(0, (3, 2)), zorder=3)  # fmt: skip


def _names(axes: Axes, labels: list[str]) -> None:
    """Names of the series in a line above the picture, each with its marker."""
    across = 0.0
    for place, label in enumerate(labels):
        colour, marker = style.SERIES[place % len(style.SERIES)]
        room = (axes.bbox.width - across) / style.POINTS - 4
        if room < 8:
            return
        words = style.fitted(label, room)
        spot = {
            "xycoords": "axes fraction",
            "textcoords": "offset points",
            "annotation_clip": False,
        }
        axes.annotate(words, (0, 1), xytext=(across + 8, 7), fontsize=style.LABEL, fontweight=600,
                      color=colour, va="center", **spot)  # fmt: skip
        y = 1 + 7 / axes.bbox.height
        axes.plot([(across + 3) / axes.bbox.width], [y], marker, color=colour, ms=4, mec="white",
                  mew=0.5, transform=axes.transAxes, clip_on=False)  # fmt: skip
        across += style.text_width(words) * style.POINTS + 20
