"""Bad input, a second run, a reader, a kill: what was published stays whole."""

import fcntl
import signal
import time
from pathlib import Path

import duckdb
import pytest

from tests.conftest import finish_build, published_bytes, run_python, start_build

PRICES = "ingest/bundled/prices.csv"
LINE = "alpha,one,2024-05-13,5.5,false,"
ERRORS = {
    "missing column": ("seller_id,model_id,", "seller_id,", ["line 1", "missing model_id"]),
    "renamed column": ("seller_id,", "host,", ["line 1", "missing seller_id; unknown host"]),
    "wrong type": (LINE, LINE.replace("5.5", "cheap"), ["line 3", "a number", "'cheap'"]),
    "no such date": (LINE, LINE.replace("05-13", "02-30"), ["line 3", "valid_from_date"]),
    "negative price": (LINE, LINE.replace("5.5", "-5.5"), ["line 3", "input_usd_per_mtok"]),
    "duplicate key": (LINE, LINE.replace("2024-05-13", "2023-03-14"), ["line 3", "new key"]),
    "off by 1000": (LINE, LINE.replace("5.5", "5500"), ["line 3", "factor of 1000", "'5500'"]),
    "open quote": (LINE, LINE.replace("alpha", '"alpha'), ["line 3", "every quote closed"]),
}


def one_line(errors: str) -> str:
    """The only line on standard error."""
    assert len(errors.splitlines()) == 1, errors
    return errors.strip()


@pytest.mark.parametrize("fault", ERRORS)
def test_bad_facts_end_with_one_line_and_code_3(miniature: Path, fault: str) -> None:
    old, new, parts = ERRORS[fault]
    before = published_bytes(miniature)
    text = (miniature / PRICES).read_text()
    assert text.count(old) == 1
    (miniature / PRICES).write_text(text.replace(old, new))
    for verb in (["reports", "build"], ["ingest", "load", "--database", "facts.duckdb"]):
        done = run_python(miniature, *verb)
        words = one_line(done.stderr)
        assert done.returncode == 3
        assert words.startswith(f"error: {PRICES}")
        for part in (*parts, "expected", "found", ";"):
            assert part in words
    assert published_bytes(miniature) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("templates/memos/miniature.html.j2", "n.lowest", "n.lowset", "lowset"),
        ("templates/memos/miniature.html.j2", "{% endblock %}", "", "miniature"),
        ("reports/memos/miniature.py", "min(input", "min(imput", "imput"),
        (
            "reports/memos/miniature.py",
            "min(input_usd_per_mtok) as value",
            "null as value",
            "lowest",
        ),
    ],
)
def test_a_memo_that_cannot_be_printed_ends_with_one_line(
    miniature: Path, file: str, old: str, new: str, part: str
) -> None:
    before = published_bytes(miniature)
    text = (miniature / file).read_text()
    assert old in text
    (miniature / file).write_text(text.replace(old, new))
    done = run_python(miniature, "reports", "build")
    assert part in one_line(done.stderr)
    assert done.returncode == 3
    assert published_bytes(miniature) == before


def test_a_model_that_fails_is_named_in_one_line(miniature: Path) -> None:
    before = published_bytes(miniature)
    model = "dbt_project/models/marts/model_prices.sql"
    (miniature / model).write_text("select 1 as wrong\n")
    done = run_python(miniature, "reports", "build")
    assert model in one_line(done.stderr)
    assert done.returncode == 3
    assert published_bytes(miniature) == before


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--memo", "nonsense"], "MEMO=nonsense"),
        (["--as-of", "2025-13-01"], "AS_OF=2025-13-01"),
        (["--set", "wacc=9"], "SET=wacc=9"),
        (["--set", "unknown=1"], "SET=unknown=1"),
        (["--set", "wacc"], "SET=wacc"),
    ],
)
def test_wrong_options_end_with_one_line_and_code_2(
    miniature: Path, options: list[str], part: str
) -> None:
    before = published_bytes(miniature)
    done = run_python(miniature, "reports", "build", *options)
    words = one_line(done.stderr)
    assert done.returncode == 2
    assert part in words
    assert "expected" in words
    assert published_bytes(miniature) == before


@pytest.mark.parametrize(
    ("memo", "figure"), [("miniature", "nonsense"), ("nonsense", "lowest"), ("", "")]
)
def test_an_unknown_figure_ends_with_one_line_and_code_2(
    miniature: Path, memo: str, figure: str
) -> None:
    done = run_python(miniature, "reports", "explain", "--memo", memo, "--figure", figure)
    assert "expected" in one_line(done.stderr)
    assert done.returncode == 2


def test_without_a_vintage_the_readers_say_what_to_run(miniature: Path) -> None:
    (miniature / "build/current").unlink()
    for verb in (["sql", "--query", "select 1"], ["audit"]):
        done = run_python(miniature, "reports", *verb)
        assert "run make report" in one_line(done.stderr)
        assert done.returncode == 2


def test_a_second_run_at_the_same_time_is_refused(miniature: Path) -> None:
    before = published_bytes(miniature)
    with (miniature / "build/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run_python(miniature, "reports", "build")
    assert done.returncode == 75
    assert "found one in progress" in one_line(done.stderr)
    assert published_bytes(miniature) == before


def test_a_kill_at_any_moment_leaves_the_old_vintage_and_readers_alone(miniature: Path) -> None:
    before = published_bytes(miniature)
    text = (miniature / PRICES).read_text()
    (miniature / PRICES).write_text(text.replace("5.5", "4.5"))  # a new vintage is due
    published = miniature / "build/current/ai_economics.duckdb"
    with duckdb.connect(str(published), read_only=True) as reader:
        for moment in ("work/*/*.duckdb", "work/*/parquet", "work/*/memos"):
            running = start_build(miniature)
            assert is_reached(miniature / "build", moment)
            running.send_signal(signal.SIGKILL)
            running.communicate(timeout=60)
            assert published_bytes(miniature) == before
        finish_build(start_build(miniature))
        rows = reader.execute("select min(input_usd_per_mtok) from marts.model_prices").fetchall()
    assert float(rows[0][0]) == 0.4
    assert list((miniature / "build/work").iterdir()) == []
    after = published_bytes(miniature)
    assert set(after) == set(before)
    assert after["manifest.json"] != before["manifest.json"]


def is_reached(build: Path, pattern: str) -> bool:
    """Wait until a run has come to where a new file of this form exists."""
    known = set(build.glob(pattern))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if set(build.glob(pattern)) - known:
            return True
        time.sleep(0.01)
    return False


def test_a_folder_that_cannot_be_written_is_named_in_one_line(miniature: Path) -> None:
    before = published_bytes(miniature)
    (miniature / "build/lock").unlink()
    (miniature / "build/lock").mkdir()
    done = run_python(miniature, "reports", "build")
    words = one_line(done.stderr)
    assert done.returncode == 74
    assert words.startswith("error: ") and "build/lock: expected a file" in words
    assert published_bytes(miniature) == before


def test_a_vintage_without_its_memo_is_made_again(miniature: Path) -> None:
    (lost,) = (miniature / "build/current/memos").glob("*.pdf")
    lost.unlink()
    done = run_python(miniature, "reports", "build")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("published")
    assert len(list((miniature / "build/current/memos").glob("*.pdf"))) == 1
