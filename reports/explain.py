"""One figure in the terminal: what is printed, and the whole way back to the raw rows."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb

from reports import format, lineage
from reports.audit import read_vintage
from reports.errors import USAGE, RunError
from reports.evaluate import rows_of
from reports.evidence import interval_of
from reports.figures import (
    Chart,
    Fact,
    FigureError,
    Memo,
    Number,
    Row,
    Table,
    as_day,
    printed,
    sources_of,
)
from reports.render import load_memo

MOST_FACTS, MOST_ROWS = 12, 8
BUNDLED = "bundled__"


def explain(project: Path, folder: Path, memo: str, figure: str) -> str:
    """Explain a figure of the published vintage; `figure` is its id or the key of a line (P03).

    Raises:
        RunError: exit code 2, the memo or the figure is unknown.
    """
    vintage, names = read_vintage(folder)
    if memo not in names:
        raise RunError(f"memo: expected one of {', '.join(names)}, found {memo}", USAGE)
    declared = load_memo(memo)
    kept = folder / "memos" / memo / "figures.json"
    wanted = _by_line(json.loads(kept.read_text(encoding="utf-8")), figure)
    graph = json.loads((folder / "lineage.json").read_text(encoding="utf-8"))
    with duckdb.connect(str(folder / "ai_economics.duckdb"), read_only=True) as connection:
        index = lineage.SourceIndex(connection, graph, vintage.as_of_date)
        return explain_figure(connection, graph, index, declared, wanted)


def _by_line(kept: dict[str, Any], figure: str) -> str:
    return next((line["figure"] for line in kept["lines"] if line["id"] == figure), figure)


def find(memo: Memo, figure: str) -> Number | Table | Chart:
    """A figure of a memo by its id.

    Raises:
        RunError: exit code 2, there is no such figure.
    """
    shown = [one for one in memo.figures if not isinstance(one, Fact)]
    for one in shown:
        if one.id == figure:
            return one
    known = ", ".join(one.id for one in shown)
    raise RunError(f"{memo.id}: expected one of the figures {known}, found {figure}", USAGE)


def explain_figure(
    connection: duckdb.DuckDBPyConnection, graph: dict[str, Any], index: lineage.SourceIndex,
    memo: Memo, name: str,
) -> str:  # fmt: skip
    """The text that `explain` prints."""
    figure = find(memo, name)
    queries = figure.queries if isinstance(figure, Chart) else {"query": figure.sql}
    answers = {query: rows_of(connection, sql) for query, sql in queries.items()}
    rows = [row for answer in answers.values() for row in answer]
    keys = keys_of(figure, rows)
    found = mart_rows(connection, graph, figure.mart, keys)
    parts = [_head(memo, figure, rows, index.as_of_date.isoformat())]
    for query, sql in queries.items():
        parts.append(_section(f"SQL ({query})", sql.strip()))
    parts.append(_section("Answer", _rows_text(rows)))
    for mart, own in found.items():
        parts.append(_section(f"Rows of marts.{mart} for {_few(keys)}", _rows_text(own)))
    every = [*rows, *(row for own in found.values() for row in own)]
    parts.append(_section("Facts behind it", _facts_text(connection, fact_ids(every))))
    parts.append(_section(f"Compiled SQL of marts.{figure.mart}",
                          lineage.compiled_sql(graph, figure.mart) or "not kept"))  # fmt: skip
    named = [source for row in rows for source in sources_of(row)]
    parts.append(_section("Sources", _sources_text(index, index.ids(figure.mart, named))))
    return "\n\n".join(parts)


def _few(keys: list[str]) -> str:
    return ", ".join(keys[:3]) + (f" and {len(keys) - 3} more" if len(keys) > 3 else "")


def _section(title: str, text: str) -> str:
    return f"{title}\n" + "\n".join(f"  {line}" for line in text.splitlines())


def _head(memo: Memo, figure: Number | Table | Chart, rows: list[Row], as_of: str) -> str:
    lines = [f"{memo.id}, {figure.id}: {getattr(figure, 'label', '') or type(figure).__name__}"]
    if isinstance(figure, Number):
        if len(rows) != 1:
            raise FigureError(f"{memo.id}, {figure.id}: expected one row, found {len(rows)}")
        row = rows[0]
        span = interval_of(figure, row.get("low"), row.get("high"), "table")
        lines += [
            f"printed     {printed(figure, row['value'], row.get('flag'))}",
            f"full value  {format.full(row['value']) or 'null'}",
            f"unit        {figure.unit}",
            f"interval    {span or 'none'} {row.get('interval_kind') or ''}".rstrip(),
            f"n           {format.full(row.get('n')) or 'none'}",
            f"as of       {format.full(as_day(row.get('as_of_date'))) or as_of}",
            f"evidence    {row.get('evidence_class') or 'derived'}",
        ]
    return "\n".join([*lines, f"method      {figure.method}", f"mart        marts.{figure.mart}"])


def _rows_text(rows: list[Row]) -> str:
    shown = [
        ", ".join(f"{name} = {format.full(value) or 'null'}" for name, value in row.items())
        for row in rows[:MOST_ROWS]
    ]
    if len(rows) > MOST_ROWS:
        shown.append(f"and {len(rows) - MOST_ROWS} rows more")
    return "\n".join(shown) or "none"


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """Names of the columns of a table; none where it does not exist."""
    schema, name = table.split(".", 1)
    rows = connection.execute(
        "select column_name from information_schema.columns"
        " where table_schema = ? and table_name = ? order by ordinal_position",
        [schema, name],
    ).fetchall()
    return [row[0] for row in rows]


def _is_key(column: str) -> bool:
    return column.endswith("_id") and column not in ("fact_id", "source_id")


def keys_of(figure: Number | Table | Chart, rows: list[Row]) -> list[str]:
    """What the rows of a figure call their cases: values of `key` and of columns ending in _id."""
    own = ("key", figure.key) if isinstance(figure, Table) else ("key",)
    found = {
        str(value) for row in rows for name, value in row.items()
        if value is not None and (name in own or _is_key(name))
    }  # fmt: skip
    return sorted(found)


def mart_rows(
    connection: duckdb.DuckDBPyConnection, graph: dict[str, Any], mart: str, keys: list[str]
) -> dict[str, list[Row]]:
    """Rows of the mart, and of the marts above it, that belong to the same cases."""
    found = {}
    above = [graph["nodes"].get(unique_id) for unique_id in lineage.upstream(graph, mart)]
    names = [node["name"] for node in above if node and node["schema"] == "marts"]
    for name in sorted(names, key=lambda name: (name != mart, name)):
        columns = [column for column in columns_of(connection, f"marts.{name}") if _is_key(column)]
        if keys and columns:
            marks = ", ".join("?" for _ in keys)
            tests = " or ".join(f"cast({column} as text) in ({marks})" for column in columns)
            sql = f'select * from marts."{name}" where {tests} order by all'
            found[name] = _fetch(connection, sql, keys * len(columns))
    return {name: rows for name, rows in found.items() if rows}


def _fetch(connection: duckdb.DuckDBPyConnection, sql: str, values: list[str]) -> list[Row]:
    cursor = connection.execute(sql, values)
    heads = [column[0] for column in cursor.description]
    return [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]


def fact_ids(rows: list[Row]) -> list[str]:
    """All fact ids that rows name in columns ending in fact_id or fact_ids."""
    found: dict[str, None] = {}
    for row in rows:
        for name, value in row.items():
            if value and name.endswith(("fact_id", "fact_ids")):
                listed = value if isinstance(value, list) else re.split(r"\s*[;|]\s*|,\s+", value)
                found.update(dict.fromkeys(str(one) for one in listed if one))
    return list(found)


def _raw_table(connection: duckdb.DuckDBPyConnection, fact_id: str) -> str:
    group = fact_id.split("/", 1)[0]
    for name in (f"{BUNDLED}{group}", group):
        if columns_of(connection, f"raw.{name}"):
            return name
    return ""


def _facts_text(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> str:
    lines = []
    for fact_id in ids[:MOST_FACTS]:
        table = _raw_table(connection, fact_id)
        rows: list[Row] = []
        if table:
            rows = _fetch(connection, f'select * from raw."{table}" where fact_id = ?', [fact_id])
        if not rows:
            lines.append(f"{fact_id}: its raw row is not in this file")
        for row in rows:
            place = f"line {row.pop('raw_line', None) or '?'}"
            if table.startswith(BUNDLED):
                place = f"ingest/bundled/{table.removeprefix(BUNDLED)}.csv {place}"
            known = {name: value for name, value in row.items() if value not in (None, "")}
            lines.append(f"{place}: {_rows_text([known])}")
    if len(ids) > MOST_FACTS:
        lines.append(f"and {len(ids) - MOST_FACTS} facts more")
    return "\n".join(lines) or "no column of this mart names single facts; see the compiled SQL"


def _sources_text(index: lineage.SourceIndex, ids: list[str]) -> str:
    sources = [index.source(source_id) for source_id in ids]
    lines = [f"{s.source_id}: {s.name}; licence {s.licence}; {s.url}" for s in sources]
    return "\n".join(lines) or "none"
