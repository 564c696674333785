"""Reading a file of golden cases."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.errors import USAGE, RunError

REMEDY = "give CASES= a file of the form of tests/golden/golden_cases.json"


@dataclass(frozen=True)
class Case:
    """One known answer: inputs and expected keys of a method, and how close a number must be."""

    id: str
    method: str
    rel_tol: float
    inputs: dict[str, Any]
    expected: dict[str, Any]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in its order.

    Raises:
        RunError (exit 2): the file cannot be read, is not JSON, or a case lacks a part.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _unreadable(path, "a readable file", error.strerror or str(error)) from error
    except ValueError as error:
        raise _unreadable(path, "JSON", str(error)) from error
    listed = content.get("cases") if isinstance(content, dict) else None
    if not isinstance(listed, list):
        raise _unreadable(path, "an object with a list 'cases'", repr(content)[:60])
    return [_read_case(path, number, case) for number, case in enumerate(listed, start=1)]


def _read_case(path: Path, number: int, case: object) -> Case:
    parts = {"id": str, "method": str, "inputs": dict, "expected": dict}
    if not isinstance(case, dict):
        raise _unreadable(path, f"case {number} to be an object", repr(case)[:60])
    for part, kind in parts.items():
        if not isinstance(case.get(part), kind):
            wanted = f"'{part}' of case {number} ({case.get('id')}) to be a {kind.__name__}"
            raise _unreadable(path, wanted, repr(case.get(part))[:60])
    tolerance = case.get("rel_tol", 1e-9)
    if isinstance(tolerance, bool) or not isinstance(tolerance, int | float) or tolerance < 0:
        raise _unreadable(path, f"'rel_tol' of {case['id']} to be a number", repr(tolerance))
    return Case(case["id"], case["method"], tolerance, case["inputs"], case["expected"])


def _unreadable(path: Path, expected: str, found: str) -> RunError:
    return RunError(f"golden cases {path}: expected {expected}, found {found}; {REMEDY}", USAGE)
