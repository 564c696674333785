"""Edges of indices, breaks, frontiers, lags and verdicts, worked out by hand."""

import math
from typing import Any

import pytest

from tests.golden.methods import answer


def panel(*rows: tuple[Any, str, float, float]) -> list[dict[str, Any]]:
    return [dict(zip(("period", "item", "price", "qty"), row, strict=True)) for row in rows]


TWO_ITEMS = panel((9, "a", 2, 1), (9, "b", 1, 2), (10, "a", 1, 2), (10, "b", 1, 1))


@pytest.mark.parametrize(
    ("formula", "link"),
    [
        ("jevons", math.sqrt(1 / 2)),
        ("laspeyres", (1 * 1 + 1 * 2) / (2 * 1 + 1 * 2)),
        ("paasche", (1 * 2 + 1 * 1) / (2 * 2 + 1 * 1)),
        ("fisher", math.sqrt(3 / 4 * 3 / 5)),
        # spend share of a: 2 of 4 before, 2 of 3 after
        ("tornqvist", math.exp((2 / 4 + 2 / 3) / 2 * math.log(1 / 2))),
    ],
)
def test_formulas_of_the_index_by_hand(formula: str, link: float) -> None:
    series = answer("M06", formula=formula, panel=TWO_ITEMS)["series"]
    assert [row["period"] for row in series] == [9, 10]
    assert series[0]["index"] == 100
    assert series[1]["link"] == pytest.approx(link)
    assert series[1]["index"] == pytest.approx(100 * link)
    assert series[1]["matched_spend_share"] == pytest.approx(1)


def test_a_chained_laspeyres_drifts_when_prices_bounce() -> None:
    bounce = panel(
        (1, "a", 2, 1),
        (1, "b", 1, 1),
        (2, "a", 1, 4),
        (2, "b", 1, 1),
        (3, "a", 2, 1),
        (3, "b", 1, 1),
    )
    # links (1 + 1) / (2 + 1) and (2 x 4 + 1) / (4 + 1)
    series = answer("M06", formula="laspeyres", panel=bounce)["series"]
    assert series[2]["index"] == pytest.approx(100 * 2 / 3 * 9 / 5)


def test_an_index_of_nothing_and_of_one_period() -> None:
    assert answer("M06", formula="jevons", panel=[]) == {"series": [], "flag": "no_data"}
    one = answer("M06", formula="jevons", panel=panel(("2024", "a", 1, 1)))
    assert [row["index"] for row in one["series"]] == [100]
    assert one["flag"] is None


def test_a_weight_counts_as_repeated_rows() -> None:
    rows = [
        {"period": 0, "price": 1.0, "x": [0.0]},
        {"period": 0, "price": 3.0, "x": [1.0]},
        {"period": 1, "price": 0.5, "x": [0.2]},
        {"period": 1, "price": 0.9, "x": [1.1]},
        {"period": 1, "price": 2.0, "x": [2.0]},
    ]
    twice = [*rows, rows[1], rows[4]]
    weighted = [{**row, "w": 2 if row in (rows[1], rows[4]) else 1} for row in rows]
    for kind in ("time_dummy", "imputation"):
        expected = answer("M07", kind=kind, rows=twice)["index"]["1"]
        assert answer("M07", kind=kind, rows=weighted)["index"]["1"] == pytest.approx(expected)


def test_hedonic_rows_without_features_or_price_are_left_out() -> None:
    rows = [
        {"period": "a", "price": math.exp(0), "x": [0]},
        {"period": "a", "price": math.exp(1), "x": [1]},
        {"period": "b", "price": math.exp(-1), "x": [0]},
        {"period": "b", "price": math.exp(0), "x": [1]},
        {"period": "b", "price": 5.0, "x": [None]},
        {"period": "b", "price": 0.0, "x": [1]},
    ]
    found = answer("M07", rows=rows)
    # ln price is the feature, less one in period b
    assert found["n"] == 4
    assert found["beta"] == pytest.approx([1])
    assert found["index"]["b"] == pytest.approx(100 * math.exp(-1))
    assert answer("M07", rows=[])["flag"] == "no_data"
    assert answer("M07", kind="imputation", rows=rows[:3])["flag"] == "singular"


def test_one_exact_line_has_no_break_and_two_have_one() -> None:
    times = [2020 + step / 4 for step in range(12)]
    line = answer("M08", t_years=times, price=[2.0**-step for step in range(12)])
    assert (line["accept"], line["F"], line["flag"]) == (False, None, "perfect_fit")
    assert line["first_of_second"] is None
    # sixteenfold a year for six quarters, then flat: 2^-4 a year is a quarter's halving
    bent = answer("M08", t_years=times, price=[2.0 ** -min(step, 6) for step in range(12)])
    assert (bent["accept"], bent["F"], bent["flag"]) == (True, None, "perfect_fit")
    assert bent["fold_before"] == pytest.approx(16)
    assert bent["fold_after"] == pytest.approx(1)


