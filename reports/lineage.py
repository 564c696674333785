"""From a mart back to the raw tables it was made of, and to the sources in them.

The graph comes from dbt's manifest (or what a vintage keeps of it); which sources a raw table
holds is asked of the database, so that an as-of view names only what it used.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from reports.figures import FigureError, as_day

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """One publisher's product: who, where, under which licence, newest fact used."""

    source_id: str
    name: str
    publisher: str
    url: str
    licence: str
    newest_date: date | None


def node_of(manifest: Manifest, mart: str) -> tuple[str, dict[str, Any]]:
    """Id and node of a mart by its name.

    Raises:
        FigureError: the manifest has no such model.
    """
    name = mart.removeprefix("marts.")
    for unique_id, node in manifest["nodes"].items():
        if node["name"] == name and unique_id.startswith(("model.", "seed.")):
            return unique_id, node
    raise FigureError(f"lineage: expected a mart of the project, found {mart}")


def compiled_sql(manifest: Manifest, mart: str) -> str:
    """The SQL text that made a mart."""
    return (node_of(manifest, mart)[1].get("compiled_code") or "").strip()


def upstream(manifest: Manifest, mart: str) -> list[str]:
    """Ids of the mart and of every model, seed and raw table above it, in order."""
    waiting, seen = [node_of(manifest, mart)[0]], set()
    while waiting:
        unique_id = waiting.pop()
        if unique_id not in seen:
            seen.add(unique_id)
            node = manifest["nodes"].get(unique_id) or {}
            waiting += node.get("depends_on", {}).get("nodes", [])
    return sorted(seen)


def origin_tables(manifest: Manifest, mart: str) -> list[tuple[str, str]]:
    """Raw tables and seeds above a mart: (name in the database, publisher's id in the project)."""
    tables = []
    for unique_id in upstream(manifest, mart):
        kind, _, group, *_ = unique_id.split(".")
        node = manifest["sources" if kind == "source" else "nodes"].get(unique_id)
        if node and kind in ("source", "seed"):
            name = node.get("identifier") or node.get("alias") or node["name"]
            tables.append((f"{node['schema']}.{name}", group if kind == "source" else ""))
    return tables


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    schema, name = table.split(".", 1)
    rows = connection.execute(
        "select column_name from information_schema.columns"
        " where table_schema = ? and table_name = ?",
        [schema, name],
    ).fetchall()
    return {row[0] for row in rows}


def newest_by_source(
    connection: duckdb.DuckDBPyConnection, manifest: Manifest, mart: str, as_of_date: date
) -> dict[str, date | None]:
    """Sources in the raw tables above a mart, with the newest known date up to the day of view."""
    newest: dict[str, date | None] = {}
    for table, group in origin_tables(manifest, mart):
        columns = _columns(connection, table)
        if not columns or ("source_id" not in columns and group in ("", "bundled")):
            continue
        source = "source_id" if "source_id" in columns else f"'{group}'"
        known = "known_from_date" if "known_from_date" in columns else "null"
        schema, name = table.split(".", 1)
        rows = connection.execute(
            f"select {source} as source_id, max(left(cast({known} as text), 10)) as newest"
            f' from "{schema}"."{name}"'
            f" where {known} is null or left(cast({known} as text), 10) <= ?"
            " group by 1 order by 1",
            [as_of_date.isoformat()],
        ).fetchall()
        for source_id, day in rows:
            days = [as_day(day), newest.get(source_id)]
            if source_id:
                newest[source_id] = max((d for d in days if d), default=None)
    return dict(sorted(newest.items()))


def source_table(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """Every source by id: source_name, publisher, source_url, licence, newest_date."""
    for schema in ("marts", "seeds"):
        columns = _columns(connection, f"{schema}.data_sources")
        if columns:
            newest = "newest_known_date" if "newest_known_date" in columns else "null"
            rows = connection.execute(
                "select source_id, source_name, publisher, source_url, licence,"
                f" cast({newest} as text)"
                f" from {schema}.data_sources"
            ).fetchall()
            names = ("source_name", "publisher", "source_url", "licence", "newest_date")
            return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}
    raise FigureError("lineage: expected a table marts.data_sources, found none")


class SourceIndex:
    """Answers what a figure rests on; each mart is looked up once.

    State: the answers so far, because many figures share a mart.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, manifest: Manifest, as_of_date: date
    ) -> None:
        self.connection, self.manifest, self.as_of_date = connection, manifest, as_of_date
        self.listed = source_table(connection)
        self._marts: dict[str, dict[str, date | None]] = {}

    def ids(self, mart: str, named: list[str]) -> list[str]:
        """Source ids of a figure: those its rows name, else all that its mart was made of."""
        return list(dict.fromkeys(named)) or list(self._newest(mart))

    def _newest(self, mart: str) -> dict[str, date | None]:
        if mart not in self._marts:
            self._marts[mart] = newest_by_source(
                self.connection, self.manifest, mart, self.as_of_date
            )
        return self._marts[mart]

    def source(self, source_id: str) -> Source:
        """One source with its licence and the newest date on which a fact of it became known.

        Raises:
            FigureError: the source is not listed in data_sources.
        """
        entry = self.listed.get(source_id)
        if entry is None:
            raise FigureError(
                f"data_sources: expected a row for {source_id}, found none; add one to the seed"
            )
        days = [mart[source_id] for mart in self._marts.values() if mart.get(source_id)]
        days += [as_day(entry["newest_date"])] if entry["newest_date"] else []
        return Source(
            source_id,
            entry["source_name"] or source_id,
            entry["publisher"] or "",
            entry["source_url"] or "",
            entry["licence"] or "",
            max(days, default=None),
        )
