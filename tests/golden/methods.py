"""The methods under test: their SQL is compiled once for all tests of a session."""

from functools import cache
from pathlib import Path
from typing import Any

from reports.golden.runner import Methods, load_methods

PROJECT = Path(__file__).resolve().parents[2]


@cache
def methods() -> Methods:
    """All methods that have an adapter."""
    return load_methods(PROJECT)


def answers(method: str, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answers of a method to several cases that lie in the same tables."""
    return methods().answers(method, cases)


def answer(method: str, **inputs: Any) -> dict[str, Any]:
    """Answer of a method to one case."""
    return answers(method, [inputs])[0]
