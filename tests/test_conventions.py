"""STYLE as tests: the file tree, every file in it, and dbt's manifest.

The rules are functions in tests/conventions; test_conventions_faults.py shows that each of them
finds the fault it is there for.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conventions.findings import KNOWN, Finding, needless, unexcused
from tests.conventions.manifest_rules import check_manifest
from tests.conventions.python_rules import check_python
from tests.conventions.sql_rules import check_sql
from tests.conventions.text_rules import (
    check_dependencies,
    check_template,
    check_text,
    check_workflow,
)  # fmt: skip
from tests.conventions.tree_rules import check_tree, project_files

TEXT = {".py", ".sql", ".yml", ".md", ".j2", ".css", ".csv", ".toml", ".lock", ".json", ""}
Check = Callable[[str, str], list[Finding]]


@pytest.fixture(scope="module")
def files(project: Path) -> list[str]:
    """Paths of all files of the project, as committed or about to be."""
    return project_files(project)


def run(project: Path, files: list[str], check: Check) -> list[Finding]:
    """Findings of one check over many files."""
    texts = ((place, (project / place).read_text(encoding="utf-8")) for place in files)
    return [finding for place, text in texts for finding in check(place, text)]


def assert_clean(findings: list[Finding], rules: set[str]) -> None:
    """No finding without an excuse, and no excuse without a finding."""
    assert not unexcused(findings), "\n" + "\n".join(map(str, unexcused(findings)))
    assert not needless(findings, rules), "exceptions that nothing needs any more"


def test_python_files_keep_the_rules(project: Path, files: list[str]) -> None:
    found = run(project, [place for place in files if place.endswith(".py")], check_python)
    assert_clean([f for f in found if (f.rule, f.place) != ("network", "ingest/fetch.py")], {
        "file length", "function length", "docstring of module", "docstring of function",
        "types", "network", "blind except", "clock", "assert",
    })  # fmt: skip


def test_sql_files_keep_the_rules(project: Path, files: list[str]) -> None:
    found = run(project, [place for place in files if place.endswith(".sql")], check_sql)
    assert_clean(found, {rule for rule in KNOWN if rule.startswith("sql")} | {"staging"})


def test_templates_hold_words_and_no_numbers(project: Path, files: list[str]) -> None:
    found = run(project, [place for place in files if place.endswith(".j2")], check_template)
    assert_clean(found, {"template"})


def test_texts_name_no_machine_no_registry_and_no_open_end(project: Path, files: list[str]) -> None:
    texts = [place for place in files if Path(place).suffix in TEXT]
    found = run(project, texts, check_text)
    assert_clean(found, {"open end", "switched off", "machine path", "registry", "origin"})


def test_workflows_are_pinned_and_dependencies_explained(project: Path, files: list[str]) -> None:
    workflows = [place for place in files if place.startswith(".github/workflows/")]
    found = run(project, workflows, check_workflow)
    found += run(project, ["pyproject.toml"], check_dependencies)
    assert_clean(found, {"workflow", "dependency"})


def test_every_file_lies_where_it_belongs(project: Path, files: list[str]) -> None:
    assert_clean(check_tree(files), {"place", "twin"})


def test_memos_read_marts_only(project: Path, files: list[str]) -> None:
    memos = [place for place in files if place.startswith("reports/memos/")]
    texts = {place: (project / place).read_text(encoding="utf-8") for place in memos}
    below = ("from raw.", "from staging.", "from intermediate.", "from seeds.",
             "join raw.", "join staging.", "join intermediate.", "join seeds.")  # fmt: skip
    wrong = [(place, words) for place, text in texts.items() for words in below if words in text]
    assert not wrong


def test_models_keep_the_rules(project: Path, manifest: dict[str, Any]) -> None:
    with (project / "dbt_project/seeds/units.csv").open(encoding="utf-8", newline="") as file:
        units = {row["unit_id"] for row in csv.DictReader(file)}
    found = check_manifest(manifest, units)
    rules = {"reads", "names", "grain", "contract", "columns", "units", "unit in name"}
    assert_clean(found, rules)