def test_breaks_that_cannot_be_looked_for() -> None:
    assert answer("M08", t_years=[2020.0] * 9, price=[1.0] * 9)["flag"] == "no_time_variation"
    assert answer("M08", t_years=[], price=[])["flag"] == "insufficient_obs"


def test_the_statistics_of_a_break_by_hand() -> None:
    # ln price 0, 1, 0 | 10, 9, 10 at 0..5: each side is level, squares 2/3 + 2/3
    logs = [0, 1, 0, 10, 9, 10]
    found = answer("M08", t_years=list(range(6)), price=[math.exp(y) for y in logs], min_seg=3)
    # one line: mean 5, slope sum(x - 2.5)(y - 5) / 17.5
    slope = sum((x - 2.5) * (y - 5) for x, y in enumerate(logs)) / 17.5
    one = sum((y - 5 - slope * (x - 2.5)) ** 2 for x, y in enumerate(logs))
    two = 2 / 3 + 2 / 3
    assert found["first_of_second"] == 3
    assert found["F"] == pytest.approx(((one - two) / 2) / (two / (6 - 4)))
    assert found["delta_bic"] == pytest.approx(6 * math.log(two / one) + 3 * math.log(6))


def test_twins_stay_on_the_frontier_and_free_models_have_no_slope() -> None:
    models = [
        {"model": "free", "price": 0, "score": 10},
        {"model": "twin b", "price": 1, "score": 20},
        {"model": "twin a", "price": 1, "score": 20},
        {"model": "top", "price": 10, "score": 30},
        {"model": "beaten", "price": 10, "score": 29},
    ]
    found = answer("M09", models=models)
    assert found["frontier"] == ["free", "twin a", "twin b", "top"]
    # log10(10 / 1) over ten points
    assert found["log10_price_per_point"] == pytest.approx([0.1])


def test_any_two_of_price_tokens_and_cost_give_the_third() -> None:
    found = answer("M12", tokens0=100, tokens1=700, price0=2, price1=1)
    assert found["cost_ratio"] == pytest.approx(7 / 2)
    assert found["breakeven_token_ratio"] == pytest.approx(2)
    found = answer("M12", cost0=1, cost1=3, tokens0=10, tokens1=60)
    assert found["price_ratio"] == pytest.approx(3 / 6)
    assert answer("M12", cost0=1, cost1=3)["flag"] == "no_data"


def test_lags_of_earlier_open_models_are_zero() -> None:
    closed = [{"date": "2024-01-01", "score": 10}, {"date": "2024-02-01", "score": 20}]
    opened = [{"date": "2023-12-01", "score": 10}, {"date": "2024-02-11", "score": 25}]
    found = answer("M13", closed=closed, open=opened, as_of="2024-06-01")
    assert (found["lags"], found["censored"]) == ([0, 10], [False, False])
    # after 0 days one of two is reached: survival is one half
    assert found["median_days"] == 0


def test_lags_do_not_look_past_the_day_of_the_view() -> None:
    closed = [{"date": "2024-01-01", "score": 10}, {"date": "2024-05-01", "score": 30}]
    opened = [{"date": "2024-04-01", "score": 10}]
    found = answer("M13", closed=closed, open=opened, as_of="2024-03-01")
    # January 31 days, February 2024 29: 60 days so far, not yet matched
    assert (found["lags"], found["censored"]) == ([60], [True])
    assert found["flag"] == "median_not_reached"
    assert answer("M13", closed=[], open=opened, as_of="2024-03-01")["flag"] == "no_data"


def test_a_cost_that_rises_with_volume_reaches_no_target() -> None:
    found = answer("M14", cost=[1, 2], cumulative=[1, 2], target_fold=10)
    assert found["b"] == pytest.approx(1)
    assert (found["doublings_for_target"], found["flag"]) == (None, "not_declining")


@pytest.mark.parametrize(
    ("inputs", "verdict"),
    [
        ({"stated_low": 5, "point": 6}, "supported"),
        ({"stated_low": 5, "point": 4}, "contradicted"),
        ({"stated_low": 5, "point": 4, "ci_low": 3, "ci_high": 5}, "inconclusive"),
        ({"stated_low": 0, "point": 4, "ci_low": -1, "ci_high": 5}, "supported_weakly"),
        ({"stated_low": 0, "point": 4, "ci_low": 1, "ci_high": 10}, "supported"),
        ({"point": 4}, "insufficient_data"),
        ({"stated_low": 5}, "insufficient_data"),
        ({"stated_low": 5, "point": 6, "n": 3, "min_n": 4}, "insufficient_data"),
        ({"stated_low": 10, "stated_high": 10, "point": 12.5}, "supported"),
        ({"stated_low": -10, "stated_high": -10, "point": -12.5}, "supported"),
        ({"stated_low": 10, "stated_high": 10, "point": 12.6}, "contradicted"),
        ({"stated_low": 5, "point": 6, "weakest_evidence": "scenario"}, "inconclusive"),
        ({"stated_low": 5, "point": 6, "testable": "judgement"}, "not_testable"),
    ],
)
def test_verdicts(inputs: dict[str, Any], verdict: str) -> None:
    assert answer("M37", **inputs)["verdict"] == verdict
