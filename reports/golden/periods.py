"""Periods of a case: numbers or names, brought into the order of time."""

import re
from collections.abc import Iterable


def in_order(periods: Iterable[int | float | str]) -> list[int | float | str]:
    """The different periods in order; digits within names count as numbers: Q9 before Q10."""
    return sorted(set(periods), key=_key)


def _key(period: int | float | str) -> tuple:
    if isinstance(period, int | float):
        return ((0, period, ""),)
    pieces = re.findall(r"\d+|\D+", period)
    return tuple((0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in pieces)
