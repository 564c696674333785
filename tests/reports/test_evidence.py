"""Lines, sources and files behind the printed numbers."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import pytest

from reports import compose, exports
from reports.figures import FigureError
from reports.links import key_links


def composed(demo: Any, **options: Any) -> compose.Composition:
    with duckdb.connect(str(demo.database), read_only=True) as connection:
        return compose.compose(
            demo.memo, connection, demo.lineage, demo.templates, demo.vintage, **options
        )


def test_lines_follow_first_use_then_columns_then_series(demo: Any) -> None:
    lines = composed(demo).ledger.lines
    assert [line.id for line in lines] == [f"P{place:02d}" for place in range(1, 10)]
    assert [line.figure for line in lines] == (
        ["first", "last", "rate", "other"] + ["rates"] * 3 + ["hero"] * 2
    )
    last = lines[1]
    assert (last.printed, last.full, last.interval) == ("0.059", "0.0585", "0.059 to 0.088")
    assert (last.n, last.as_of_date, last.mart) == ("5", date(2024, 5, 13), "price_steps")
    assert lines[3].printed == "n/a (too few new lows)"


def test_weak_evidence_is_marked_where_it_is_printed(demo: Any) -> None:
    html = composed(demo).html
    mark = '<span class="mark" title="estimated">◊</span>'
    assert f'<a class="num" href="#P04">n/a (too few new lows)</a>{mark}' in html
    assert '<a class="num" href="#P03">19.9-fold</a> <span class="nowrap">(5.9–66.8)</span>' in html


def test_sources_come_from_lineage_up_to_the_day_of_view(demo: Any) -> None:
    sources = composed(demo).ledger.sources
    assert [(key, source.source_id) for key, source in sources.values()] == [
        ("D1", "alpha_list"), ("D2", "beta_list"),
    ]  # fmt: skip
    assert sources["alpha_list"][1].newest_date == date(2024, 5, 13)
    assert sources["alpha_list"][1].licence == "MIT"


def test_a_source_that_is_not_listed_stops_the_build(demo: Any) -> None:
    with duckdb.connect(str(demo.database)) as connection:
        connection.execute("delete from marts.data_sources where source_id = 'beta_list'")
    with pytest.raises(FigureError, match="data_sources: expected a row for beta_list"):
        composed(demo)


def test_a_number_later_than_the_memo_stops_the_build(demo: Any) -> None:
    with duckdb.connect(str(demo.database)) as connection:
        connection.execute("alter table marts.price_declines add column as_of_date date")
    figure = next(one for one in demo.memo.figures if one.id == "rate")
    later = figure.sql.replace("case_id as key", "case_id as key, date '2027-01-01' as as_of_date")
    object.__setattr__(figure, "sql", later)
    with pytest.raises(FigureError, match="rate: expected a date up to 2026-08-12, found 2027"):
        composed(demo)


def test_every_cell_is_a_row_of_its_file(demo: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(composed(demo).files["table_rates.csv"])))
    assert tuple(rows[0]) == exports.FIELDS
    assert len(rows) == 2 * 4
    cell = next(row for row in rows if (row["row_key"], row["column"]) == ("gpt4", "fold_per_year"))
    assert (cell["printed"], cell["value"], cell["low"], cell["n"]) == (
        "19.9",
        "19.85",
        "5.85",
        "7",
    )
    assert cell["source_ids"] == "alpha_list beta_list"
    words = next(row for row in rows if (row["row_key"], row["column"]) == ("gpt35", "bar"))
    assert (words["printed"], words["unit"], words["mart"]) == ("GPT-3.5 <b>", "text", "")


def test_points_of_a_chart_are_rows_of_its_file(demo: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(composed(demo).files["chart_hero.csv"])))
    found = [(row["column"], row["row_key"], row["printed"], row["high"]) for row in rows]
    assert found == [
        ("GPT-3.5 <b>", "2022-11-30", "20", "20.0"),
        ("GPT-4", "2023-03-14", "37.50", "60.0"),
        ("GPT-4", "2024-05-13", "0.059", "0.0875"),
    ]


def test_what_changed_is_told_from_the_vintage_before(make_demo: Callable) -> None:
    before = make_demo(name="before")
    first = composed(before)
    folder = before.work / "memos/demo"
    folder.mkdir(parents=True)
    content = json.loads(exports.figures_json(first.ledger, {}))
    content["lines"][0]["printed"] = "39"  # the first price was printed as 39
    del content["lines"][1]  # and the last price not at all
    (folder / "figures.json").write_text(json.dumps(content), encoding="utf-8")
    after = composed(make_demo(name="after", previous=before.work))
    assert '<td class="n">39</td>' in after.html
    assert "New in this vintage: Last price." in after.html
    assert "first vintage" in first.html and "first vintage" not in after.html


def test_runs_of_keys_are_shortened() -> None:
    assert key_links(["D1", "D2"]).striptags() == "D1, D2"
    assert key_links(["D1", "D2", "D3", "D7"]).striptags() == "D1–D3, D7"
    assert key_links([]) == ""
