"""A small warehouse and a memo of two pages that uses every part of the report engine."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from reports.charts.paths import step_curves
from reports.figures import Chart, Column, Fact, Memo, Number, Table, VintageInfo

TEMPLATES = Path(__file__).parents[2] / "templates"
AS_OF = date(2026, 8, 12)
TABLES = """
create schema raw; create schema marts;
create table raw.bundled__prices as select * from (values
    ('prices/a/2023-03-14', '2', 'alpha_list', '2023-03-14', 'GPT-4', '37.5'),
    ('prices/a/2024-05-13', '3', 'alpha_list', '2024-05-13', 'GPT-4', '0.0585'),
    ('prices/b/2022-11-30', '4', 'beta_list', '2022-11-30', 'GPT-3.5 <b>', '20'),
    ('prices/b/2027-01-01', '5', 'future_list', '2027-01-01', 'GPT-3.5 <b>', '1'))
    as facts(fact_id, raw_line, source_id, known_from_date, bar, price);
create table marts.price_steps as select * from (values
    ('gpt4', 'GPT-4', 'GPQA ≥ 35.7', date '2023-03-14', 37.5, 60.0, 3, 'prices/a/2023-03-14'),
    ('gpt4', 'GPT-4', 'GPQA ≥ 35.7', date '2024-05-13', 0.0585, 0.0875, 5, 'prices/a/2024-05-13'),
    ('gpt35', 'GPT-3.5 <b>', 'MMLU ≥ 64.8', date '2022-11-30', 20.0, 20.0, 2, 'prices/b/2022-11-30'))
    as steps(case_id, bar, detail, from_date, price_usd_per_mtok, third_usd_per_mtok, n, fact_id);
create table marts.price_declines as select * from (values
    ('gpt4', 'GPT-4', 19.85, 5.85, 66.8, 7, null, 'derived'),
    ('gpt35', 'GPT-3.5 <b>', null, null, null, 2, 'insufficient_obs', 'estimated'))
    as declines(case_id, bar, fold_per_year, fold_low, fold_high, n, flag, evidence_class);
create table marts.data_sources as select * from (values
    ('alpha_list', 'Price list of Alpha & Sons', 'Alpha', 'https://alpha.example/prices', 'MIT'),
    ('beta_list', 'Price list of Beta', 'Beta', 'https://beta.example/list_of_prices', 'CC BY 4.0'))
    as sources(source_id, source_name, publisher, source_url, licence);
"""
TEMPLATE = """
{% extends "base.html.j2" %}
{% from "parts/exhibit.html.j2" import chart, table %}
{% from "parts/front.html.j2" import masthead, key_number, legend %}
{% from "parts/appendix.html.j2" import changed, appendix, disclosures %}
{% block content %}
<section class="page front">
{{ masthead(memo, vintage, "a demonstration") }}
<h1>{{ memo.title }}</h1>
<p class="answer">From {{ n.first("$") }} to {{ n.last("$") }}, or {{ n.rate.as_range(after="-fold") }} a year
  {% if f.is_falling %}down{% else %}not down{% endif %} at {{ f.bar_name }}; the other bar: {{ n.other }}.</p>
