"""Runs golden cases: inputs to tables, the macros over them, rows back to answers, comparison."""

import datetime
import decimal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from reports.golden.adapter import Adapter, Inputs, Place, Rows, Statement, find_adapters
from reports.golden.cases import Case, read_cases
from reports.golden.compare import differences
from reports.golden.templates import compile_templates

CASES = "tests/golden/golden_cases.json"
QUANTILES = "dbt_project/seeds/t_quantiles.csv"


@dataclass(frozen=True)
class Unanswerable:
    """Why a case got no answer: its inputs do not fit the tables, or a query failed."""

    reason: str


@dataclass(frozen=True)
class Methods:
    """The methods that can answer, with the SQL that dbt made of their calls."""

    project: Path
    adapters: dict[str, Adapter]
    queries: dict[str, str]

    def answers(
        self, method: str, cases: Sequence[Inputs], folder: Path | None = None
    ) -> list[dict[str, Any] | Unanswerable]:
        """One answer for each case, in order: the keys of METHOD, or why there is none."""
        adapter = self.adapters[method]
        place = Place(self.project, folder or self.project)
        try:
            return self._answers(adapter, cases, place)
        except duckdb.Error as error:
            if len(cases) == 1:
                return [Unanswerable(" ".join(f"query: {error}".split())[:300])]
        # one case upsets the query of all: each by itself, so that only that one fails
        return [answer for case in cases for answer in self.answers(method, [case], folder)]

    def _answers(
        self, adapter: Adapter, cases: Sequence[Inputs], place: Place
    ) -> list[dict[str, Any] | Unanswerable]:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
            connection.execute(
                "create table t_quantiles as select * from read_csv(?)",
                [str(self.project / QUANTILES)],
            )
            problems = _fill_tables(connection, adapter, cases, place)
            results = {
                statement.result: _run(connection, statement, self.queries[statement.result])
                for statement in adapter.statements
            }
        return [
            problems.get(number) or _fold(adapter, inputs, results, number)
            for number, inputs in enumerate(cases)
        ]


def load_methods(project: Path) -> Methods:
    """All methods that have an adapter. One run of dbt compiles every call."""
    adapters = find_adapters()
    statements = [item for adapter in adapters.values() for item in adapter.statements]
    queries = compile_templates(project, [statement.template for statement in statements])
    names = [statement.result for statement in statements]
    return Methods(project, adapters, dict(zip(names, queries, strict=True)))


def run(project: Path, path: Path | None = None) -> int:
    """Print one line for each difference, what is not built, and the count. 1 if a case failed.

    Raises:
        RunError: the file cannot be read (exit 2), or dbt does not compile (exit 3).
    """
    path = path or project / CASES
    cases = read_cases(path)
    methods = load_methods(project)
    known = [case for case in cases if case.method in methods.adapters]
    failed = 0
    for method in sorted({case.method for case in known}):
        chosen = [case for case in known if case.method == method]
        answers = methods.answers(method, [case.inputs for case in chosen], path.parent)
        for case, answer in zip(chosen, answers, strict=True):
            lines = _failures(case, answer)
            failed += bool(lines)
            for line in lines:
                print(line)
    _print_missing(cases, methods)
    print(f"golden: {len(known) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _failures(case: Case, answer: dict[str, Any] | Unanswerable) -> list[str]:
    """One line for a failed case: the first difference, and how many more there are."""
    if isinstance(answer, Unanswerable):
        return [f"{case.id}: no answer: {answer.reason}"]
    found = differences(case.expected, answer, case.rel_tol)
    if not found:
        return []
    key, expected, value = found[0]
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return [f"{case.id} {key}: expected {expected!r}, found {value!r}{more}"]


def _print_missing(cases: Sequence[Case], methods: Methods) -> None:
    missing = Counter(case.method for case in cases if case.method not in methods.adapters)
    if missing:
        named = ", ".join(
            f"{method} ({count} case{'s' if count > 1 else ''})"
            for method, count in sorted(missing.items())
        )
        print(f"not built yet: {named}")


def _fill_tables(
    connection: duckdb.DuckDBPyConnection, adapter: Adapter, cases: Sequence[Inputs], place: Place
) -> dict[int, Unanswerable]:
    """Create the input tables and fill them. Returns the cases whose inputs do not fit."""
    for table, columns in adapter.tables.items():
        named = ", ".join(f"{column.name} {column.data_type}" for column in columns)
        separator = ", " if named else ""
        connection.execute(f"create table {table} (case_id integer{separator}{named})")
    problems = {}
    for number, inputs in enumerate(cases):
        try:
            for table, rows in adapter.fill(inputs, place).items():
                _insert(connection, table, [(number, *row) for row in rows])
        except (duckdb.Error, KeyError, TypeError, ValueError, AttributeError, OSError) as error:
            problems[number] = Unanswerable(" ".join(f"inputs: {error}".split())[:300])
            for table in adapter.tables:
                connection.execute(f"delete from {table} where case_id = ?", [number])
    return problems


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple]) -> None:
    if rows:
        line = f"({', '.join('?' * len(rows[0]))})"
        values = [value for row in rows for value in row]
        connection.execute(f"insert into {table} values {', '.join([line] * len(rows))}", values)


def _run(
    connection: duckdb.DuckDBPyConnection, statement: Statement, query: str
) -> dict[int, Rows]:
    """Keep the result of a query as a table, and give its rows by case."""
    connection.execute(f"create table {statement.result} as {query}")
    connection.execute(f"select * from {statement.result} order by {statement.order_by}")
    names = [column[0] for column in connection.description]
    by_case: dict[int, Rows] = {}
    for values in connection.fetchall():
        row = dict(zip(names, map(_plain, values), strict=True))
        by_case.setdefault(row["case_id"], []).append(row)
    return by_case


def _plain(value: Any) -> Any:
    """A value as JSON would hold it: dates as text, decimals as numbers."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return float(value) if isinstance(value, decimal.Decimal) else value


def _fold(
    adapter: Adapter, inputs: Inputs, results: dict[str, dict[int, Rows]], number: int
) -> dict[str, Any] | Unanswerable:
    rows = {name: by_case.get(number, []) for name, by_case in results.items()}
    try:
        return adapter.fold(inputs, rows)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return Unanswerable(f"{type(error).__name__}: {error}")
