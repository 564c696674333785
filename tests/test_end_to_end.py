"""The real project the whole way: the same bytes anywhere, tested queries, a past day untouched."""

import csv
import re
import subprocess
from pathlib import Path

import duckdb
import pytest

from tests.conftest import (
    build_side_by_side,
    command_environment,
    copy_project,
    published_bytes,
    run_python,
)

DAY = "2025-06-30"
LINES_MOVE = ("raw_line",)  # places in files, which move when rows are taken out


def test_two_builds_in_two_folders_are_the_same_bytes(twins: tuple[Path, Path]) -> None:
    first, second = (published_bytes(folder) for folder in twins)
    assert set(first) == set(second)
    differ = [name for name in first if first[name] != second[name]]
    assert [name for name in differ if not name.endswith(".duckdb")] == []


def test_every_memo_is_published_with_its_data(built: Path) -> None:
    names = run_python(built, "reports", "list").stdout.split()
    files = published_bytes(built)
    assert names
    for name in names:
        assert files[f"memos/{name}.pdf"].startswith(b"%PDF-")
        assert f"memos/{name}/figures.json" in files


def test_a_second_run_does_nothing(built: Path) -> None:
    before = published_bytes(built)
    done = run_python(built, "reports", "build")
    assert done.stdout.startswith("nothing to do, up to date"), done.stderr
    assert published_bytes(built) == before


def test_the_audit_agrees_with_every_printed_number(built: Path) -> None:
    done = run_python(built, "reports", "audit")
    assert done.returncode == 0, done.stdout


def test_a_run_leaves_nothing_that_git_would_see(built: Path) -> None:
    done = subprocess.run(
        ["git", "status", "--porcelain"], cwd=built, capture_output=True, text=True, check=True
    )
    changed = [line for line in done.stdout.splitlines() if not line.startswith("A  ")]
    assert changed == []


def test_every_table_and_column_of_the_published_file_has_a_comment(built: Path) -> None:
    database = built / "build/current/ai_economics.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        bare = connection.execute(
            "select schema_name, table_name, column_name from duckdb_columns() "
            "where not internal and coalesce(comment, '') = ''"
        ).fetchall()
    assert bare == []


def test_each_mart_has_a_parquet_twin_of_as_many_rows(built: Path) -> None:
    database = built / "build/current/ai_economics.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        tables = marts(connection)
        assert len(tables) > 15
        for table in tables:
            twin = built / f"build/current/parquet/{table}.parquet"
            rows = connection.execute(f'select count(*) from marts."{table}"').fetchall()
            assert connection.execute(f"select count(*) from '{twin}'").fetchall() == rows


def marts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the published tables."""
    rows = connection.execute(
        "select table_name from information_schema.tables where table_schema = 'marts' order by 1"
    ).fetchall()
    return [row[0] for row in rows]


def readme_queries(project: Path) -> list[str]:
    """The SQL of the README, one text a block."""
    text = (project / "README.md").read_text(encoding="utf-8")
    return re.findall(r"```sql\n(.*?)```", text, re.DOTALL)


def test_the_queries_of_the_readme_answer(project: Path, built: Path) -> None:
    queries = readme_queries(project)
    assert len(queries) >= 3
    database = built / "build/current/ai_economics.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        for query in queries:
            assert connection.execute(query).fetchall(), query


def test_the_readme_names_only_verbs_that_exist(project: Path) -> None:
    verbs = set(re.findall(r"^([a-z]+):", (project / "Makefile").read_text(), re.MULTILINE))
    text = (project / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`make ([a-z]+)", text)) <= verbs
    help_text = subprocess.run(
        ["make", "help"],
        cwd=project,
        env=command_environment(project),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "make report" in help_text


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Vintages of a past day: one from all facts, one from a project that ends on that day."""
    whole = copy_project(tmp_path_factory.mktemp("whole"))
    ended = copy_project(tmp_path_factory.mktemp("ended"))
    for path in (ended / "ingest/bundled").glob("*.csv"):
        forget_later_rows(path)
    build_side_by_side([whole, ended], "--as-of", DAY)
    first, second = (next((f / "build/vintages").glob("*_as_of")) for f in (whole, ended))
    return first, second


def forget_later_rows(path: Path) -> None:
    """Take out of a bundled file what was known only after the day."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    if "known_from_date" not in rows[0]:
        return
    place = rows[0].index("known_from_date")
    kept = [row for row in rows[1:] if row[place] <= DAY]  # a row without a date is kept
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([rows[0], *kept])


def test_what_was_known_later_does_not_change_a_past_day(past: tuple[Path, Path]) -> None:
    first, second = past
    with duckdb.connect() as connection:
        differ = [
            path.stem
            for path in sorted((first / "parquet").glob("*.parquet"))
            if rows_of(connection, path) != rows_of(connection, second / "parquet" / path.name)
        ]
    assert differ == []


def rows_of(connection: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[object, ...]]:
    """All rows of a Parquet twin, without places in files."""
    columns = connection.execute(f"describe select * from '{path}'").fetchall()
    names = ", ".join(f'"{row[0]}"' for row in columns if row[0] not in LINES_MOVE)
    return connection.execute(f"select {names} from '{path}' order by all").fetchall()


def test_the_numbers_of_a_past_day_are_the_same_too(past: tuple[Path, Path]) -> None:
    first, second = past
    numbers = sorted(path.relative_to(first) for path in first.glob("memos/*/*.csv"))
    assert numbers
    assert [n for n in numbers if (first / n).read_bytes() != (second / n).read_bytes()] == []
