"""Descriptions of the dbt project stand as comments in the database file."""

from typing import Any

import duckdb
import pytest

from reports.comments import column_words, write_comments
from reports.errors import RunError


def node(schema: str, name: str, parents: list[str], **columns: str) -> dict[str, Any]:
    """An entry of lineage.json."""
    return {
        "schema": schema,
        "identifier": name,
        "description": f"All of {name}, it's said. One row per key.",
        "depends_on": {"nodes": parents},
        "columns": {key: {"description": words, "meta": {}} for key, words in columns.items()},
    }


def lineage() -> dict[str, Any]:
    """raw.facts, then staging.facts, then marts.prices."""
    return {
        "sources": {"source": node("raw", "facts", [], price="Price as published.")},
        "nodes": {
            "staged": node("staging", "facts", ["source"]),
            "mart": node("marts", "prices", ["staged"], price="List price.", model_id="The model."),
        },
    }


def connect() -> duckdb.DuckDBPyConnection:
    """The three tables of `lineage`, the middle one a view."""
    connection = duckdb.connect()
    for schema in ("raw", "staging", "marts"):
        connection.execute(f"create schema {schema}")
    connection.execute("create table raw.facts (fact_id text, model_id text, price text)")
    connection.execute("create table raw.snapshots (snapshot_id text)")
    connection.execute("create view staging.facts as select model_id, price from raw.facts")
    connection.execute("create table marts.prices (model_id text, price double)")
    return connection


def test_own_words_come_first_then_those_downstream() -> None:
    words = column_words(lineage())
    assert words["raw.facts"] == {"price": "Price as published.", "model_id": "The model."}
    assert words["staging.facts"]["price"] == "List price."
    assert words["marts.prices"]["price"] == "List price."


def test_every_table_and_column_gets_a_comment() -> None:
    connection = connect()
    write_comments(connection, lineage())
    columns = connection.execute(
        "select table_name, column_name, comment from duckdb_columns() where not internal"
    ).fetchall()
    tables = connection.execute(
        "select comment from duckdb_tables() union all select comment from duckdb_views() "
        "where not internal"
    ).fetchall()
    assert [row for row in columns if not row[2]] == []
    assert ("All of prices, it's said. One row per key.",) in tables


def test_a_column_without_words_anywhere_is_an_error() -> None:
    connection = connect()
    connection.execute("alter table marts.prices add column odd double")
    with pytest.raises(RunError, match=r"marts\.prices\.odd: expected a description"):
        write_comments(connection, lineage())
