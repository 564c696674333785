"""The golden runner: what it prints, how it exits, and what it makes of odd files."""

import json
from pathlib import Path
from typing import Any

import pytest

from reports.errors import USAGE, RunError
from reports.golden import compare, periods, runner
from reports.golden.runner import Unanswerable
from tests.golden.methods import PROJECT, answers, methods

NORMAL = {"p_in": 2.5, "p_out": 10}


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "load_methods", lambda _: methods())


def case(expected: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"id": "x-1", "method": "M01", "inputs": NORMAL, "expected": expected, **parts}


def write(folder: Path, *cases: dict[str, Any]) -> Path:
    path = folder / "cases.json"
    path.write_text(json.dumps({"cases": cases}), encoding="utf-8")
    return path


def test_every_carried_case_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.run(PROJECT) == 0
    # M01-M04 4+4+4+3, M05-M09 1+3+3+2+2, M12-M14 2+3+2, M37 4, published fits 11
    assert capsys.readouterr().out.splitlines()[-1] == "golden: 48 passed, 0 failed"


def test_a_wrong_number_is_one_line_and_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # (3 x 2.5 + 10) / 4 = 4.375
    path = write(tmp_path, case({"blended": 4.375}), case({"blended": 4.38}, id="x-2"))
    assert runner.run(PROJECT, path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "x-2 blended: expected 4.38, found 4.375",
        "golden: 1 passed, 1 failed",
    ]


def test_methods_without_adapter_are_named_not_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = case({"a": 1}, method="M99")
    path = write(tmp_path, case({"flag": None}), other, other)
    assert runner.run(PROJECT, path) == 0
    assert capsys.readouterr().out.splitlines() == [
        "not built yet: M99 (2 cases)",
        "golden: 1 passed, 0 failed",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "expected JSON"),
        ("[]", "expected an object with a list 'cases'"),
        ('{"cases": [3]}', "expected case 1 to be an object"),
        ('{"cases": [{"id": "a", "method": "M01", "inputs": {}}]}', "'expected' of case 1 (a)"),
    ],
)
def test_an_unreadable_file_is_one_line_and_exit_2(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RunError) as caught:
        runner.run(PROJECT, path)
    assert caught.value.code == USAGE
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_exit_2(tmp_path: Path) -> None:
    with pytest.raises(RunError) as caught:
        runner.run(PROJECT, tmp_path / "none.json")
    assert caught.value.code == USAGE


def test_a_bad_date_fails_its_own_case_only() -> None:
    good = {"points": [{"date": "2024-01-01", "price": 3.0}]}
    bad = {"points": [{"date": "2024-13-01", "price": 3.0}]}
    first, second, third = answers("M03", [good, bad, good])
    assert first == third
    assert isinstance(second, Unanswerable)
    assert first["flag"] == "insufficient_obs"


def test_a_data_file_is_found_beside_the_cases(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "model,date,usd_per_mtok,mmlu\na,2021-01-01,10,50\nb,2022-01-01,1,50\nc,2022-02-01,9,50\n",
        encoding="utf-8",
    )
    inputs = {"data_file": "elsewhere/own.csv", "score_column": "mmlu", "bar": 50}
    found = methods().answers("M02+M03", [inputs | {"days_per_year": 365}], tmp_path)[0]
    # steps 10 and 1, 365 days apart: tenfold a year; the third is dearer than the second
    assert found["n"] == 2
    assert found["fold_per_year"] == pytest.approx(10)


def test_an_unknown_data_file_fails_the_case(tmp_path: Path) -> None:
    found = methods().answers("M02+M03", [{"data_file": "none.csv", "bar": 1}], tmp_path)[0]
    assert isinstance(found, Unanswerable)


def test_comparison_is_exact_but_for_numbers() -> None:
    assert compare.differences({"a": 1.0}, {"a": 1, "b": 2}, 1e-9) == []
    assert compare.differences({"a": 1.0}, {"a": 1.1}, 0.2) == []
    assert compare.differences({"a": 0.0}, {"a": 1e-10}, 1e-9) == []
    assert compare.differences({"a": True}, {"a": 1}, 1e-9) == [("a", True, 1)]
    assert compare.differences({"a": None}, {"a": 0}, 1e-9) == [("a", None, 0)]
    assert compare.differences({"a": [1, 2]}, {"a": [2, 1]}, 1e-9)[0] == ("a[0]", 1, 2)
    assert compare.differences({"a": [1]}, {"a": [1, 2]}, 1e-9) == [("a", [1], [1, 2])]
    assert compare.differences({"a": {"b": "x"}}, {"a": {}}, 1e-9)[0][0] == "a.b"


def test_periods_come_in_the_order_of_time() -> None:
    assert periods.in_order(["2024Q2", "2024Q1", "2024Q2"]) == ["2024Q1", "2024Q2"]
    assert periods.in_order(["M9", "M10"]) == ["M9", "M10"]
    assert periods.in_order([10, 9]) == [9, 10]
