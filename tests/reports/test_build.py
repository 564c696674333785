"""One run of the whole way, on the miniature project."""

import json
from pathlib import Path

from reports.build import read_inputs, vintage_name
from reports.request import make_request
from tests.conftest import published_bytes, run_python

TEMPLATE = "templates/memos/miniature.html.j2"


def test_a_vintage_holds_database_parquet_memo_and_manifest(miniature: Path) -> None:
    files = published_bytes(miniature)
    assert {
        "ai_economics.duckdb",
        "lineage.json",
        "manifest.json",
        "memos/miniature.pdf",
        "parquet/model_prices.parquet",
    } <= set(files)
    manifest = json.loads(files["manifest.json"])
    assert manifest["memos"] == ["miniature"]
    assert manifest["as_of_date"] == "2026-11-21"
    assert "ingest/bundled/prices.csv" in manifest["inputs"]
    assert manifest["libraries"]["duckdb"]


def test_a_second_run_does_nothing_and_says_so(miniature: Path) -> None:
    before = published_bytes(miniature)
    done = run_python(miniature, "reports", "build")
    assert done.stdout.startswith("nothing to do, up to date")
    assert "build/current/memos/miniature.pdf" in done.stdout
    assert published_bytes(miniature) == before


def test_new_words_are_printed_on_the_same_warehouse(miniature: Path) -> None:
    database = miniature / "build/current/ai_economics.duckdb"
    before = database.stat().st_ino
    text = (miniature / TEMPLATE).read_text()
    (miniature / TEMPLATE).write_text(text.replace("The lowest price", "The very lowest price"))
    done = run_python(miniature, "reports", "build")
    assert done.stdout.startswith("published"), done.stderr
    assert database.stat().st_ino == before
    html = published_bytes(miniature)["memos/miniature/miniature.html"].decode()
    assert "The very lowest price" in html


def test_later_facts_change_neither_a_past_day_nor_the_current_vintage(miniature: Path) -> None:
    """Known by 2025-06-30: 30, 5.5 and 12; the price of 0.4 was seen on 2025-08-02."""
    before = published_bytes(miniature)
    done = run_python(miniature, "reports", "build", "--as-of", "2025-06-30")
    assert done.returncode == 0, done.stderr
    (first,) = (miniature / "build/vintages").glob("2025-06-30_*_as_of")
    assert first.relative_to(miniature).as_posix() in done.stdout
    numbers = (first / "memos/miniature/numbers.csv").read_text()
    assert ",5.5," in numbers
    assert ",0.4," not in numbers
    with (miniature / "ingest/bundled/prices.csv").open("a") as prices:
        prices.write(
            "beta,one,2024-02-20,0.01,true,alpha_list,https://alpha.example/prices,MIT,reported,"
            "2025-07-01,first_seen\n"
        )
    assert run_python(miniature, "reports", "build", "--as-of", "2025-06-30").returncode == 0
    vintages = set((miniature / "build/vintages").glob("2025-06-30_*_as_of"))
    (second,) = vintages - {first}
    for file in ("parquet/model_prices.parquet", "memos/miniature/numbers.csv"):
        assert (first / file).read_bytes() == (second / file).read_bytes()
    assert published_bytes(miniature) == before


def test_a_what_if_is_a_vintage_of_its_own(miniature: Path) -> None:
    before = published_bytes(miniature)
    done = run_python(miniature, "reports", "build", "--set", "wacc=0.12")
    assert done.returncode == 0, done.stderr
    (folder,) = (miniature / "build/vintages").glob("*_what_if")
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["assumption_overrides"] == {"wacc": 0.12}
    assert "wacc = 0.12" in (folder / "memos/miniature/miniature.html").read_text()
    assert published_bytes(miniature) == before


def test_the_name_of_a_vintage_follows_every_input(miniature: Path) -> None:
    request = make_request(miniature, "", "2025-06-30", "")
    names = [
        vintage_name(request, read_inputs(miniature, request), previous)
        for previous in (None, "2025-05-31_0123456789")
    ]
    for file in ("ingest/bundled/prices.csv", "templates/memo.css", TEMPLATE, "reports/render.py"):
        with (miniature / file).open("a") as open_file:
            open_file.write("\n")
        names.append(vintage_name(request, read_inputs(miniature, request), None))
    assert len(set(names)) == 6


def test_inputs_that_were_built_before_are_not_built_again(miniature: Path) -> None:
    template = miniature / TEMPLATE
    words, first = template.read_text(), (miniature / "build/current").resolve()
    template.write_text(words + "<p>Another.</p>\n")
    assert run_python(miniature, "reports", "build").returncode == 0
    second = (miniature / "build/current").resolve()
    assert json.loads((second / "manifest.json").read_text())["previous_vintage"] == first.name
    template.write_text(words)
    assert run_python(miniature, "reports", "build").returncode == 0
    assert (miniature / "build/current").resolve() == first
    assert len(list((miniature / "build/vintages").iterdir())) == 2
