"""Each rule of test_conventions.py finds the fault it is there for, and leaves good text alone."""

from typing import Any

import pytest

from tests.conventions.findings import KNOWN, Finding, needless, unexcused
from tests.conventions.manifest_rules import check_manifest, fault_of_name
from tests.conventions.python_rules import check_python
from tests.conventions.sql_rules import check_sql
from tests.conventions.text_rules import (
    check_dependencies,
    check_template,
    check_text,
    check_workflow,
)  # fmt: skip
from tests.conventions.tree_rules import check_tree

GOOD_PYTHON = (
    '"""Words."""\n\n\ndef half(number: float) -> float:\n    """Half."""\n    return number\n'
)
GOOD_SQL = (
    "with\n\nfacts as (\n\n    select * from {{ ref('models') }}\n\n),\n\n"
    "counted as (\n\n    select\n        facts.model_id,\n        count(*) as model_count\n\n"
    "    from facts\n\n    inner join facts as other using (model_id)\n\n"
    "    group by facts.model_id\n\n)\n\nselect * from counted\n"
)
GOOD_WORKFLOW = "permissions:\n  contents: read\nsteps:\n  - uses: actions/checkout@" + "a" * 40
MART = "dbt_project/models/marts/models.sql"
STAGING = "dbt_project/models/staging/bundled/stg_bundled__models.sql"


def rules(findings: list[Finding]) -> set[str]:
    """Names of the rules that found something."""
    return {finding.rule for finding in findings}


def test_good_files_have_no_finding() -> None:
    assert check_python("reports/half.py", GOOD_PYTHON) == []
    assert check_sql(MART, GOOD_SQL) == []
    assert check_template("templates/a.j2", "<h1 id='h1'>{{ n.price }} by {# 9 #} M02</h1>") == []
    assert check_workflow("ci.yml", GOOD_WORKFLOW) == []
    assert check_text("a.md", "See https://example.org/work/paper.html, or /works.") == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("file length", GOOD_PYTHON + "\n" * 300),
        ("function length", GOOD_PYTHON + "    number\n" * 40),
        ("docstring of module", GOOD_PYTHON.replace('"""Words."""', "import os")),
        ("docstring of function", GOOD_PYTHON.replace('"""Half."""', "pass")),
        ("types", GOOD_PYTHON.replace("number: float", "number")),
        ("types", GOOD_PYTHON.replace(" -> float", "")),
        ("network", GOOD_PYTHON + "import urllib.request\n"),
        ("network", GOOD_PYTHON + "from urllib import request\n"),
        ("network", GOOD_PYTHON + "    import httpx\n"),
        ("blind except", GOOD_PYTHON + "try:\n    half(1)\nexcept:\n    pass\n"),
        ("blind except", GOOD_PYTHON + "try:\n    half(1)\nexcept Exception:\n    pass\n"),
        ("clock", GOOD_PYTHON + "import datetime\nnow = datetime.datetime.now()\n"),
        ("clock", GOOD_PYTHON + "import random\n"),
        ("assert", GOOD_PYTHON + "assert half(1)\n"),
    ],
)
def test_python_faults_are_found(rule: str, text: str) -> None:
    assert rule in rules(check_python("reports/half.py", text))


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("sql length", "\n\nselect * from counted", "\n" * 70 + "\nselect * from counted"),
        ("sql width", "count(*) as model_count", "count(*) as model_count" + "_more" * 20),
        ("sql spaces", "from facts\n", "from facts \n"),
        ("sql case", "group by", "GROUP BY"),
        ("sql comment", "from facts\n", "from facts -- the facts\n"),
        ("sql alias", "from facts\n", "from facts as f\n"),
        ("sql alias", "from facts\n", "from facts f\n"),
        ("sql join", "inner join", "join"),
        ("sql portable", "count(*) as", "arg_min(a, b) as"),
        ("sql portable", "count(*) as", "random() as"),
        ("sql last line", "\nselect * from counted\n", "\nselect model_id from counted\n"),
        ("sql star", "        facts.model_id,\n", "        facts.*,\n"),
    ],
)
def test_sql_faults_are_found(rule: str, old: str, new: str) -> None:
    assert old in GOOD_SQL
    assert rule in rules(check_sql(MART, GOOD_SQL.replace(old, new)))


def test_aggregation_in_staging_is_found() -> None:
    assert "staging" in rules(check_sql(STAGING, GOOD_SQL))


