"""Small pictures inside a table cell, on a log axis shared by the column."""

from math import log10

from markupsafe import Markup

from reports import chart_style as style
from reports import fonts, format
from reports.views import CellView

WIDTH, HEIGHT = 68.0, 10.0  # points


def _place(value: float, low: float, high: float) -> float:
    share = (log10(value) - log10(low)) / (log10(high) - log10(low))
    return round(1 + min(max(share, 0.0), 1.0) * (WIDTH - 2), 2)


def range_plot(
    cell: CellView, low: float = 1, high: float = 1000, band: tuple[float, float] | None = None
) -> Markup:
    """A dot with its interval as a line; `band` is the range of the claim under test, in grey.

    Returns: SVG of 68 by 10 points; an empty band where the cell has no value.
    """
    parts = []
    if band:
        left, right = (_place(end, low, high) for end in band)
        parts.append(f'<rect x="{left}" y="0" width="{right - left:.2f}" height="10"'
                     f' fill="{style.HAIR}"/>')  # fmt: skip
    ends = [end for end in (cell.low, cell.high) if end is not None and end > 0]
    if len(ends) == 2:
        x = [_place(end, low, high) for end in ends]
        parts.append(f'<line x1="{x[0]}" x2="{x[1]}" y1="5" y2="5" stroke="{style.ACCENT}"'
                     ' stroke-width="1.1"/>')  # fmt: skip
    if cell.value is not None and cell.value > 0:
        x0 = _place(cell.value, low, high)
        parts.append(f'<circle cx="{x0}" cy="5" r="2.2" fill="{style.ACCENT}"/>')
    words = f"{cell.text}, interval {cell.interval}" if cell.interval else cell.text
    return _svg(HEIGHT, words, "".join(parts))


def range_axis(low: float = 1, high: float = 1000) -> Markup:
    """The axis of such a column for its head: ticks at the decades."""
    ticks = style.decades(low, high)
    anchors = ["start", *["middle"] * (len(ticks) - 2), "end"]
    labels = "".join(
        f'<text x="{_place(tick, low, high)}" y="7" text-anchor="{anchor}">'
        f"{format.tick(tick)}</text>"
        for tick, anchor in zip(ticks, anchors, strict=False)
    )
    ends = f"{format.text(low, 'count')} to {format.text(high, 'count')}"
    group = f'<g font-family="{fonts.SANS}" font-size="7" fill="{style.GREY}">{labels}</g>'
    return _svg(8.0, f"Log axis from {ends}", group)


def _svg(height: float, words: str, content: str) -> Markup:
    return Markup(
        '<svg class="range" width="{w}pt" height="{h}pt" viewBox="0 0 {w} {h}"><title>{t}</title>'
    ).format(w=f"{WIDTH:g}", h=f"{height:g}", t=words) + Markup(content + "</svg>")
