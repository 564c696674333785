"""Bundled facts to the raw schema: every cell as typed, checked against its contract first.

raw.bundled__<table>: fact_id (table and key, joined by slashes), raw_line (line of the CSV file),
then the columns of the file, all text. raw.snapshots: one row per file loaded, with its sha256.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import duckdb

from ingest.contracts import Column, Contract, read_contracts
from ingest.source import SourceError

STORAGE_VERSION = "v1.2.0"  # any DuckDB client from 1.2 on opens the file
NUMBER = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
PATTERNS = {  # what a cell of a type looks like; a cast alone takes '1.5' for an integer
    "date": (r"^\d{4}-\d{2}-\d{2}$", "a date YYYY-MM-DD"),
    "timestamp": (r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?Z?$", "a time YYYY-MM-DD HH:MM:SS"),
    "integer": (r"^[-+]?\d+$", "a whole number"),
    "bigint": (r"^[-+]?\d+$", "a whole number"),
    "boolean": (r"^(true|false)$", "true or false"),
    "double": (NUMBER, "a number"),
    "decimal": (NUMBER, "a number"),
}


def load(project: Path, database: Path, progress: Callable[[str], None] = lambda text: None) -> int:
    """Create the database and fill its raw schema from the bundled facts.

    Returns: number of rows loaded. Grain of each table: one row per line of its file.

    Raises:
        SourceError: a file breaks its contract, or the database exists already.
    """
    if database.exists():
        raise SourceError(f"{database}: expected no file here, found one; remove it first")
    contracts = read_contracts(project)
    limits = {"memory_limit": "1200MB", "temp_directory": f"{database}.tmp"}
    with duckdb.connect(config=limits) as connection:
        connection.execute(
            f"attach '{_quoted(database)}' as warehouse (storage_version '{STORAGE_VERSION}')"
        )
        connection.execute("use warehouse")
        connection.execute("set autoinstall_known_extensions = false")
        connection.execute("create schema raw")
        connection.execute(
            "create table raw.snapshots (snapshot_id text, table_name text, file text, "
            "sha256 text, row_count bigint, byte_count bigint)"
        )
        return sum(_load_one(connection, project, contract, progress) for contract in contracts)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _load_one(
    connection: duckdb.DuckDBPyConnection,
    project: Path,
    contract: Contract,
    progress: Callable[[str], None],
) -> int:
    """Check one file; bundled facts stay in raw, seeds are only checked: dbt loads them."""
    place = contract.file.relative_to(project).as_posix()
    progress(place)
    _check_header(contract, place)
    _read_file(connection, contract, place)
    rows = connection.execute(f"select count(*) from {_cells(contract)}").fetchall()[0][0]
    _check_lines(contract, place, rows)
    _check_cells(connection, contract, place, project)
    _check_key(connection, contract, place)
    if contract.kind == "bundled":
        _keep(connection, contract, place, rows)
    connection.execute(f"drop table {_cells(contract)}")
    return rows


def _cells(contract: Contract) -> str:
    return f'"cells_{contract.table}"'


def _check_header(contract: Contract, place: str) -> None:
    with contract.file.open(encoding="utf-8", errors="replace") as file:
        header = file.readline().rstrip("\r\n").lstrip("\ufeff").split(",")
    expected = [column.name for column in contract.columns]
    if header == expected:
        return
    missing = [name for name in expected if name not in header]
    unknown = [name for name in header if name not in expected]
    found = f"missing {', '.join(missing) or 'none'}; unknown {', '.join(unknown) or 'none'}"
    raise SourceError(
        f"{place} line 1: expected the columns {','.join(expected)}; found {found}"
        f"{'' if missing or unknown else ' (order differs)'}; "
        f"restore the header or change the contract {contract.contract_file.name}"
    )


def _read_file(connection: duckdb.DuckDBPyConnection, contract: Contract, place: str) -> None:
    names = ", ".join(f"'{column.name}': 'varchar'" for column in contract.columns)
    try:
        connection.execute(
            f"create temp table {_cells(contract)} as "
            f"select row_number() over () + 1 as raw_line, * from read_csv("
            f"'{_quoted(contract.file)}', header = true, delim = ',', quote = '\"', escape = '\"', "
            f"nullstr = '', allow_quoted_nulls = true, auto_detect = false, parallel = false, "
            f"strict_mode = true, columns = {{{names}}})"
        )
    except duckdb.Error as error:
        line = re.search(r"[Ll]ine:?\s+(\d+)", str(error))
        reason = re.search(r"(Expected Number of Columns: \d+ Found: \d+|[^\n]+)", str(error))
        raise SourceError(
            f"{place} line {line.group(1) if line else 'unknown'}: expected "
            f"{len(contract.columns)} well-formed cells in UTF-8, found: "
            f"{reason.group(1) if reason else 'unreadable text'}; correct the line"
        ) from error


def _faults(column: Column) -> list[tuple[str, str]]:
    """Pairs of (SQL that is true for a bad cell, what was expected) of one column."""
    cell = f'"{column.name}"'
    faults = [(f"{cell} is null", "a value")] if column.required else []
    faults.append((
        f"regexp_matches({cell}, '[\\x00-\\x1F\\x7F]') or {cell} <> trim({cell})",
        "text without control characters and without blanks at its ends",
    ))  # fmt: skip
    base = column.data_type.split("(")[0].lower()
    if base in PATTERNS:
        pattern, words = PATTERNS[base]
        bad = f"not regexp_matches({cell}, '{pattern}') or try_cast({cell} as {column.data_type})"
        faults.append((f"{cell} is not null and ({bad} is null)", f"{words} ({column.data_type})"))
    if column.values:
        expected = f"one of {', '.join(column.values)}"
        faults.append((f"{cell} not in ({_words(column.values)})", expected))
    if column.low is not None or column.high is not None:
        faults.append((_outside(column, cell, base), _range_words(column)))
    return faults


def _check_lines(contract: Contract, place: str, rows: int) -> None:
    """One row a line: DuckDB drops the rest of a file, silently, where a quote is never closed."""
    with contract.file.open("rb") as file:
        lines = sum(1 for _ in file) - 1
    if rows == lines:
        return
    with contract.file.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if not line.strip() or line.count('"') % 2:
                raise SourceError(
                    f"{place} line {number}: expected a row on a line of its own with every quote "
                    f"closed, found {line.strip()[:40]!r}; correct the line"
                )
    raise SourceError(
        f"{place}: expected {lines} rows, one a line, found {rows}; look for stray quotes"
    )


def _words(words: tuple[str, ...]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)


def _outside(column: Column, cell: str, base: str) -> str:
    kind = base if base in ("date", "timestamp") else "double"
    parts = []
    if column.low is not None:
        parts.append(f"try_cast({cell} as {kind}) < cast('{column.low}' as {kind})")
    if column.high is not None:
        parts.append(f"try_cast({cell} as {kind}) > cast('{column.high}' as {kind})")
    conditions = [f'"{name}" in ({_words(words)})' for name, words in column.when]
    return " and ".join([f"({' or '.join(parts)})", *conditions])


def _range_words(column: Column) -> str:
    low = "any" if column.low is None else f"{column.low}"
    high = "any" if column.high is None else f"{column.high}"
    if column.data_type in ("date", "timestamp"):
        return f"a day from {low} to {high}"
    return f"a value from {low} to {high} (check the unit: a factor of 1000 is the usual cause)"


def _check_cells(
    connection: duckdb.DuckDBPyConnection, contract: Contract, place: str, project: Path
) -> None:
    faults = [(column, *fault) for column in contract.columns for fault in _faults(column)]
    if not faults:
        return
    counts = ", ".join(f"count(*) filter (where {condition})" for _, condition, _ in faults)
    found = connection.execute(f"select {counts} from {_cells(contract)}").fetchall()[0]
    for (column, condition, expected), count in zip(faults, found, strict=True):
        if count:
            line, cell = connection.execute(
                f'select raw_line, "{column.name}" from {_cells(contract)} where {condition} '
                "order by raw_line limit 1"
            ).fetchall()[0]
            more = f" (and {count - 1} more)" if count > 1 else ""
            raise SourceError(
                f"{place} line {line}, column {column.name}: expected {expected}, found "
                f"{'nothing' if cell is None else repr(cell)}{more}; correct the cell from its "
                f"source, or the contract {contract.contract_file.relative_to(project).as_posix()}"
            )


def _check_key(connection: duckdb.DuckDBPyConnection, contract: Contract, place: str) -> None:
    if not contract.key:
        raise SourceError(f"{place}: expected a key in the contract, found none; add meta.key")
    key = ", ".join(f'"{name}"' for name in contract.key)
    twice = connection.execute(
        f"select min(raw_line), max(raw_line), {key} from {_cells(contract)} "
        f"group by {key} having count(*) > 1 order by 1 limit 1"
    ).fetchall()
    if twice:
        first, second, *values = twice[0]
        pairs = ", ".join(
            f"{name}={value}" for name, value in zip(contract.key, values, strict=True)
        )
        raise SourceError(
            f"{place} line {second}: expected a new key, found {pairs} again (first on line "
            f"{first}); remove one of the two lines"
        )


def _keep(connection: duckdb.DuckDBPyConnection, contract: Contract, place: str, rows: int) -> None:
    parts = ", ".join(f"coalesce(\"{name}\", '')" for name in contract.key)
    names = ", ".join(f'"{column.name}"' for column in contract.columns)
    connection.execute(
        f'create table raw."{contract.raw_table}" as '
        f"select '{contract.table}/' || concat_ws('/', {parts}) as fact_id, "
        f"cast(cells.raw_line as varchar) as raw_line, {names} from {_cells(contract)} as cells "
        "order by cells.raw_line"
    )
    with contract.file.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    connection.execute(
        "insert into raw.snapshots values (?, ?, ?, ?, ?, ?)",
        [
            f"bundled_{digest[:12]}",
            contract.raw_table,
            place,
            digest,
            rows,
            contract.file.stat().st_size,
        ],
    )
