"""The loader keeps every cell as typed, and refuses a file that breaks its contract."""

import hashlib
from pathlib import Path

import duckdb
import pytest

from ingest.load import load
from ingest.source import SourceError
from tests.miniature import write_miniature

PRICES = "ingest/bundled/prices.csv"
SECOND = "alpha,one,2024-05-13,5.5,false,"
HEADER = "seller_id,model_id,valid_from_date,input_usd_per_mtok,is_open,"


@pytest.fixture
def small(tmp_path: Path, project: Path) -> Path:
    """A miniature project of the test's own."""
    return write_miniature(project, tmp_path)


def edit(small: Path, old: str, new: str, file: str = PRICES) -> None:
    """Replace a text that stands once in a file."""
    text = (small / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (small / file).write_text(text.replace(old, new), encoding="utf-8")


def refusal(small: Path) -> str:
    """The one line with which the loader refuses the project."""
    with pytest.raises(SourceError) as caught:
        load(small, small / "facts.duckdb")
    words = str(caught.value)
    assert "\n" not in words
    return words


def test_cells_are_kept_as_typed_with_key_line_and_checksum(small: Path) -> None:
    assert load(small, small / "facts.duckdb") == 4 + 2 + 2 + 1  # two facts tables, two seeds
    with duckdb.connect(str(small / "facts.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "select fact_id, raw_line, input_usd_per_mtok, is_open from raw.bundled__prices"
        ).fetchall()
        files = connection.execute(
            "select file, sha256, row_count from raw.snapshots order by file"
        ).fetchall()
    assert rows[0] == ("prices/alpha/one/2023-03-14", "2", "30", "false")
    assert rows[3] == ("prices/beta/two/2025-08-01", "5", "0.4", "true")
    digest = hashlib.sha256((small / PRICES).read_bytes()).hexdigest()
    assert files[0] == (PRICES, digest, 4)


def test_blank_cells_are_null_and_quoted_commas_stay(small: Path) -> None:
    edit(small, "5.5,false,alpha_list", ',,"alpha, ""list"""')
    load(small, small / "facts.duckdb")
    with duckdb.connect(str(small / "facts.duckdb"), read_only=True) as connection:
        row = connection.execute(
            "select input_usd_per_mtok, is_open, source_id from raw.bundled__prices "
            "where raw_line = '3'"
        ).fetchall()
    assert row == [(None, None, 'alpha, "list"')]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (HEADER, HEADER.replace("is_open,", ""), ["line 1", "missing is_open"]),
        (HEADER, HEADER.replace("is_open", "open"), ["line 1", "missing is_open; unknown open"]),
        (HEADER, "model_id,seller_id," + HEADER[19:], ["line 1", "order differs"]),
        (SECOND, SECOND.replace("5.5", "cheap"), ["line 3", "a number", "'cheap'"]),
        (SECOND, SECOND.replace("5.5", "nan"), ["line 3", "a number", "'nan'"]),
        (SECOND, SECOND.replace("5.5", "1e30"), ["line 3", "a number", "'1e30'"]),
        (SECOND, SECOND.replace("05-13", "02-30"), ["line 3", "valid_from_date", "2024-02-30"]),
        (SECOND, SECOND.replace("2024-05-13", "13.5.2024"), ["line 3", "a date YYYY-MM-DD"]),
        (SECOND, SECOND.replace("2024", "1924"), ["line 3", "from 2020-01-01", "1924-05-13"]),
        (SECOND, SECOND.replace("5.5", "-5.5"), ["line 3", "from 0.001 to 1000", "'-5.5'"]),
        (SECOND, SECOND.replace("5.5", "5500"), ["line 3", "a factor of 1000", "'5500'"]),
        (SECOND, SECOND.replace("5.5", "0.00055"), ["line 3", "a factor of 1000", "'0.00055'"]),
        (SECOND, SECOND.replace("false", "no"), ["line 3", "is_open", "true or false", "'no'"]),
        (SECOND, SECOND.replace("alpha", ""), ["line 3", "seller_id", "a value", "nothing"]),
        (SECOND, SECOND.replace("2024-05-13", "2023-03-14"), ["line 3", "new key", "line 2"]),
        (SECOND, SECOND.replace("alpha", " alpha"), ["line 3", "without blanks", "' alpha'"]),
        (SECOND, SECOND.replace("alpha", "al\0pha"), ["line 3", "without control characters"]),
        (SECOND, SECOND + "more,", ["line 3", "11 well-formed cells"]),
        (SECOND, SECOND.replace("false,", ""), ["line 3", "11 well-formed cells"]),
        (SECOND, '"' + SECOND, ["line 3", "every quote closed"]),
        (SECOND, SECOND.replace("5.5", '"5.5'), ["line 3", "every quote closed"]),
        (SECOND, "\n" + SECOND, ["line 3", "found ''"]),
        (SECOND, SECOND.replace("false,", 'false,"\n",').replace("5.5,", ""), ["line 3"]),
        ("2024-02-03,first_seen", "2024-02-03,heard", ["line 4", "one of announced", "'heard'"]),
    ],
)
def test_a_bad_file_is_named_with_line_expected_and_found(
    small: Path, old: str, new: str, expected: list[str]
) -> None:
    edit(small, old, new)
    words = refusal(small)
    assert words.startswith(PRICES)
    for part in (*expected, "expected", "found", ";"):
        assert part in words


