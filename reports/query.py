"""Read-only queries on a published database: one, or a small shell."""

import sys
from pathlib import Path

import duckdb

from reports.errors import USAGE, RunError
from reports.vintage import DATABASE

READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


def run(vintage_folder: Path, query: str) -> int:
    """Print the result of one query, or read queries until the end of input.

    Returns: 0.

    Raises:
        RunError: exit code 2, the query is wrong.
    """
    database = vintage_folder / DATABASE
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.execute("set enable_external_access = false")
        if query:
            print(_answer(connection, query))
            return 0
        return _shell(connection)


def _answer(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    try:
        for statement in connection.extract_statements(query):
            if statement.type not in READING:
                raise RunError(
                    f"query: expected a query that reads, found {statement.type.name}; "
                    "write select, from, describe, show or explain",
                    USAGE,
                )
        relation = connection.sql(query)
        return str(relation).rstrip() if relation is not None else "(no rows)"  # runs only here
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise RunError(
            f"query: expected SQL that runs, found: {first}; correct it", USAGE
        ) from error


def _shell(connection: duckdb.DuckDBPyConnection) -> int:
    if sys.stdin.isatty():
        print("read-only; end a query with ; and the shell with ctrl-d. Tables: show all tables;")
    lines: list[str] = []
    while True:
        try:
            lines.append(input("sql> " if not lines and sys.stdin.isatty() else ""))
        except EOFError:
            lines.append(";")
        text = "\n".join(lines).strip()
        if text.endswith(";"):
            lines = []
            if not text.strip(";\n "):
                return 0
            try:
                print(_answer(connection, text))
            except RunError as error:
                print(error)
