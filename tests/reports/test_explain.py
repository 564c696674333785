"""From a figure to its raw rows."""

import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from reports import explain, lineage
from reports.errors import USAGE, RunError
from reports.explain import explain_figure, fact_ids


def published(written: Any, base: Path) -> Path:
    """A copy of the demonstration as a published vintage."""
    folder = shutil.copytree(written.work, base / "published")
    manifest = {
        "vintage": written.vintage.id, "as_of_date": "2026-08-12", "is_as_of_view": False,
        "assumption_overrides": {}, "memos": ["demo"],
    }  # fmt: skip
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def explained(demo: Any, figure: str) -> str:
    with duckdb.connect(str(demo.database), read_only=True) as connection:
        index = lineage.SourceIndex(connection, demo.lineage, demo.vintage.as_of_date)
        return explain_figure(connection, demo.lineage, index, demo.memo, figure)


def test_a_number_leads_to_rows_sql_and_licences(demo: Any) -> None:
    text = explained(demo, "rate")
    for part in (
        "printed     19.9",
        "full value  19.85",
        "interval    5.9 to 66.8 t interval",
        "Rows of marts.price_declines for gpt4",
        "ingest/bundled/prices.csv line 3: fact_id = prices/a/2024-05-13",  # two marts further up
        "select fold from steps",
        "alpha_list: Price list of Alpha & Sons; licence MIT; https://alpha.example/prices",
    ):
        assert part in text
    assert "prices/b/2022-11-30" not in text  # belongs to the other bar


@pytest.mark.parametrize("figure", ["rates", "hero"])
def test_tables_and_charts_are_explained_too(demo: Any, figure: str) -> None:
    text = explained(demo, figure)
    assert "SQL (" in text and "Compiled SQL of marts.price_" in text


def test_an_unknown_figure_is_a_usage_error(demo: Any) -> None:
    with pytest.raises(
        RunError, match=r"expected one of the figures first, last, .*found rat"
    ) as e:
        explained(demo, "rat")
    assert e.value.code == USAGE


def test_fact_ids_are_read_from_lists_and_text() -> None:
    rows = [{"fact_id": "a/1", "first_fact_ids": ["a/1", "b/2"]}, {"fact_ids": "c/3; d/4, e/5"}]
    assert fact_ids(rows) == ["a/1", "b/2", "c/3", "d/4", "e/5"]


def test_a_published_memo_is_explained_by_the_key_of_a_line(
    written: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = published(written, tmp_path)
    monkeypatch.setattr(explain, "load_memo", lambda name: written.memo)
    assert explain.explain(tmp_path, folder, "demo", "P03").startswith("demo, rate: Fall\n")
    with pytest.raises(RunError, match="memo: expected one of demo, found dome"):
        explain.explain(tmp_path, folder, "dome", "P03")
