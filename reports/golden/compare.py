"""Comparing an answer with what is expected of it."""

import math
from collections.abc import Iterator
from typing import Any

NEAR_ZERO = 1e-9
Difference = tuple[str, Any, Any]


def differences(expected: object, found: object, rel_tol: float, key: str = "") -> list[Difference]:
    """Every place at which the answer is not as expected: (key, expected, found).

    Numbers agree within `rel_tol`, or within 1e-9 near zero; text, truth values, nulls and the
    length and order of lists exactly. Keys that `expected` does not name are not looked at.
    """
    return list(_differences(expected, found, rel_tol, key))


def _differences(expected: Any, found: Any, rel_tol: float, key: str) -> Iterator[Difference]:
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            inner = f"{key}.{name}" if key else name
            if name in found:
                yield from _differences(value, found[name], rel_tol, inner)
            else:
                yield inner, value, "no such key"
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield key, expected, found
            return
        for place, (value, other) in enumerate(zip(expected, found, strict=True)):
            yield from _differences(value, other, rel_tol, f"{key}[{place}]")
    elif not _is_same(expected, found, rel_tol):
        yield key, expected, found


def _is_same(expected: object, found: object, rel_tol: float) -> bool:
    if _is_number(expected) and _is_number(found):
        return math.isclose(expected, found, rel_tol=rel_tol, abs_tol=NEAR_ZERO)
    return type(expected) is type(found) and expected == found


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
