"""Pictures inside a cell."""

from markupsafe import Markup

from reports.inline import range_axis, range_plot
from reports.views import CellView


def cell(value: float | None, low: float | None, high: float | None) -> CellView:
    return CellView("10.0", value, "P01", Markup(""), "fold_per_year", "<1 to 100", low, high, 7,
                    value is None)  # fmt: skip


def test_a_dot_stands_at_its_place_on_the_log_axis() -> None:
    svg = range_plot(cell(10, 1, 100), 1, 1000, (1, 10))
    # 66 points for three decades: 10 lies one decade, 22 points, from the start at 1
    assert '<circle cx="23.0"' in svg
    assert 'x1="1.0" x2="45.0"' in svg and 'width="22.00"' in svg
    assert "interval &lt;1 to 100" in svg


def test_a_missing_value_leaves_the_axis_empty() -> None:
    svg = range_plot(cell(None, None, None))
    assert "circle" not in svg and "line" not in svg


def test_the_axis_names_its_decades() -> None:
    assert [part.split("<")[0] for part in range_axis(1, 1000).split('">')[-4:]] == [
        "1", "10", "100", "1,000",
    ]  # fmt: skip
