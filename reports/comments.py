"""Descriptions of the dbt project as comments inside the database file.

A column that a model does not describe itself takes the words of the nearest model that has a
column of that name: same name, same quantity (STYLE). dbt's own persist_docs sends a statement a
column through its macros, which costs more than all models together.
"""

from typing import Any

import duckdb

from reports.errors import RunError


def _literal(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _described(lineage: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{node['schema']}.{node['identifier']}": node
        for kind in ("nodes", "sources")
        for node in lineage[kind].values()
    }


def column_words(lineage: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Description of each column by table: its own words, else a neighbour's.

    Neighbours are searched breadth first, downstream before upstream.
    """
    nodes = {**lineage["nodes"], **lineage["sources"]}
    parents = {name: list(node["depends_on"]["nodes"]) for name, node in nodes.items()}
    children: dict[str, list[str]] = {name: [] for name in nodes}
    for name, upstream in parents.items():
        for parent in upstream:
            children.get(parent, []).append(name)
    words = {}
    for name, node in nodes.items():
        reached = _breadth_first(name, children) + _breadth_first(name, parents)
        table = f"{node['schema']}.{node['identifier']}"
        words[table] = {}
        for near in reversed([n for n in reached if n in nodes]):
            for column, entry in nodes[near]["columns"].items():
                if entry["description"]:
                    words[table][column] = entry["description"]
        for column, entry in node["columns"].items():
            if entry["description"]:
                words[table][column] = entry["description"]
    return words


def _breadth_first(start: str, edges: dict[str, list[str]]) -> list[str]:
    seen, queue = {start}, [start]
    for name in queue:
        for neighbour in edges.get(name, []):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
    return queue[1:]


COMMON = {
    "fact_id": "Key of the fact: its table and the parts of its key, joined by slashes.",
    "raw_line": "Line of the bundled CSV file that the fact stands on.",
    "case_id": "Case that the method was run on: a base case, or one choice changed.",
}
PROVENANCE = {
    "snapshot_id": "Key of the bytes that were loaded.",
    "table_name": "Table of the raw schema that they were loaded into.",
    "file": "File in the project that they came from.",
    "sha256": "Checksum of the file.",
    "row_count": "Rows loaded.",
    "byte_count": "Size of the file in bytes.",
}


def write_comments(connection: duckdb.DuckDBPyConnection, lineage: dict[str, Any]) -> None:
    """Comment every table, view and column.

    Raises:
        RunError: a table or a column has no description anywhere.
    """
    tables = _described(lineage)
    words = column_words(lineage)
    words["raw.snapshots"] = PROVENANCE
    missing = []
    connection.execute("begin")
    for schema, table, kind, columns in connection.execute(
        "select t.table_schema, t.table_name, t.table_type, list(c.column_name order by "
        "c.ordinal_position) from information_schema.tables as t inner join "
        "information_schema.columns as c using (table_schema, table_name) "
        "where t.table_schema not in ('main') group by all order by all"
    ).fetchall():
        name = f"{schema}.{table}"
        text = tables.get(name, {}).get("description", "")
        if name == "raw.snapshots":
            text = "Files that were loaded, with checksums. One row per file."
        missing += [] if text else [name]
        keyword = "view" if kind == "VIEW" else "table"
        connection.execute(f'comment on {keyword} {schema}."{table}" is {_literal(text)}')
        for column in columns:
            text = words.get(name, {}).get(column) or COMMON.get(column, "")
            missing += [] if text else [f"{name}.{column}"]
            connection.execute(
                f'comment on column {schema}."{table}"."{column}" is {_literal(text)}'
            )
    connection.execute("commit")
    if missing:
        raise RunError(
            f"{missing[0]}: expected a description, found none ({len(missing)} missing); add it to "
            "the .yml beside the model"
        )
