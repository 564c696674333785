"""Queries read the published file and can change nothing."""

import io
from pathlib import Path

import duckdb
import pytest

from reports import query
from reports.errors import USAGE, RunError
from reports.vintage import DATABASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vintage with one table."""
    with duckdb.connect(str(tmp_path / DATABASE)) as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.prices as select 'one' as model_id, 2.5 as usd")
    return tmp_path


def test_one_query_prints_its_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert query.run(folder, "select model_id, usd from marts.prices") == 0
    printed = capsys.readouterr().out
    assert "model_id" in printed
    assert "2.5" in printed


@pytest.mark.parametrize(
    "wrong",
    [
        "select nothing from marts.prices",
        "selec",
        "select cast(model_id as integer) from marts.prices",  # fails only when it runs
        "delete from marts.prices",
        "create table marts.mine as select 1",
        "copy marts.prices to 'stolen.csv'",
        "select * from read_csv('/etc/hostname')",
        "attach 'other.duckdb'",
        "call enable_logging(storage = 'file', storage_path = 'logs')",
    ],
)
def test_wrong_and_writing_queries_are_refused_in_one_line(folder: Path, wrong: str) -> None:
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(RunError, match=r"expected (SQL that runs|a query that reads)") as caught:
        query.run(folder, wrong)
    assert caught.value.code == USAGE
    assert "\n" not in str(caught.value)
    assert (folder / DATABASE).read_bytes() == before


def test_the_shell_reads_queries_over_lines_until_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "select usd\nfrom marts.prices;\nselect wrong;\nselect 7 as seven"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert query.run(folder, "") == 0
    printed = capsys.readouterr().out
    assert "2.5" in printed
    assert "expected SQL that runs" in printed
    assert "seven" in printed
