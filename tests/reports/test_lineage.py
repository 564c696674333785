"""From a mart back to raw tables and sources."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from reports import lineage
from reports.figures import FigureError

GRAPH: dict[str, Any] = {
    "nodes": {
        "model.ai_economics.top": {
            "name": "top", "schema": "marts", "compiled_code": " select 1 ",
            "depends_on": {"nodes": ["seed.ai_economics.units", "source.ai_economics.epoch.models",
                                     "source.ai_economics.bundled.facts"]},
        },
        "seed.ai_economics.units": {"name": "units", "schema": "seeds", "depends_on": {}},
    },
    "sources": {
        "source.ai_economics.epoch.models": {
            "name": "models", "identifier": "epoch__models", "schema": "raw"},
        "source.ai_economics.bundled.facts": {
            "name": "facts", "identifier": "bundled__facts", "schema": "raw"},
    },
}  # fmt: skip


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as found:
        found.execute("""
            create schema raw; create schema seeds; create schema marts;
            create table raw.epoch__models (model text);
            insert into raw.epoch__models values ('a');
            create table raw.bundled__facts (source_id text, known_from_date text);
            insert into raw.bundled__facts values
                ('sec', '2025-01-31'), ('sec', '2026-09-30'), ('press', null), ('later', '2026-09-30');
            create table seeds.units (unit_id text);
            create table marts.data_sources as
                select 'sec' as source_id, 'EDGAR' as source_name, 'SEC' as publisher,
                    'https://sec.gov' as source_url, 'public domain' as licence;
        """)
        yield found


def test_origins_are_raw_tables_and_seeds(connection: duckdb.DuckDBPyConnection) -> None:
    assert lineage.origin_tables(GRAPH, "marts.top") == [
        ("seeds.units", ""), ("raw.bundled__facts", "bundled"), ("raw.epoch__models", "epoch"),
    ]  # fmt: skip
    assert lineage.compiled_sql(GRAPH, "top") == "select 1"
    with pytest.raises(FigureError, match="expected a mart of the project, found none_such"):
        lineage.node_of(GRAPH, "none_such")


def test_only_what_was_known_counts(connection: duckdb.DuckDBPyConnection) -> None:
    found = lineage.newest_by_source(connection, GRAPH, "top", date(2026, 8, 12))
    assert found == {"epoch": None, "press": None, "sec": date(2025, 1, 31)}  # later: not yet known


def test_a_row_that_names_its_sources_is_believed(connection: duckdb.DuckDBPyConnection) -> None:
    index = lineage.SourceIndex(connection, GRAPH, date(2026, 8, 12))
    assert index.ids("top", ["sec"]) == ["sec"]
    assert index.ids("top", []) == ["epoch", "press", "sec"]
    assert index.source("sec").newest_date == date(2025, 1, 31)
    with pytest.raises(FigureError, match="expected a row for press"):
        index.source("press")
