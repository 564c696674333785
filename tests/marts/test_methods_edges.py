"""Edges of the methods, worked out by hand. The golden cases hold the common ones."""

import math
from typing import Any

import pytest

from tests.golden.methods import answer, answers


def listing(model: str, date: str, price: float | None, score: float | None, **more: Any) -> dict:
    return {"model": model, "date": date, "price": price, "score": score, **more}


def points(*pairs: tuple[str, float | None]) -> list[dict[str, Any]]:
    return [{"date": date, "price": price} for date, price in pairs]


def test_call_prices_by_mix_and_cache() -> None:
    even = answer("M01", p_in=2.5, p_out=10, w_in=1, w_out=1)
    assert even["blended"] == pytest.approx((2.5 + 10) / 2)
    cached = answer("M01", p_in=4, p_out=20, cache_write_share=0.5, cache_write_mult=1.25)
    assert cached["p_in_eff"] == pytest.approx(4 * (0.5 + 0.5 * 1.25))
    assert cached["blended_eff"] == pytest.approx((3 * 4.5 + 20) / 4)


@pytest.mark.parametrize(
    ("inputs", "flag"),
    [
        ({"p_in": -1, "p_out": 1}, "invalid_price"),
        (
            {"p_in": 1, "p_out": 1, "cache_read_share": 0.7, "cache_write_share": 0.4},
            "out_of_range",
        ),
        ({"p_in": 1, "p_out": 1, "w_in": 0, "w_out": 0}, "zero_denominator"),
    ],
)
def test_a_call_without_a_price_says_why(inputs: dict[str, Any], flag: str) -> None:
    found = answer("M01", **inputs)
    assert found["flag"] == flag
    assert found["blended"] is None
    assert found["p_in_eff"] is None


def test_shares_that_use_up_the_input_are_in_range() -> None:
    found = answer(
        "M01", p_in=10, p_out=0, cache_read_share=0.9, cache_read_mult=0.1, cache_write_share=0.1
    )
    assert found["flag"] is None
    assert found["p_in_eff"] == pytest.approx(10 * (0.9 * 0.1 + 0.1))


def test_the_bar_is_inclusive_and_the_cap_exclusive() -> None:
    rows = [listing("at", "2024-01-01", 5, 50), listing("cap", "2024-02-01", 1, 80)]
    found = answer("M02", bar=50, score_below=80, listings=rows)
    assert [step["model"] for step in found["steps"]] == ["at"]
    assert found["excluded"]["above_cap"] == 1


def test_ties_go_to_the_higher_score_then_to_the_first_name_in_bytes() -> None:
    rows = [
        listing("b", "2024-01-01", 5, 60),
        listing("a", "2024-01-01", 5, 60),
        listing("Z", "2024-01-01", 5, 60),
        listing("c", "2024-01-01", 5, 59),
    ]
    for mode in ("running_min", "available"):
        assert answer("M02", bar=50, mode=mode, listings=rows)["steps"][0]["model"] == "Z"


def test_a_price_without_offers_is_null_until_the_next_offer() -> None:
    rows = [
        listing("a", "2024-01-01", 5, 60, end="2024-02-01"),
        listing("b", "2024-03-01", 7, 60),
        listing("never", "2024-01-15", 1, 60, end="2024-01-15"),
    ]
    found = answer("M02", bar=50, mode="available", listings=rows, as_of="2024-02-10", grid="month")
    assert [(step["date"], step["price"]) for step in found["steps"]] == [
        ("2024-01-01", 5),
        ("2024-02-01", None),
        ("2024-03-01", 7),
    ]
    assert found["price_as_of"] is None
    assert found["grid"] == [
        {"date": d, "price": p} for d, p in [("2024-01-01", 5), ("2024-02-01", None)]
    ]


def test_a_listing_of_unknown_first_day_does_not_open_an_envelope() -> None:
    rows = [
        listing("seen", "2023-09-01", 30, 60, left_censored=True),
        listing("launched", "2023-10-01", 40, 60),
        listing("seen later", "2023-11-01", 20, 60, left_censored=True),
    ]
    found = answer("M02", bar=50, listings=rows)
    assert [step["model"] for step in found["steps"]] == ["launched", "seen later"]
    only = answer("M02", bar=50, listings=rows[:1])
    assert only["flag"] == "no_data"
    # an offer that goes on counts from the day on which the envelope opens
    found = answer("M02", bar=50, mode="available", listings=rows)
    assert [(step["date"], step["model"]) for step in found["steps"]] == [
        ("2023-10-01", "seen"),
        ("2023-11-01", "seen later"),
    ]


def test_no_listings_is_no_data() -> None:
    found = answer("M02", bar=50, listings=[], as_of="2024-01-01", grid="month")
    assert found["flag"] == "no_data"
    assert found["steps"] == found["grid"] == []
    assert set(found["excluded"].values()) == {0}


