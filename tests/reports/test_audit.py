"""The audit finds what is wrong, wherever it was put, and nothing where all is well."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from reports import audit, compose, render


def problems(demo: Any, database: Path | None = None) -> list[str]:
    return audit.audit_memo(
        database or demo.database, demo.work / "memos/demo.pdf", demo.memo, demo.lineage,
        demo.templates, demo.vintage, {},
    )  # fmt: skip


def test_nothing_is_found_where_all_is_well(written: Any) -> None:
    assert problems(written) == []


def test_a_value_changed_in_the_database_is_found(written: Any, tmp_path: Path) -> None:
    changed = shutil.copy(written.database, tmp_path / "changed.duckdb")
    with duckdb.connect(str(changed)) as connection:
        connection.execute("update marts.price_declines set fold_per_year = 21 where n = 7")
    found = problems(written, changed)
    assert "demo, page 1, rate (P03): expected 21.0, 21.0-fold, found 19.9-fold" in found
    assert any(line.startswith("demo, page 1, rates (P05)") for line in found)
    for where in ("attached", "beside"):
        assert any(line.startswith(f"demo, {where}, numbers.csv line 4") for line in found)


def test_a_value_that_is_gone_is_found(written: Any, tmp_path: Path) -> None:
    changed = shutil.copy(written.database, tmp_path / "changed.duckdb")
    with duckdb.connect(str(changed)) as connection:
        connection.execute("delete from marts.price_declines where n = 7")
    (found,) = problems(written, changed)
    assert found == "demo, no page, demo, rate: expected exactly one row, found 0"


CELLS = ('<a class="num plain" href="#P07">7</a>', '<a class="num plain" href="#P07">2</a>')
TAMPERED = (  # what stands in the HTML, what is put in its place, what the audit must say
    (">$37.50</a>", ">$38.50</a>", "demo, page 1, first (P01): expected $37.50, found $38.50"),
    ("Price list of Beta", "Price list 8 of Beta",
     "demo, page 2, text: expected 8 0 times, found it 1 times"),
    ("(5.9–66.8)", "(5.8–66.8)", "demo, page 1, text: expected 5.8 0 times, found it 1 times"),
    (CELLS[0], "@", "demo, page 1, rates (P07): expected the order 7 2 P07, found 2 7 P07"),
    (CELLS[1], CELLS[0], ""),
    ("@", CELLS[1], ""),
)  # fmt: skip


def test_digits_changed_on_the_way_to_the_pdf_are_found(
    demo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = render.to_pdf

    def tampered(memo: str, html: str, *others: Any) -> bytes:
        for right, wrong, _ in TAMPERED:
            assert right in html
            html = html.replace(right, wrong, 1)
        return original(memo, html, *others)

    monkeypatch.setattr(render, "to_pdf", tampered)
    render.write_memo(demo.memo, demo.work, demo.templates, demo.vintage, None)
    found = problems(demo)
    for _, _, expected in TAMPERED:
        assert not expected or expected in found, found


def test_a_file_that_was_changed_is_found(written: Any, tmp_path: Path) -> None:
    copy = replace(written, work=shutil.copytree(written.work, tmp_path / "copy"))
    path = copy.work / "memos/demo/numbers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("0.0585", "0.0586"), encoding="utf-8")
    (found,) = problems(copy)
    assert found.startswith("demo, beside, numbers.csv line 3: expected demo,P02,last,")


def test_running_heads_and_page_numbers_are_accounted_for(demo: Any) -> None:
    with duckdb.connect(str(demo.database), read_only=True) as connection:
        ledger = compose.compose(
            demo.memo, connection, demo.lineage, demo.templates, demo.vintage
        ).ledger
    assert audit.NUMBER.findall(audit.furniture(ledger, 2)) == ["12", "2026", "1", "2", "2", "2"]


def test_hidden_text_is_no_printed_text() -> None:
    html = (
        '<head><title>1</title></head><p class="running">2</p><p>3<svg><title>4</title></svg></p>'
    )
    assert audit.read_html(html)[0].split() == ["3"]


def test_a_published_vintage_is_audited(
    written: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(written.work, tmp_path / "published")
    manifest = {
        "vintage": written.vintage.id, "as_of_date": "2026-08-12", "is_as_of_view": False,
        "assumption_overrides": {}, "memos": ["demo"],
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    monkeypatch.setattr(audit, "load_memo", lambda name: written.memo)
    shutil.copytree(written.templates, tmp_path / "templates")
    assert audit.audit_vintage(tmp_path, folder) == []