def test_rows_stand_in_raw_as_in_the_file(small: Path) -> None:
    lines = (small / PRICES).read_text().splitlines()
    more = [lines[1].replace("2023-03-14", f"2023-04-{day:02}", 1) for day in range(1, 13)]
    (small / PRICES).write_text("\n".join([*lines, *more]) + "\n")
    load(small, small / "facts.duckdb")
    with duckdb.connect(str(small / "facts.duckdb"), read_only=True) as connection:
        rows = connection.execute("select raw_line from raw.bundled__prices").fetchall()
    assert [int(line) for (line,) in rows] == list(range(2, 18))


def test_an_empty_file_and_one_that_is_not_text_are_refused(small: Path) -> None:
    content = (small / PRICES).read_bytes()
    (small / PRICES).write_bytes(b"")
    assert "line 1: expected the columns" in refusal(small)
    (small / "facts.duckdb").unlink(missing_ok=True)
    (small / PRICES).write_bytes(content.replace(b"alpha,one,2024", b"\xff\xfe,one,2024"))
    assert refusal(small).startswith(PRICES)


def test_seeds_are_held_to_their_contracts_as_well(small: Path) -> None:
    edit(small, "0.15", "high", "dbt_project/seeds/assumption_defaults.csv")
    assert "assumption_defaults.csv line 2, column high: expected a number" in refusal(small)


def test_bounds_hold_only_where_the_contract_says_so(small: Path) -> None:
    contract = "dbt_project/models/staging/bundled/stg_bundled__prices.yml"
    edit(small, "{low: 0.001, high: 1000}", "{high: 1000, when: {is_open: ['true']}}", contract)
    edit(small, "alpha,one,2023-03-14,30,", "alpha,one,2023-03-14,30000,")
    load(small, small / "facts.duckdb")
    (small / "facts.duckdb").unlink()
    edit(small, "beta,two,2024-02-01,12,", "beta,two,2024-02-01,12000,")
    assert "line 4, column input_usd_per_mtok" in refusal(small)


def test_apostrophes_in_words_and_paths_are_only_text(small: Path) -> None:
    contract = "dbt_project/models/staging/bundled/stg_bundled__prices.yml"
    text = (small / contract).read_text()
    (small / contract).write_text(
        text.replace("values: [reported, derived]", 'values: [reported, "maker\'s"]')
    )
    edit(small, "MIT,reported,2024-05-13", "MIT,maker's,2024-05-13")
    folder = small / "it's"
    folder.mkdir()
    assert load(small, folder / "facts.duckdb") == 9


def test_a_database_that_exists_is_not_written_to(small: Path) -> None:
    (small / "facts.duckdb").write_text("mine")
    assert "expected no file here" in refusal(small)
    assert (small / "facts.duckdb").read_text() == "mine"


def test_a_table_without_a_key_is_refused(small: Path) -> None:
    contract = "dbt_project/models/staging/bundled/stg_bundled__releases.yml"
    edit(small, "key: [model_id]", "key: []", contract)
    assert "expected a key in the contract" in refusal(small)


def test_the_bundled_facts_of_the_project_keep_their_contracts(
    project: Path, tmp_path: Path
) -> None:
    assert load(project, tmp_path / "facts.duckdb") > 10_000