def test_cases_in_the_same_tables_do_not_mix() -> None:
    rows = [listing("a", "2024-01-01", 5, 60), listing("b", "2024-02-01", 1, 40)]
    both = answers("M02", [{"bar": 50, "listings": rows}, {"bar": 30, "listings": rows}])
    assert [len(found["steps"]) for found in both] == [1, 2]


def test_interval_of_three_points_by_hand() -> None:
    # x 0, 1, 2 years; log10 price 2, 1, 1: mean 4/3, slope (-2/3 - 1/3) / 2 = -1/2
    # residuals 1/6, -1/3, 1/6: squares 1/6, of 2/3 in all; standard error sqrt(1/6 / 1 / 2)
    given = points(("2021-01-01", 100.0), ("2022-01-01", 10.0), ("2023-01-01", 10.0))
    found = answer("M03", points=given, days_per_year=365)
    margin = 6.313751515 * math.sqrt(1 / 12)
    assert found["slope_log10_per_year"] == pytest.approx(-0.5)
    assert found["r2"] == pytest.approx(1 - (1 / 6) / (2 / 3))
    assert found["fold_ci_low"] == pytest.approx(10 ** (0.5 - margin))
    assert found["fold_ci_high"] == pytest.approx(10 ** (0.5 + margin))
    assert found["publishable"] is False
    narrow = answer("M03", points=given, days_per_year=365, ci=0.8)
    assert narrow["fold_ci_high"] == pytest.approx(10 ** (0.5 + 3.077683537 * math.sqrt(1 / 12)))


def test_a_level_without_quantiles_has_no_interval() -> None:
    given = points(("2021-01-01", 100.0), ("2022-01-01", 10.0), ("2023-01-01", 10.0))
    found = answer("M03", points=given, ci=0.99)
    assert (found["fold_ci_low"], found["flag"]) == (None, "no_ci")


def test_equal_prices_decline_onefold() -> None:
    found = answer("M03", points=points(*((f"202{year}-01-01", 0.1) for year in range(5))))
    assert found["fold_per_year"] == found["fold_ci_low"] == found["fold_ci_high"] == 1
    assert (found["r2"], found["half_life_months"]) == (None, None)
    assert found["flag"] == "not_declining"


def test_one_day_has_no_rate_and_missing_prices_no_points() -> None:
    found = answer("M03", points=points(("2024-01-01", 1.0), ("2024-01-01", 2.0)))
    assert (found["fold_per_year"], found["flag"]) == (None, "no_time_variation")
    found = answer("M03", points=points(("2024-01-01", None), ("2024-02-01", 0.0)))
    assert (found["n"], found["flag"]) == (0, "insufficient_obs")


def test_a_rate_beyond_numbers_is_out_of_range() -> None:
    found = answer("M03", points=points(("2024-01-01", 1e6), ("2024-01-02", 1e-6)))
    assert (found["fold_per_year"], found["flag"]) == (None, "out_of_range")


def test_280_fold_in_23_months() -> None:
    found = answer("M04", fold_total=280, years=23 / 12)
    assert found["fold_per_year"] == pytest.approx(280 ** (12 / 23))
    assert round(found["fold_per_year"], 1) == 18.9


@pytest.mark.parametrize(
    ("inputs", "flag"),
    [
        ({"decline_pct_total": 1, "years": 2}, "out_of_range"),
        ({"p0": 1, "p1": 0, "years": 2}, "nonpositive_price"),
        ({"p0": 1, "years": 2}, "missing_price"),
        ({"p0": 2, "p1": 1}, "no_data"),
        ({"p0": 2, "p1": 1, "years": -1}, "out_of_range"),
    ],
)
def test_conversions_that_cannot_be_made(inputs: dict[str, Any], flag: str) -> None:
    found = answer("M04", **inputs)
    assert (found["fold_per_year"], found["flag"]) == (None, flag)


def test_a_price_that_rises_has_no_half_life() -> None:
    found = answer("M04", p0=1, p1=4, years=2)
    assert found["fold_per_year"] == pytest.approx(0.5)
    assert (found["half_life_months"], found["flag"]) == (None, "not_declining")


def test_bootstrap_quantiles_by_hand() -> None:
    # folds of the two usable resamples: 100/10 and 10/0.1, so 10 and 100
    given = points(("2021-01-01", 100.0), ("2022-01-01", 10.0), ("2023-01-01", 0.1))
    found = answer("M05", points=given, resamples=[[0, 1], [1, 2], [2, 2]], days_per_year=365)
    assert found["fold_low"] == pytest.approx(10 + 0.05 * 90)
    assert found["fold_median"] == pytest.approx(55)
    assert found["fold_high"] == pytest.approx(10 + 0.95 * 90)
    assert (found["used"], found["dropped"]) == (2, 1)


def test_bootstrap_without_resamples_says_so() -> None:
    found = answer("M05", points=points(("2021-01-01", 100.0)), resamples=[])
    assert (found["fold_median"], found["used"], found["flag"]) == (None, 0, "insufficient_obs")
