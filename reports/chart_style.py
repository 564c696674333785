"""House style of the charts: type, colour, geometry and the way to SVG in one place.

Everything is placed in millimetres at printed size; nothing is fitted or scaled afterwards, so
that 8 points here are 8 points on paper.
"""

import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from html import escape
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reports import fonts, format

INK, TEXT, GREY, RULE, HAIR = "#16212B", "#3B4852", "#5A6670", "#B9C0C5", "#DFE3E6"
ACCENT, LIGHT = "#00586B", "#5E96A3"
SERIES = (  # colour, marker: each colour has 4.5:1 on white, so a label may wear it
    ("#00586B", "o"),
    ("#9F5416", "s"),
    ("#7368C4", "^"),
    ("#620F14", "D"),
)
SMALL, AXIS, LABEL = 7.0, 7.5, 8.0  # points
MM = 1 / 25.4  # inches
POINTS = 72 / 25.4  # points in a millimetre
BAND = 0.14  # share of the series colour in an interval band
WIDTHS = {"c4": 54.0, "c5": 68.5, "c7": 97.5, "c8": 112.0, "c12": 170.0}

STYLE = {
    "font.family": fonts.SANS, "font.size": AXIS, "svg.fonttype": "none",
    "svg.hashsalt": "exhibit", "figure.dpi": 72,
    "axes.edgecolor": GREY, "axes.linewidth": 0.5, "axes.axisbelow": True,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "axes.grid": True, "axes.grid.axis": "y", "grid.color": HAIR, "grid.linewidth": 0.5,
    "xtick.color": GREY, "ytick.color": GREY, "xtick.labelcolor": GREY, "ytick.labelcolor": GREY,
    "xtick.major.size": 2.5, "xtick.major.width": 0.5, "xtick.major.pad": 2.5,
    "ytick.major.size": 0, "ytick.minor.size": 0, "ytick.major.pad": 3,
    "xtick.labelsize": AXIS, "ytick.labelsize": AXIS,
    "lines.solid_capstyle": "butt", "lines.linewidth": 1.4, "text.parse_math": False,
}  # fmt: skip


@cache
def load_fonts() -> None:
    """Register the locked faces under one family, so that weights work as in the stylesheet."""
    matplotlib.use("svg")
    for family, weight, style, file in fonts.FACES:
        entry = font_manager.FontEntry(
            fname=str(fonts.face_path(file)), name=family, style=style, variant="normal",
            weight=weight, stretch="normal", size="scalable",
        )  # fmt: skip
        font_manager.fontManager.ttflist.append(entry)
    matplotlib.rcParams.update(STYLE)


def new_figure(width: float, height: float) -> Figure:
    """A figure of exactly the printed size in millimetres."""
    load_fonts()
    return Figure(figsize=(width * MM, height * MM))


