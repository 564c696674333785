"""The bench measures runs of a copy, and multiplies prices the same way each time."""

import csv
import json
import sys
from pathlib import Path

import pytest

from reports import bench
from reports.bench_data import MAPPING, PRICES, copied_rows, multiply_prices
from reports.errors import RunError

ROW = {
    "seller_id": "openai",
    "listing_id": "gpt-4",
    "input_usd_per_mtok": "30",
    "output_usd_per_mtok": "60",
    "cached_input_usd_per_mtok": "",
}


def write(copy: Path, join: str) -> None:
    """A project with one price and the model that maps names."""
    for place in (PRICES, MAPPING):
        (copy / place).parent.mkdir(parents=True, exist_ok=True)
    (copy / MAPPING).write_text(join)
    with (copy / PRICES).open("w", newline="") as file:
        writer = csv.DictWriter(file, list(ROW))
        writer.writeheader()
        writer.writerow(ROW)


def test_copies_keep_names_and_blanks_and_stay_at_most_a_tenth_below() -> None:
    (original,) = copied_rows([ROW], 0)
    (copied,) = copied_rows([ROW], 1)
    assert original == ROW
    # 1 * 7919 % 1000 = 919, so the price is 1 - 0.0919 of the original: 30 * 0.9081 = 27.243
    assert copied["input_usd_per_mtok"] == "27.243000"
    assert copied["seller_id"] == "openai~1"
    assert copied["listing_id"] == "gpt-4"
    assert copied["cached_input_usd_per_mtok"] == ""


def test_multiplying_again_starts_from_the_original_rows(tmp_path: Path) -> None:
    write(tmp_path, "on prices.seller_id = aliases.seller_id")
    multiply_prices(tmp_path, 10)
    first = (tmp_path / PRICES).read_text()
    multiply_prices(tmp_path, 100)
    assert (tmp_path / PRICES).read_text().startswith(first)
    assert len((tmp_path / PRICES).read_text().splitlines()) == 1 + 100
    assert "split_part(prices.seller_id, '~', 1) = aliases" in (tmp_path / MAPPING).read_text()


def test_a_model_that_maps_names_in_another_way_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "on something else")
    with pytest.raises(RunError, match="expected a join"):
        multiply_prices(tmp_path, 10)


def test_a_run_is_measured_by_itself(miniature: Path) -> None:
    seconds, peak = bench._timed([sys.executable, "-m", "reports", "build"], miniature)
    assert 0 < seconds < 60
    assert 10 < peak < 2000
    with pytest.raises(RunError, match=r"found: error: MEMO=none"):
        bench._timed([sys.executable, "-m", "reports", "build", "--memo", "none"], miniature)


def test_every_step_is_printed_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = {"cold": 20.0, "warm rebuild": 10.0, "prices x 10": 15.0}

    def measured(copy: Path, name: str, change: object) -> bench.Step:
        return bench.Step(name, seconds.get(name, 1.0), 300, 2, {"model": 1.0}, {"slow": 0.5})

    monkeypatch.setattr(bench, "_measure", measured)
    (tmp_path / "project").mkdir()
    assert bench.run(tmp_path / "project", is_quick=True, has_setup=False) == 0
    steps = json.loads((tmp_path / "project/build/bench.json").read_text())["steps"]
    names = ["cold", "nothing changed", "words of one memo", "one model", "warm rebuild"]
    assert [step["name"] for step in steps] == [*names, "prices x 10"]
    ratios = {step["name"]: step["times_warm_rebuild"] for step in steps}
    assert ratios["cold"] == 20 / 10
    assert ratios["prices x 10"] == 15 / 10
    assert "slow 0.5" in capsys.readouterr().out
