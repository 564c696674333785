"""Answers of a memo's queries, in the shape that its figures declare.

Reads the published database and returns plain records; words and layout come later.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import duckdb

from reports import format
from reports.figures import Chart, FigureError, Memo, Number, Row, Table, printed


@dataclass(frozen=True)
class Values:
    """The answers of a memo's queries, by figure id."""

    numbers: dict[str, tuple[Number, Row]]
    facts: dict[str, object]
    tables: dict[str, tuple[Table, list[Row]]]
    charts: dict[str, tuple[Chart, dict[str, list[Row]]]]


class Truth(int):
    """A whole number for branches of a template; printing it is an error, it has no evidence."""

    def __str__(self) -> str:
        raise FigureError("a fact that is a number cannot be printed; declare it as a Number")

    __html__ = __format__ = __str__


def rows_of(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    """The rows of a query as dictionaries."""
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _query(connection: duckdb.DuckDBPyConnection, where: str, sql: str) -> list[Row]:
    try:
        return rows_of(connection, sql)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise FigureError(f"{where}: expected a query that runs, found {reason}") from error


def _drawable(row: Row) -> Row:
    """Decimals as floats: the drawing library mixes them with its own."""
    return {key: float(cell) if isinstance(cell, Decimal) else cell for key, cell in row.items()}


def _one_row(rows: list[Row], where: str) -> Row:
    if len(rows) != 1:
        raise FigureError(f"{where}: expected exactly one row, found {len(rows)}")
    return rows[0]


def _number(figure: Number, rows: list[Row], where: str) -> Row:
    row = _one_row(rows, where)
    if "value" not in row:
        raise FigureError(f"{where}: expected a column value, found {', '.join(row)}")
    try:
        printed(figure, row["value"], row.get("flag"))
    except FigureError as error:
        raise FigureError(f"{where}: {error}") from error
    return row


def _fact(rows: list[Row], where: str) -> object:
    row = _one_row(rows, where)
    if len(row) != 1:
        raise FigureError(f"{where}: expected one cell, found {len(row)} columns")
    value = next(iter(row.values()))
    if isinstance(value, bool | str):
        return value
    if isinstance(value, date):
        return format.day(value)
    if isinstance(value, int):
        return Truth(value)
    raise FigureError(
        f"{where}: expected text, a truth value, a whole number or a date, found {value!r}"
    )


def _table(figure: Table, rows: list[Row], where: str) -> list[Row]:
    keys = [row.get(figure.key) for row in rows]
    if None in keys or len(set(keys)) != len(keys):
        raise FigureError(f"{where}: expected a different {figure.key} in each row, found {keys}")
    for column in figure.columns:
        if rows and column.name not in rows[0] and not (column.low and column.high):
            raise FigureError(
                f"{where}: expected a column {column.name}, found {', '.join(rows[0])}"
            )
    return rows


def evaluate(connection: duckdb.DuckDBPyConnection, memo: Memo) -> Values:
    """Run every query of a memo.

    Raises:
        FigureError: an id is used twice, or an answer has another shape than declared.
    """
    values = Values({}, {}, {}, {})
    seen: set[tuple[str, str]] = set()
    for figure in memo.figures:
        where = f"{memo.id}, {figure.id}"
        if (type(figure).__name__, figure.id) in seen:
            raise FigureError(f"{where}: expected an id of its own, found it twice")
        seen.add((type(figure).__name__, figure.id))
        if isinstance(figure, Chart):
            data = {
                name: [_drawable(row) for row in _query(connection, where, sql)]
                for name, sql in figure.queries.items()
            }
            values.charts[figure.id] = (figure, data)
            continue
        rows = _query(connection, where, figure.sql)
        if isinstance(figure, Number):
            values.numbers[figure.id] = (figure, _number(figure, rows, where))
        elif isinstance(figure, Table):
            values.tables[figure.id] = (figure, _table(figure, rows, where))
        else:
            values.facts[figure.id] = _fact(rows, where)
    return values