<div class="grid"><div class="c8">
{{ chart(c.hero, "It falls", "USD per Mtok, log scale", note="Band: offers.") }}
</div><aside class="c4 key"><h2>Key numbers</h2><table><caption>Pace<span>interval</span></caption>
{{ key_number(n.rate, "GPT-4 level", "of " ~ n.rate.n) }}{{ key_number(n.other, "GPT-3.5 level") }}
</table>{{ legend(marks) }}</aside></div>
{{ table(t.rates, "Rates", "Fold per year") }}
{{ changed(changes) }}
</section>
{{ appendix(evidence_lines, sources) }}
{{ disclosures("None.", "List prices are not cost.") }}
{% endblock %}
"""
LINEAGE = {
    "nodes": {
        "model.ai_economics.price_steps": {
            "name": "price_steps", "schema": "marts", "compiled_code": "select * from staged",
            "depends_on": {"nodes": ["source.ai_economics.bundled.prices"]},
        },
        "model.ai_economics.price_declines": {
            "name": "price_declines", "schema": "marts", "compiled_code": "select fold from steps",
            "depends_on": {"nodes": ["model.ai_economics.price_steps"]},
        },
    },
    "sources": {
        "source.ai_economics.bundled.prices": {
            "name": "prices", "identifier": "bundled__prices", "schema": "raw",
            "depends_on": {"nodes": []},
        },
    },
}  # fmt: skip


def demo_memo() -> Memo:
    """Every kind of figure once."""
    price = "select price_usd_per_mtok as value, third_usd_per_mtok as high, n, case_id as key,"
    steps = f"{price} price_usd_per_mtok as low, 'offer range' as interval_kind, from_date as as_of_date from marts.price_steps"
    rate = (
        "select fold_per_year as value, fold_low as low, fold_high as high, n, flag,"
        " evidence_class, 't interval' as interval_kind, case_id as key"
        " from marts.price_declines where case_id = "
    )
    return Memo(
        "demo", "P", "A demonstration of capability",
        figures=[
            Number("first", "First price", "usd_per_mtok", "M02", "price_steps",
                   f"{steps} where from_date = date '2023-03-14'"),
            Number("last", "Last price", "usd_per_mtok", "M02", "price_steps",
                   f"{steps} where from_date = date '2024-05-13'"),
            Number("rate", "Fall", "fold_per_year", "M03", "price_declines", rate + "'gpt4'"),
            Number("other", "Other fall", "fold_per_year", "M03", "price_declines", rate + "'gpt35'"),
            Fact("is_falling", "select fold_per_year > 1 from marts.price_declines where case_id = 'gpt4'"),
            Fact("bar_name", "select bar from marts.price_declines where case_id = 'gpt35'"),
            Table("rates", "Rates by bar", "select * from marts.price_declines order by case_id desc",
                  "case_id", method="M03", mart="price_declines", columns=[
                Column("bar", "Bar"),
                Column("fold_per_year", "rate", "fold_per_year", group="Fold per year", low="fold_low",
                       high="fold_high", n="n", flag="flag", interval_kind="t interval"),
                Column("interval", "90% interval", "fold_per_year", group="Fold per year",
                       low="fold_low", high="fold_high", flag="flag"),
                Column("n", "n", "count"),
            ]),
            Chart("hero", {"steps": "select bar as series, detail, from_date, price_usd_per_mtok as value,"
                           " third_usd_per_mtok as high, n, from_date as as_of_date"
                           " from marts.price_steps order by case_id, from_date"},
                  partial(step_curves, title="Cheapest price by bar", unit="usd_per_mtok", end=AS_OF,
                          prefix="$", height=70.0), "M02", "price_steps", "usd_per_mtok"),
        ],
    )  # fmt: skip


@dataclass(frozen=True)
class Demo:
    """What a test needs to render the demonstration."""

    memo: Memo
    work: Path
    templates: Path
    vintage: VintageInfo
    lineage: dict[str, Any]

    @property
    def database(self) -> Path:
        """The warehouse of the demonstration."""
        return self.work / "ai_economics.duckdb"


def new_demo(base: Path, template: str = TEMPLATE, name: str = "vintage", **options: Any) -> Demo:
    """Make a demonstration in a folder; the words of the template can be replaced."""
    work, templates = base / name, base / f"{name}_templates"
    work.mkdir()
    shutil.copytree(TEMPLATES, templates)
    (templates / "memos").mkdir(exist_ok=True)
    (templates / "memos/demo.html.j2").write_text(template, encoding="utf-8")
    with duckdb.connect(str(work / "ai_economics.duckdb")) as connection:
        connection.execute(TABLES)
    (work / "lineage.json").write_text(json.dumps(LINEAGE), encoding="utf-8")
    vintage = VintageInfo(**{"id": "2026-08-12_0123456789", "as_of_date": AS_OF} | options)
    return Demo(demo_memo(), work, templates, vintage, LINEAGE)


@pytest.fixture
def make_demo(tmp_path: Path) -> Callable[..., Demo]:
    """Makes demonstrations in the folder of the test."""
    return partial(new_demo, tmp_path)


@pytest.fixture
def demo(make_demo: Callable[..., Demo]) -> Demo:
    """The demonstration as it should be."""
    return make_demo()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demonstration already written as PDF; shared, so not to be changed."""
    from reports import render

    made = new_demo(tmp_path_factory.mktemp("written"))
    render.write_memo(made.memo, made.work, made.templates, made.vintage, None)
    return made
