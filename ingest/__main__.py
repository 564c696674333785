"""Command line of the ingestion: python -m ingest list | load."""

import argparse
import sys
from pathlib import Path

from ingest.contracts import read_contracts
from ingest.load import load
from ingest.source import SourceError

PROJECT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one verb. Returns the exit code: 0 done, 2 wrong usage, 3 bad data."""
    parser = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="tables of bundled facts with key and number of rows")
    loading = verbs.add_parser("load", help="bundled facts into the raw schema of a new database")
    loading.add_argument("--database", type=Path, required=True, help="DuckDB file to create")
    options = parser.parse_args(arguments)
    try:
        return _list() if options.verb == "list" else _load(options.database)
    except SourceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 3


def _list() -> int:
    for contract in read_contracts(PROJECT):
        with contract.file.open(encoding="utf-8") as file:
            rows = sum(1 for _ in file) - 1
        print(
            f"{contract.kind:8} {contract.table:28} {rows:6} rows  key: {', '.join(contract.key)}"
        )
    return 0


def _load(database: Path) -> int:
    rows = load(PROJECT, database)
    print(f"{rows} rows loaded into {database}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
