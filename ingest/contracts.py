"""Contracts of the tables that people keep by hand: bundled facts and dbt seeds.

A contract is the description that dbt reads as well: the `sources:` entry beside a staging model
(bundled facts) or the `seeds:` entry beside a seed. Nothing about a column is written twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ingest.source import SourceError

# The C parser is about ten times faster; it is missing only where libyaml was not compiled in.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Column:
    """One column: logical type, and what its cells may hold."""

    name: str
    data_type: str
    required: bool = False
    low: Any = None
    high: Any = None
    values: tuple[str, ...] = ()
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Contract:
    """One table: its file, its key, its columns in the order of the file."""

    table: str
    kind: str  # "bundled" or "seed"
    file: Path
    contract_file: Path
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def raw_table(self) -> str:
        """Name in the raw schema, `bundled__<table>`."""
        return f"bundled__{self.table}"


def read_contracts(project: Path) -> list[Contract]:
    """All contracts of the project, by kind and table name.

    Raises:
        SourceError: a contract names no file, or a file of bundled facts has no contract.
    """
    contracts = sorted(_find(project), key=lambda contract: (contract.kind, contract.table))
    described = {contract.file for contract in contracts}
    for contract in contracts:
        if not contract.file.is_file():
            raise SourceError(
                f"{_place(project, contract.contract_file)}: expected the file "
                f"{_place(project, contract.file)}, found none; restore it or remove the contract"
            )
    for folder in (project / "ingest/bundled", project / "dbt_project/seeds"):
        for file in sorted(folder.glob("*.csv")):
            if file not in described:
                raise SourceError(
                    f"{_place(project, file)}: expected a contract for this table, found none; "
                    "describe its columns as CONTRACTS in README.md says"
                )
    return contracts


def _place(project: Path, file: Path) -> str:
    return file.relative_to(project).as_posix()


def _find(project: Path) -> Iterator[Contract]:
    for path in sorted((project / "dbt_project/models/staging/bundled").glob("*.yml")):
        for source in _read(path).get("sources", []):
            for table in source["tables"]:
                file = project / "ingest/bundled" / f"{table['name']}.csv"
                yield _contract(table, "bundled", file, path)
    for path in sorted((project / "dbt_project/seeds").glob("*.yml")):
        for seed in _read(path).get("seeds", []):
            file = project / "dbt_project/seeds" / f"{seed['name']}.csv"
            yield _contract(seed, "seed", file, path)


def _read(path: Path) -> dict[str, Any]:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader) or {}
    except yaml.YAMLError as error:
        found = " ".join(str(error).split())
        raise SourceError(f"{path.name}: expected YAML, found {found}; correct the file") from error


def _meta(node: dict[str, Any]) -> dict[str, Any]:
    return (node.get("config") or {}).get("meta") or {}


def _contract(table: dict[str, Any], kind: str, file: Path, path: Path) -> Contract:
    return Contract(
        table=table["name"],
        kind=kind,
        file=file,
        contract_file=path,
        key=tuple(_meta(table).get("key", ())),
        columns=tuple(_column(column) for column in table.get("columns", [])),
    )


def _column(column: dict[str, Any]) -> Column:
    meta = _meta(column)
    when = meta.get("when") or {}
    return Column(
        name=column["name"],
        data_type=column.get("data_type", "text"),
        required=bool(meta.get("required", False)),
        low=meta.get("low"),
        high=meta.get("high"),
        values=tuple(_word(value) for value in meta.get("values", ())),
        when=tuple((name, tuple(_word(value) for value in words)) for name, words in when.items()),
    )


def _word(value: Any) -> str:
    """A word as it stands in a CSV cell: YAML reads a bare true as a truth value."""
    return str(value).lower() if isinstance(value, bool) else str(value)
