"""Colours that everyone can tell apart and read, and labels that keep their distance."""

import itertools

import numpy as np
import pytest

from reports import chart_style as style

# Simulation of colour blindness at full severity. Source: Machado, Oliveira and Fernandes, "A
# Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009,
# https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html
VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
# IEC 61966-2-1 (sRGB to XYZ, white point D65), https://www.w3.org/Graphics/Color/sRGB
TO_XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE 1976 L*a*b*."""
    ratio = np.array(TO_XYZ) @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(colour: str) -> float:
    """Contrast with white, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio"""
    return 1.05 / (float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour)) + 0.05)


@pytest.mark.parametrize("vision", VISION)
def test_series_can_be_told_apart(vision: str) -> None:
    seen = [lab(np.array(VISION[vision]) @ linear(colour)) for colour, _ in style.SERIES]
    nearest = min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2))
    assert nearest >= 20


def test_series_differ_in_grey_too() -> None:
    lightness = sorted(lab(linear(colour))[0] for colour, _ in style.SERIES)
    assert min(b - a for a, b in itertools.pairwise(lightness)) >= 4
    assert len({marker for _, marker in style.SERIES}) == len(style.SERIES)


@pytest.mark.parametrize("colour", [style.INK, style.TEXT, style.GREY, *dict(style.SERIES)])
def test_words_can_be_read_on_white(colour: str) -> None:
    assert contrast(colour) >= 4.5


@pytest.mark.parametrize(
    "values", [[1.0], [1.0, 1.01], [1.0, 1.0, 1.0, 1.0], [0.01, 0.011, 90, 95]]
)
def test_labels_keep_their_distance_and_stay_inside(values: list[float]) -> None:
    figure = style.new_figure(112, 60)
    axes = style.place_axes(figure, 10, 6, 70, 50)
    style.log_axis(axes, "y", 0.01, 100)
    shifts = style.spread(axes, values, 20)
    starts = [axes.transData.transform((axes.get_xlim()[0], value))[1] for value in values]
    placed = sorted(start + shift for start, shift in zip(starts, shifts, strict=True))
    assert all(b - a >= 19.5 for a, b in itertools.pairwise(placed))
    assert placed[0] >= axes.bbox.y0 - 0.5 and placed[-1] <= axes.bbox.y1 + 0.5


def test_words_too_wide_are_shortened() -> None:
    assert style.fitted("GPT-4 level", 50) == "GPT-4 level"
    short = style.fitted("GPT-4 level", 10)
    assert short.endswith("…") and style.text_width(short) <= 10


def test_columns_add_up_to_the_text_block() -> None:
    widths = style.WIDTHS  # 12 columns of 10.5 mm and gutters of 4 mm
    assert 12 * 10.5 + 11 * 4 == widths["c12"] == widths["c8"] + 4 + widths["c4"]
    assert widths["c7"] + 4 + widths["c5"] == 170
