"""Every kind of chart: nothing clipped, nothing on top of another word, empty data said so."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from reports import chart_style as style
from reports.charts import bars, lines, paths
from reports.figures import FigureError

END = date(2026, 8, 12)
NAMES = ["GPT-3.5 level", "GPT-4 level", "o1 level", "GPT-5 level", "Gemini 2.5 Pro", "x < & y",
         "A very long name of a bar that cannot fit"]  # fmt: skip


def days(count: int, step: int = 90) -> list[date]:
    return [date(2023, 1, 15) + timedelta(days=step * place) for place in range(count)]


def step_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = [
        {"series": name, "detail": "GPQA Diamond ≥ 35.7", "from_date": day,
         "value": 30 * 0.5**k / (1 + place), "high": 45 * 0.5**k / (1 + place), "n": k + 2}
        for place, name in enumerate(NAMES[:count]) for k, day in enumerate(days(6, 100 + 9 * place))
    ]  # fmt: skip
    return {"steps": rows}


def path_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = step_rows(count)["steps"]
    fits = [
        {"series": name, "day": day, "middle": 20 * 0.6**k, "low": 12 * 0.6**k, "high": 33 * 0.6**k}
        for name in NAMES[:count] for k, day in enumerate(days(6))
    ]  # fmt: skip
    rates = [
        {"series": name, "value": None if place == 1 else 19.9 * (1 + place), "low": 5.9,
         "high": 666.8, "n": 7, "flag": "insufficient_obs"}
        for place, name in enumerate(NAMES[:count])
    ]  # fmt: skip
    return {"paths": rows, "fits": fits, "rates": rates}


def window_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = [
        {"series": name, "detail": "GPQA ≥ 75", "window": window, "value": value, "low": low,
         "high": 3 * value if value else None, "flag": None if value else "no_data"}
        for place, name in enumerate(NAMES[:count])
        for window, value, low in (("To end 2024", 800 / (1 + place), 9), ("2025", 17, 9.5),
                                   ("2026 to August", None if place % 2 else 1.2, 1.0))
    ]  # fmt: skip
    return {"rates": rows}


def dot_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = [
        {"series": name, "detail": "1956 to 2015", "value": None if place == 2 else 1.2 + place * 9,
         "low": 1.1, "high": 2 + 30 * place, "n": 9, "flag": "insufficient_obs", "highlight": place == 0}
        for place, name in enumerate(NAMES[:count])
    ]  # fmt: skip
    return {"rows": rows}


def ratio_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = [
        {"series": name, "detail": "against the model before", "price_ratio": 0.2 * (1 + place),
         "token_ratio": 5.5, "cost_ratio": None if place == 3 else 1.1 * (1 + place)}
        for place, name in enumerate(NAMES[:count])
    ]  # fmt: skip
    return {"ratios": rows}


def swing_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    swings = [
        {"series": name, "detail": "5 to 1 in place of 3 to 1", "low_value": 19.9 / (1 + place / 4),
         "high_value": 19.9 * (1 + place / 3)}
        for place, name in enumerate(NAMES[:count])
    ]  # fmt: skip
    base = [{"value": 19.9, "low": 5.9, "high": 66.8, "n": 7}] if count else []
    return {"swings": swings, "base": base}


def index_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    rows = [
        {"series": name, "detail": "n = 120", "day": day, "value": 100 * (0.95 - place / 20) ** k,
         "low": 90 * (0.95 - place / 20) ** k, "high": 110 * (0.95 - place / 20) ** k}
        for place, name in enumerate(NAMES[:count]) for k, day in enumerate(days(12))
    ]  # fmt: skip
    return {"indices": rows}


def break_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    path = path_rows(1)["paths"] if count else []
    both = ["before", "after"]
    fits = [
        {"series": name, "day": day, "middle": 20 * 0.6**k}
        for part, name in enumerate(both) for k, day in enumerate(days(7)) if (k > 3) == bool(part)
    ]  # fmt: skip
    rates = [{"series": name, "value": 19.9, "low": 5.9, "high": 66.8, "n": 4} for name in both]
    return {"path": path, "fits": fits, "rates": rates, "break": [{"day": date(2024, 3, 1)}]}


def volume_rows(count: int) -> dict[str, list[dict[str, Any]]]:
    points = [
        {"series": name, "volume": 1e12 * 10**k, "volume_low": 4e11 * 10**k, "volume_high": 3e12 * 10**k,
         "value": 20 * 0.5**k * (1 + place), "as_of_date": day}
        for place, name in enumerate(NAMES[:count]) for k, day in enumerate(days(4))
    ]  # fmt: skip
    fits = [{"series": NAMES[0], "volume": 1e12 * 10**k, "middle": 21 * 0.5**k} for k in range(4)]
    return {"points": points, "fits": fits}


KINDS: dict[str, tuple[Callable, Callable]] = {
    "step_curves": (
        partial(paths.step_curves, unit="usd_per_mtok", end=END, prefix="$"),
        step_rows,
    ),
    "small_multiples": (partial(paths.small_multiples, unit="usd_per_mtok", end=END), path_rows),
    "window_dots": (partial(bars.window_dots, band=(7.5, 12.5), foot="Fold per year"), window_rows),
    "range_dots": (partial(bars.range_dots, foot="Fold per year, log scale"), dot_rows),
    "ratio_bars": (partial(bars.ratio_bars, foot="Ratio, log scale"), ratio_rows),
    "tornado": (partial(bars.tornado, foot="Fold per year, log scale"), swing_rows),
    "line_index": (lines.line_index, index_rows),
    "break_plot": (partial(lines.break_plot, unit="usd_per_mtok", end=END), break_rows),
    "learning_curve": (partial(lines.learning_curve, unit="usd_per_mtok"), volume_rows),
}


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Figure]]:
    """The figures drawn in a test, seen just before they become SVG."""
    drawn: list[Figure] = []
    original = style.to_svg

    def spy(figure: Figure, name: str, alt: str) -> str:
        drawn.append(figure)
        return original(figure, name, alt)

    monkeypatch.setattr(style, "to_svg", spy)
    yield drawn


def shown_texts(figure: Figure) -> list[tuple[str, Any]]:
    figure.draw_without_rendering()
    texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text()]
    return [(text.get_text(), text.get_window_extent()) for text in texts]


DRAWN = [(k, n) for k in KINDS for n in (1, 2, 4, 7) if (k, n) != ("step_curves", 7)]


def test_more_than_four_paths_are_for_panels() -> None:
    with pytest.raises(FigureError, match="expected at most four paths, found 7"):
        KINDS["step_curves"][0](step_rows(7), "e1", title="Cheapest price")


@pytest.mark.parametrize(("kind", "count"), DRAWN)
def test_words_lie_inside_and_apart(kind: str, count: int, figures: list[Figure]) -> None:
    draw, make = KINDS[kind]
    draw(make(count), "e1", title="Cheapest price")
    texts = shown_texts(figures[0])
    frame = figures[0].bbox
    for words, box in texts:
        inside = box.x0 > -1 and box.x1 < frame.x1 + 1 and box.y0 > -1 and box.y1 < frame.y1 + 1
        assert inside, f"{words} at {box} is outside {frame}"
    for (one, a), (other, b) in combinations(texts, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        up = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert not (across > 1 and up > 2.5), f"{one!r} lies on {other!r} by {across}, {up}"


@pytest.mark.parametrize("kind", KINDS)
def test_empty_data_say_so(kind: str) -> None:
    draw, make = KINDS[kind]
    image = draw(make(0), "e1", title="Cheapest price")
    assert ">no data<" in image.svg
    assert image.series == []
    assert image.alt == "Cheapest price. No data."


@pytest.mark.parametrize("kind", KINDS)
def test_svg_is_escaped_repeatable_and_has_ids_of_its_own(kind: str) -> None:
    draw, make = KINDS[kind]
    rows = make(2)
    for group in rows.values():
        for row in group:
            if "series" in row and row["series"] == NAMES[1]:
                row["series"] = "x <b> & y"
    first, second = (draw(rows, "e7", title="A <title> & more") for _ in range(2))
    assert first == second
    assert "<b>" not in first.svg and "<title>A &lt;title&gt; &amp; more" in first.svg
    assert 'style="' not in first.svg
    ids = [part.split('"')[0] for part in first.svg.split(' id="')[1:]]
    assert all(name.startswith("e7-") for name in ids)


def test_points_of_a_series_keep_value_interval_and_n() -> None:
    image = paths.step_curves(step_rows(1), "e1", title="Price", unit="usd_per_mtok", end=END)
    point = image.series[0].points[0]
    assert (point.key, point.value, point.high, point.n) == ("2023-01-15", 30.0, 45.0, 2)
    assert image.alt == "Price. GPT-3.5 level: 0.938 to 30."
