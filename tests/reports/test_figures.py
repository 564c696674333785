"""Declarations are held to their shape; every fault names memo, figure, expected, found."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from reports.evaluate import evaluate
from reports.figures import Column, Fact, FigureError, Memo, Number, Table, weakest


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as found:
        yield found


def number(sql: str, **options: Any) -> Number:
    return Number("price", "Price", "usd_per_mtok", "M02", "steps", sql, **options)


def answer(connection: duckdb.DuckDBPyConnection, *figures: Any) -> Any:
    return evaluate(connection, Memo("demo", "P", "Demo", list(figures)))


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("select 1 as value where false", "demo, price: expected exactly one row, found 0"),
        ("select unnest([1, 2]) as value", "demo, price: expected exactly one row, found 2"),
        ("select 1 as other", "demo, price: expected a column value, found other"),
        ("select null as value", "demo, price: expected a value, or a flag"),
        ("select 'nan'::double as value", "demo, price: expected a finite number, found nan"),
        ("select * from marts.none", "demo, price: expected a query that runs, found Catalog"),
    ],
)
def test_a_number_is_one_known_cell(
    connection: duckdb.DuckDBPyConnection, sql: str, found: str
) -> None:
    with pytest.raises(FigureError, match=found):
        answer(connection, number(sql))


def test_a_missing_number_needs_a_reason(connection: duckdb.DuckDBPyConnection) -> None:
    flagged = number("select null as value, 'no_data' as flag")
    assert answer(connection, flagged).numbers["price"][1]["flag"] == "no_data"
    said = number("select null as value", na="never published")
    assert answer(connection, said).numbers["price"][1]["value"] is None


def test_facts_choose_words_but_print_no_number(connection: duckdb.DuckDBPyConnection) -> None:
    values = answer(
        connection,
        Fact("name", "select 'GPT-4'"),
        Fact("falls", "select true"),
        Fact("day", "select date '2026-08-12'"),
        Fact("count", "select 7"),
    ).facts
    assert values["name"] == "GPT-4" and values["falls"] is True
    assert values["day"] == "12 August 2026"
    assert values["count"] == 7 and values["count"] > 6
    with pytest.raises(FigureError, match="declare it as a Number"):
        str(values["count"])
    with pytest.raises(FigureError, match=r"found 1\.5"):
        answer(connection, Fact("ratio", "select 1.5::double"))
    with pytest.raises(FigureError, match="expected one cell, found 2 columns"):
        answer(connection, Fact("two", "select 1, 2"))


def test_a_table_needs_its_columns_and_a_key(connection: duckdb.DuckDBPyConnection) -> None:
    columns = [Column("price", "Price", "usd")]
    with pytest.raises(FigureError, match="expected a different id in each row"):
        answer(
            connection, Table("t", "T", "select 1 as id, unnest([1, 2]) as price", "id", columns)
        )
    with pytest.raises(FigureError, match="expected a column price, found id"):
        answer(connection, Table("t", "T", "select 1 as id", "id", columns))


def test_two_figures_may_not_share_an_id(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(FigureError, match="found it twice"):
        answer(connection, number("select 1 as value"), number("select 2 as value"))


def test_the_weakest_class_wins() -> None:
    assert weakest(["reported", "press", "derived"]) == "press"
    assert weakest([]) == "derived"
    with pytest.raises(FigureError, match="found 'rumour'"):
        weakest(["rumour"])
