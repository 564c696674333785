"""Builds one warehouse file: raw, dbt models and tests, comments, Parquet twins, lineage.

Runs in a process of its own (python -m reports.warehouse), because dbt takes over logging and
holds the database open, and because the memos' libraries can be loaded meanwhile. It writes its
progress as lines `done<TAB>total<TAB>what` to standard output.
"""

import argparse
import contextlib
import gc
import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb

from ingest.load import load
from ingest.source import SourceError
from reports.errors import BUSY, DATA, RunError

FAILED = "failed: "  # starts the last line of progress of a run that cannot go on
NODE_KEYS = (
    "name",
    "schema",
    "resource_type",
    "description",
    "original_file_path",
    "compiled_code",
)


def tell(done: int, total: int, what: str) -> None:
    """One line of progress for the parent process."""
    print(f"{done}\t{total}\t{what}", flush=True)


def parse(options: list[str]) -> Any:
    """dbt's manifest of the project; what has not changed since the last run is not read again.

    Raises:
        RunError: the project does not parse.
    """
    from dbt.cli.main import dbtRunner  # 1.6 s to import: only where it is needed

    result = dbtRunner().invoke(["parse", *options])
    if result.exception:
        raise RunError(f"dbt_project: expected models that parse, found {result.exception}")
    return result.result


def run_dbt(options: list[str], manifest: Any) -> dict[str, float]:
    """Seeds, models and data tests in dependency order; the manifest then holds what was run.

    Unit tests say nothing about the data of a run: they are for `make test`.

    Returns: seconds of each node by its unique id.

    Raises:
        RunError: a model failed or a test found rows; names the first node and says how many.
    """
    from dbt.cli.main import dbtRunner

    state = {"done": 0, "total": 0}

    def on_event(event: Any) -> None:
        if event.info.name == "ConcurrencyLine":
            state["total"] = event.data.node_count or 0
        elif event.info.name == "NodeFinished":
            state["done"] += 1
            tell(state["done"], max(state["total"], state["done"]), event.data.node_info.node_name)

    runner = dbtRunner(manifest=manifest, callbacks=[on_event])
    result = runner.invoke(["build", *options, "--exclude-resource-type", "unit_test"])
    close_connections()
    if result.exception:
        raise RunError(f"dbt_project: expected models that run, found {result.exception}")
    failed = [node for node in result.result if node.status in ("error", "fail")]
    if failed:
        first = failed[0]
        raise RunError(
            f"dbt_project/{first.node.original_file_path} ({first.node.name}): expected a good "
            f"result, found {first.message} ({len(failed)} nodes failed); correct the data or the "
            "model"
        )
    return {node.node.unique_id: node.execution_time for node in result.result}


def dbt_options(project: Path, target: Path, variables: dict[str, Any]) -> list[str]:
    """Command line that dbt's commands share; artefacts that nothing reads are not written."""
    folder = str(project / "dbt_project")
    return [
        *("--project-dir", folder, "--profiles-dir", folder, "--target-path", str(target)),
        *("--log-path", str(target / "logs"), "--vars", json.dumps(variables)),
        *("--log-level", "none", "--log-level-file", "none", "--no-use-colors"),
        "--no-write-json",
    ]


def make_tables(
    project: Path, database: Path, target: Path, variables: dict[str, Any]
) -> dict[str, Any]:
    """Raw and everything that dbt makes of it; dbt is read in while the facts are loaded.

    The database goes to dbt as a bare name in the working folder: dbt reads the whole project anew
    when the path in its profile is not the one of the last run.

    Returns: dbt's manifest as a dictionary, with compiled SQL.
    """
    os.environ["AI_ECONOMICS_DATABASE"] = database.name
    os.environ["DO_NOT_TRACK"] = "1"
    options = dbt_options(project, target, variables)
    with contextlib.chdir(database.parent), ThreadPoolExecutor(1) as pool:
        loaded = pool.submit(load, project, database, lambda place: tell(0, 0, f"load {place}"))
        try:
            manifest = parse(options)
        finally:
            loaded.result()  # a fault in the facts goes before one in the project
        seconds = run_dbt(options, manifest)
    (target / "seconds.json").write_text(json.dumps(seconds, indent=1), encoding="utf-8")
    return manifest.writable_manifest().to_dict(omit_none=False)


def close_connections() -> None:
    """Let go of the file: dbt's adapter keeps it open for the life of the process."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager

    DuckDBConnectionManager.close_all_connections()


def lineage_of(manifest: dict[str, Any]) -> dict[str, Any]:
    """What is kept of dbt's manifest: nodes, sources, columns, dependencies, compiled SQL."""
    kept: dict[str, Any] = {"nodes": {}, "sources": {}}
    for kind, resources in (("nodes", ("model", "seed")), ("sources", ("source",))):
        for unique_id, node in sorted(manifest[kind].items()):
            if node["resource_type"] not in resources:
                continue
            entry = {key: node[key] for key in NODE_KEYS if node.get(key)}
            entry["identifier"] = node.get("identifier") or node.get("alias") or node["name"]
            entry["depends_on"] = {"nodes": sorted(node.get("depends_on", {}).get("nodes", []))}
            entry["columns"] = {
                name: {
                    "description": " ".join((column["description"] or "").split()),
                    "meta": (column.get("config") or {}).get("meta") or column.get("meta") or {},
                }
                for name, column in sorted(node["columns"].items())
            }
            kept[kind][unique_id] = entry
    return kept


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Parquet twins of the marts, rows in order of all columns so that bytes repeat."""
    folder.mkdir()
    tables = connection.execute(
        "select table_name from information_schema.tables where table_schema = 'marts' order by 1"
    ).fetchall()
    for (table,) in tables:
        path = str(folder / f"{table}.parquet").replace("'", "''")
        connection.execute(
            f"copy (select * from marts.\"{table}\" order by all) to '{path}' (format parquet)"
        )


def build(project: Path, work: Path, target: Path, variables: dict[str, Any]) -> None:
    """The whole warehouse of one vintage into the work folder."""
    from reports.comments import write_comments

    database = work / "ai_economics.duckdb"
    lineage = lineage_of(make_tables(project, database, target, variables))
    tell(0, 0, "comments and Parquet twins")
    with duckdb.connect(str(database)) as connection:
        write_comments(connection, lineage)
        write_parquet(connection, work / "parquet")
        connection.execute("checkpoint")
    (work / "lineage.json").write_text(
        json.dumps(lineage, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def follow_parent() -> None:
    """End this process when its parent does: then nobody writes into a folder that is swept.

    The parent keeps our standard input open and never writes to it; its end is the parent's end.
    """

    def wait() -> None:
        os.read(sys.stdin.fileno(), 1)
        os._exit(BUSY)

    threading.Thread(target=wait, daemon=True).start()


def main() -> int:
    """Entry of the child process. Returns 0, or 3 after a last line that says what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--project", "--work", "--target"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--vars", type=json.loads, required=True)
    options = parser.parse_args()
    follow_parent()
    gc.disable()  # the process is short; the search for cycles costs more than it frees
    try:
        build(options.project, options.work, options.target, options.vars)
    except (SourceError, RunError) as error:
        tell(0, 0, f"{FAILED}{error}")  # libraries write to standard error until the very end
        return DATA
    finally:
        gc.enable()  # at the end Python then clears up what DuckDB's bindings would complain about
    return 0


if __name__ == "__main__":
    sys.exit(main())