@pytest.mark.parametrize(
    "text",
    [
        "<p>Prices fell 9-fold.</p>",
        '<p>{{ n.price(after=" in 2026") }}</p>',
        "<p>{{ n.price | round }}</p>",
        "<p>{{ n.price * n.other }}</p>",
    ],
)
def test_numbers_in_templates_are_found(text: str) -> None:
    assert rules(check_template("templates/a.j2", text)) == {"template"}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("open end", "# TO" + "DO: later"),
        ("switched off", "@pytest.mark.sk" + "ip"),
        ("machine path", "see /wo" + "rk/main"),
        ("registry", "--extra-index-u" + "rl x"),
        ("origin", "from the stored in" + "dex"),
    ],
)
def test_unwanted_words_are_found(rule: str, text: str) -> None:
    assert rules(check_text("README.md", text)) == {rule}


def test_loose_actions_and_wide_permissions_are_found() -> None:
    assert len(check_workflow("ci.yml", "steps:\n  - uses: actions/checkout@v4\n")) == 2


def test_a_dependency_without_a_reason_is_found() -> None:
    text = 'dependencies = [\n    "duckdb>=1",  # the warehouse\n    "left-pad==1",\n]\n'
    assert [f.words for f in check_dependencies("pyproject.toml", text)] == [
        "left-pad: say what it is for"
    ]


@pytest.mark.parametrize(
    ("rule", "file"),
    [
        ("place", "notes.txt"),
        ("place", "reports/data.json"),
        ("twin", "dbt_project/models/marts/alone.sql"),
        ("twin", "dbt_project/seeds/alone.csv"),
        ("twin", "reports/memos/alone.py"),
    ],
)
def test_files_out_of_place_are_found(rule: str, file: str) -> None:
    assert rules(check_tree([file])) == {rule}


def model(layer: str, name: str, parents: list[str], **columns: dict[str, Any]) -> dict[str, Any]:
    """A node of a manifest, as far as the rules look at it."""
    return {
        "resource_type": "model",
        "name": name,
        "fqn": ["ai_economics", layer, name],
        "description": "Things. One row per thing.",
        "original_file_path": f"models/{layer}/{name}.sql",
        "depends_on": {"nodes": parents},
        "config": {"contract": {"enforced": True}},
        "columns": columns,
    }


def column(data_type: str, unit: str | None = None, description: str = "A.") -> dict[str, Any]:
    """A column of a node."""
    return {
        "description": description,
        "data_type": data_type,
        "config": {"meta": {"unit": unit} if unit else {}},
    }


def findings_of(*nodes: dict[str, Any]) -> list[Finding]:
    """Findings of a manifest that has these nodes and one source."""
    manifest = {"nodes": {node["name"]: node for node in nodes}, "sources": {"raw_facts": {}}}
    return check_manifest(manifest, {"usd", "share"})


def test_a_good_manifest_has_no_finding() -> None:
    nodes = (
        model("staging", "stg_bundled__facts", ["raw_facts"]),
        model("intermediate", "int_facts_joined", ["stg_bundled__facts"]),
        model("marts", "facts", ["int_facts_joined"], cost_usd=column("double", "usd")),
    )
    assert findings_of(*nodes) == []


def test_reading_across_layers_is_found() -> None:
    mart = model("marts", "facts", ["raw_facts"], key_id=column("text"))
    staging = model("staging", "stg_bundled__facts", ["facts", "raw_facts"])
    middle = model("intermediate", "int_facts", ["facts"])
    assert [f.rule for f in findings_of(mart, staging, middle)] == ["reads"] * 4


def test_poor_columns_of_a_mart_are_found() -> None:
    mart = model(
        "marts",
        "facts",
        [],
        a_usd=column("double"),
        b_usd=column("double", "eur"),
        c_usd=column("double", "share"),
        d=column("text", description=" "),
        e=column(""),
    )
    mart["config"]["contract"]["enforced"] = False
    mart["description"] = "Things."
    found = findings_of(mart)
    assert rules(found) == {"units", "unit in name", "columns", "contract", "grain"}


@pytest.mark.parametrize(
    ("name", "kind", "unit", "is_good"),
    [
        ("input_usd_per_mtok", "decimal(18,8)", "usd_per_mtok", True),
        ("input_usd_per_mtok", "double", "usd", False),
        ("price", "double", "usd", False),
        ("price_fall_x", "double", "ratio", True),
        ("rate_fold_per_year", "double", "fold_per_year", True),
        ("filed_date", "text", None, False),
        ("open_weights", "boolean", None, False),
        ("is_open", "boolean", None, True),
        ("fetched_at", "date", None, False),
        ("gap_days", "double", "months", False),
    ],
)
def test_names_units_and_types_agree(name: str, kind: str, unit: str | None, is_good: bool) -> None:
    assert (fault_of_name(name, kind, unit) == "") is is_good


def test_exceptions_are_used_or_complained_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KNOWN, "sql width", {"a.sql": "a reason"})
    finding = Finding("sql width", "a.sql", "too wide")
    assert unexcused([finding]) == []
    assert needless([finding], {"sql width"}) == []
    assert needless([], {"sql width"}) == ["sql width: a.sql"]