def place_axes(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Axes at a place in millimetres from the lower left corner."""
    across, up = (side / MM for side in figure.get_size_inches())
    return figure.add_axes((left / across, bottom / up, width / across, height / up))


def bare(axes: Axes) -> None:
    """Horizontal charts: vertical gridlines only, no spine, no tick marks."""
    axes.minorticks_off()
    axes.set_yticks([])
    axes.tick_params(axis="x", size=0)
    axes.grid(axis="x")
    axes.grid(False, axis="y")
    axes.spines["bottom"].set_visible(False)


def decades(low: float, high: float) -> list[float]:
    """Powers of ten within the range."""
    return [10.0**power for power in range(-9, 16) if low <= 10.0**power <= high * 1.0001]


def log_ticks(low: float, high: float) -> list[float]:
    """Ticks of a log axis: decades, or 1-2-5 steps where fewer than two decades fit."""
    ticks = decades(low, high)
    if len(ticks) >= 3 or high / low > 50:
        return ticks
    steps = [base * step for base in decades(low / 10, high) for step in (1, 2, 5)]
    return [tick for tick in steps if low <= tick <= high * 1.0001]


def log_limits(values: list[float], room: float = 1.3) -> tuple[float, float]:
    """Limits of a log axis around the values, with room at both ends."""
    known = [value for value in values if value and value > 0]
    return (min(known) / room, max(known) * room) if known else (1.0, 10.0)


def log_axis(axes: Axes, which: str, low: float, high: float, labels: bool = True) -> None:
    """A log axis with few gridlines and no minor ticks; the unit stands in the subtitle."""
    ticks = log_ticks(low, high)
    getattr(axes, f"set_{which}scale")("log")
    getattr(axes, f"set_{which}lim")(low, high)
    shown = [format.tick(tick) if labels else "" for tick in ticks]
    getattr(axes, f"set_{which}ticks")(ticks, shown)
    axes.minorticks_off()


def year_axis(axes: Axes, first: date, last: date, labels: bool = True) -> None:
    """A time axis with a tick on each 1 January, thinned where years would touch."""
    axes.set_xlim(first, last)
    years = [year for year in range(first.year, last.year + 1) if first <= date(year, 1, 1) <= last]
    room = axes.bbox.width * axes.figure.dpi / 72 / max(len(years), 1)
    kept = years[:: max(1, round(24 / room + 0.49))] if room < 24 else years
    axes.set_xticks([date(y, 1, 1) for y in kept], [str(y) if labels else "" for y in kept])


def steps(
    axes: Axes, days: list[date], values: list[float], end: date, colour: str,
    width: float = 1.5, zorder: float = 3,
) -> None:  # fmt: skip
    """A price path: it holds until the next change."""
    drawn = [*days, max(end, days[-1])]
    axes.step(drawn, [*values, values[-1]], where="post", color=colour, lw=width, zorder=zorder)


def markers(
    axes: Axes, rows: list[dict[str, Any]], colour: str, marker: str = "o", zorder: float = 4
) -> None:
    """Markers on the days of change: filled, or hollow where the first day is not known.

    Rows have from_date and value; `marks` false draws none, `hollow` true an empty one.
    """
    size = 4.0 if marker == "^" else 3.2
    for is_hollow in (False, True):
        own = [
            row for row in rows
            if bool(row.get("hollow")) is is_hollow and (is_hollow or row.get("marks", True))
        ]  # fmt: skip
        face, edge, line = ("white", colour, 0.8) if is_hollow else (colour, "white", 0.4)
        axes.plot([row["from_date"] for row in own], [row["value"] for row in own], marker,
                  color=colour, ms=size, mfc=face, mec=edge, mew=line, zorder=zorder,
                  clip_on=False)  # fmt: skip


def band(
    axes: Axes, days: list[date], low: list[float], high: list[float], colour: str,
    step: str | None = "post",
) -> None:  # fmt: skip
    """An interval as a band of the series colour."""
    axes.fill_between(days, low, high, step=step, color=colour, alpha=BAND, lw=0, zorder=1)


def label(
    axes: Axes, x: Any, y: float, words: str, colour: str = INK, dx: float = 0.0, dy: float = 0.0,
    ha: str = "left", va: str = "center", size: float = LABEL, weight: int = 600,
) -> Any:  # fmt: skip
    """A direct label at a point, moved by points; it replaces the legend."""
    return axes.annotate(
        words, (x, y), xytext=(dx, dy), textcoords="offset points", ha=ha, va=va, color=colour,
        fontsize=size, fontweight=weight, annotation_clip=False, linespacing=1.15, zorder=6,
    )  # fmt: skip


def text_width(words: str, size: float = LABEL, weight: int = 600) -> float:
    """Printed width of one line in millimetres, measured with the face that prints it."""
    load_fonts()
    face = font_manager.findfont(font_manager.FontProperties(family=fonts.SANS, weight=weight))
    font = font_manager.get_font(face)
    font.set_size(size * 10, 72)  # ten times as large: widths come in whole pixels
    font.set_text(words, 0.0)
    return font.get_width_height()[0] / 64 / 10 / POINTS


def fitted(words: str, width: float, size: float = LABEL, weight: int = 600) -> str:
    """The words, shortened with an ellipsis where they are wider than so many millimetres."""
    if text_width(words, size, weight) <= width:
        return words
    while words and text_width(words + "…", size, weight) > width:
        words = words[:-1]
    return words.rstrip(" ,;:–-") + "…"


def spread(axes: Axes, values: list[float], distance: float) -> list[float]:
    """Shifts in points that keep labels of these values apart, in order and inside the axes."""
    if not values:
        return []
    bottom, top = axes.bbox.y0, axes.bbox.y1
    places = [axes.transData.transform((axes.get_xlim()[0], value))[1] for value in values]
    order = sorted(range(len(places)), key=lambda place: (places[place], -place))
    distance = min(distance, (top - bottom) / max(len(places) - 1, 1))
    moved = [min(max(places[place], bottom), top) for place in order]
    for _ in range(200):
        for lower in range(len(moved) - 1):
            lack = distance - (moved[lower + 1] - moved[lower])
            if lack > 1e-6:
                moved[lower] -= lack / 2
                moved[lower + 1] += lack / 2
        moved[0], moved[-1] = max(moved[0], bottom), min(moved[-1], top)
    return [moved[order.index(place)] - places[place] for place in range(len(places))]


def no_data(width: float, height: float, words: str = "no data") -> Figure:
    """A picture that says that there is nothing to show: never an empty frame."""
    figure = new_figure(width, height)
    figure.text(0.5, 0.5, words, ha="center", va="center", fontsize=LABEL, color=GREY)
    return figure


def _attributes(match: re.Match[str]) -> str:
    """CSS of one element as SVG attributes, which the page's CSS parser leaves alone."""
    pairs = []
    for rule in match[1].split(";"):
        key, _, value = rule.partition(":")
        key, value = key.strip(), value.strip()
        shorthand = (
            re.fullmatch(r"(?:(\d+|bold) )?([\d.]+)px (.+)", value) if key == "font" else None
        )
        if shorthand:
            weight, size, family = shorthand.groups()
            pairs += [
                ("font-weight", weight or "400"),
                ("font-size", size),
                ("font-family", family),
            ]
        elif key:
            pairs.append((key, value))
    return " ".join(
        f'{key}="{escape(value.replace(chr(34), chr(39)), False)}"' for key, value in pairs
    )


def to_svg(figure: Figure, name: str, alt: str) -> str:
    """Inline SVG: ids of its own, alternative text inside, no date, no style sheet."""
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<style[^>]*>.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'style="([^"]*)"', _attributes, svg)
    renames: list[tuple[str, Callable[[re.Match[str]], str]]] = [
        (r'\bid="([^"]+)"', lambda match: f'id="{name}-{match[1]}"'),
        (r"url\(#([^)]+)\)", lambda match: f"url(#{name}-{match[1]})"),
        (r'href="#([^"]+)"', lambda match: f'href="#{name}-{match[1]}"'),
    ]
    for pattern, rename in renames:
        svg = re.sub(pattern, rename, svg)
    opening = svg.index(">")  # the renderer reads the alternative text from the first <title>
    joins = ' stroke-linejoin="round" stroke-linecap="butt"'
    return f"{svg[:opening]}{joins}><title>{escape(alt)}</title>{svg[opening + 1 :]}"
