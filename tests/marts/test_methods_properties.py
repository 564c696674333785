"""What must hold for any input: envelopes, indices, frontiers and lags. Several cases at a time."""

import datetime
import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.methods import answers

DAY = datetime.date(2024, 1, 1)
FEW = settings(max_examples=8)
days = st.integers(0, 40).map(lambda number: (DAY + datetime.timedelta(number)).isoformat())
prices = st.sampled_from([None, -1.0, 0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 7.5])
scores = st.sampled_from([None, 40.0, 49.9, 50.0, 60.0, 80.0])
listings = st.fixed_dictionaries({
    "model": st.sampled_from(["a", "b", "B", "é", "z"]),
    "date": days,
    "end": st.none() | days,
    "price": prices,
    "score": scores,
})  # fmt: skip
envelopes = st.lists(st.lists(listings, max_size=12), min_size=1, max_size=6)


def eligible(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if (row["price"] or 0) > 0 and (row["score"] or 0) >= 50]


@FEW
@given(envelopes)
def test_a_running_envelope_never_rises(cases: list[list[dict[str, Any]]]) -> None:
    found = answers("M02", [{"bar": 50, "listings": rows} for rows in cases])
    for rows, envelope in zip(cases, found, strict=True):
        steps = [step["price"] for step in envelope["steps"]]
        assert all(before > after for before, after in itertools.pairwise(steps))
        assert steps[-1:] == (
            [min(row["price"] for row in eligible(rows))] if eligible(rows) else []
        )
        assert sum(envelope["excluded"].values()) == len(rows) - len(eligible(rows))


@FEW
@given(envelopes)
def test_an_available_price_is_that_of_a_scan_of_each_day(
    cases: list[list[dict[str, Any]]],
) -> None:
    found = answers("M02", [{"bar": 50, "mode": "available", "listings": rows} for rows in cases])
    for rows, envelope in zip(cases, found, strict=True):
        dates = [(DAY + datetime.timedelta(number)).isoformat() for number in range(42)]
        for date in dates:
            valid = [
                row
                for row in eligible(rows)
                if row["date"] <= date and (row["end"] is None or date < row["end"])
            ]
            best = min(
                valid,
                key=lambda row: (row["price"], -row["score"], row["date"], row["model"].encode()),
                default={"price": None, "model": None},
            )
            steps = [step for step in envelope["steps"] if step["date"] <= date]
            assert (steps[-1]["price"] if steps else None) == best["price"]
            if steps and steps[-1]["date"] == date:
                assert steps[-1]["model"] == best["model"]


items = st.fixed_dictionaries({
    "period": st.integers(1, 5),
    "item": st.sampled_from("abcd"),
    "price": st.sampled_from([0.0, 0.5, 1.0, 3.0]),
    "qty": st.sampled_from([1, 2, 10]),
})  # fmt: skip
panels = st.lists(
    items, min_size=1, max_size=20, unique_by=lambda row: (row["period"], row["item"])
)
formulas = st.sampled_from(["jevons", "laspeyres", "paasche", "fisher", "tornqvist"])


@FEW
@given(
    st.lists(st.fixed_dictionaries({"panel": panels, "formula": formulas}), min_size=1, max_size=6)
)
def test_an_index_starts_at_100_and_stays_above_0(cases: list[dict[str, Any]]) -> None:
    for found in answers("M06", cases):
        series = found["series"]
        assert series[0]["index"] == 100
        after = [row["index"] for row in series]
        broken = after.index(None) if None in after else len(after)
        assert all(index > 0 for index in after[:broken])
        assert all(index is None for index in after[broken:])
        assert (found["flag"] == "chain_broken") == (broken < len(after))


models = st.lists(
    st.fixed_dictionaries({
        "model": st.uuids().map(str),
        "price": st.sampled_from([None, 0.0, 1.0, 2.0, 3.0]),
        "score": st.sampled_from([None, 10.0, 20.0, 30.0]),
    }),
    max_size=10,
    unique_by=lambda row: row["model"],
)  # fmt: skip


@FEW
@given(st.lists(models, min_size=1, max_size=6))
def test_the_frontier_is_what_no_model_dominates(cases: list[list[dict[str, Any]]]) -> None:
    found = answers("M09", [{"models": rows} for rows in cases])
    for rows, frontier in zip(cases, found, strict=True):
        usable = [row for row in rows if row["price"] is not None and row["score"] is not None]
        free_of_rivals = {
            row["model"]
            for row in usable
            if not any(
                other["price"] <= row["price"]
                and other["score"] >= row["score"]
                and (other["price"], other["score"]) != (row["price"], row["score"])
                for other in usable
            )
        }
        assert set(frontier["frontier"]) == free_of_rivals
        assert all(slope > 0 for slope in frontier["log10_price_per_point"])


dated_scores = st.lists(
    st.fixed_dictionaries({"date": days, "score": st.sampled_from([None, 1.0, 2.0, 3.0, 4.0])}),
    max_size=10,
)


@FEW
@given(
    st.lists(
        st.fixed_dictionaries({"closed": dated_scores, "open": dated_scores, "as_of": days}),
        min_size=1,
        max_size=6,
    )
)
def test_a_lag_is_never_below_0(cases: list[dict[str, Any]]) -> None:
    for case, found in zip(cases, answers("M13", cases), strict=True):
        assert all(0 <= lag <= 40 for lag in found["lags"])
        assert len(found["lags"]) == len(found["censored"])
        best = {row["score"] for row in case["closed"] if row["date"] <= case["as_of"]} - {None}
        assert (found["flag"] == "no_data") == (not best)
        assert len(found["lags"]) <= len(best)
