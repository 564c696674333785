"""What a method needs to answer golden cases: input tables, calls of its macros, keys.

Each file in `methods/` holds one `ADAPTER`; nothing else has to know of it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Inputs = dict[str, Any]
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Column:
    """A column of an input table: SQL type, key of the input, value where the input is absent."""

    name: str
    data_type: str
    key: str
    default: Any = None


@dataclass(frozen=True)
class Statement:
    """A query, written as a template of dbt, and the table that keeps its result.

    `order_by` sorts the rows of a case before they are folded.
    """

    result: str
    template: str
    order_by: str = "case_id"


@dataclass(frozen=True)
class Place:
    """Where files named by a case are looked up: the project, and the folder of the case file."""

    project: Path
    folder: Path


def _no_tables(_: Inputs, __: Place) -> dict[str, list[tuple]]:
    return {}


@dataclass(frozen=True)
class Adapter:
    """How one method answers.

    tables: input tables and their columns, without case_id, which is always the first.
    fill: inputs of a case to rows of those tables, without case_id.
    statements: run in order; a later one may read the result of an earlier one.
    fold: inputs and {result: rows of the case} to the keys of `expected`.
    """

    method: str
    fold: Callable[[Inputs, dict[str, Rows]], dict[str, Any]]
    tables: dict[str, tuple[Column, ...]] = field(default_factory=dict)
    fill: Callable[[Inputs, Place], dict[str, list[tuple]]] = _no_tables
    statements: tuple[Statement, ...] = ()


def row_of(columns: Iterable[Column], inputs: Inputs) -> tuple:
    """One row of a table from a mapping; an absent or null input takes its default."""
    found = ((column, inputs.get(column.key)) for column in columns)
    return tuple(column.default if value is None else value for column, value in found)


def rows_of(columns: Iterable[Column], items: Iterable[Inputs] | None) -> list[tuple]:
    """One row for each mapping of a list; an absent list is an empty one."""
    columns = tuple(columns)
    return [row_of(columns, item) for item in items or []]


def one_row_adapter(
    method: str, template: str, columns: tuple[Column, ...], keys: dict[str, str]
) -> Adapter:
    """Adapter of a macro that reads one row a case and gives one row a case.

    Args:
        method: number of the method.
        template: call of the macro, with `{table}` for the input table.
        columns: of the input table.
        keys: key of the answer to column of the result.
    """
    name = method.lower()

    def fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
        row = results[f"{name}_answers"][0]
        return {key: row[column] for key, column in keys.items()}

    return Adapter(
        method=method,
        tables={f"{name}_inputs": columns},
        fill=lambda inputs, _: {f"{name}_inputs": [row_of(columns, inputs)]},
        statements=(Statement(f"{name}_answers", template.replace("{table}", f"{name}_inputs")),),
        fold=fold,
    )


def find_adapters() -> dict[str, Adapter]:
    """All adapters by method, found by where their files lie."""
    package = importlib.import_module("reports.golden.methods")
    modules = (
        importlib.import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
    )
    adapters = (module.ADAPTER for module in modules)
    return {adapter.method: adapter for adapter in adapters}
