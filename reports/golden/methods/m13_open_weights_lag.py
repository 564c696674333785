"""M13: lag of open weights."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement, row_of, rows_of

SCORES = (Column("observed_date", "date", "date"), Column("score", "double", "score"))
CASES = (
    Column("as_of_date", "date", "as_of"),
    Column("match_tolerance", "double", "match_tolerance", 0),
)


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    return {
        "m13_closed": rows_of(SCORES, inputs.get("closed")),
        "m13_open": rows_of(SCORES, inputs.get("open")),
        "m13_cases": [row_of(CASES, inputs)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    lags, median = results["m13_lags"], results["m13_medians"][0]
    return {
        "lags": [row["lag_days"] for row in lags],
        "censored": [row["is_censored"] for row in lags],
        "median_days": median["median_days"],
        "median_months": median["median_months"],
        "flag": median["flag"],
    }


ADAPTER = Adapter(
    method="M13",
    tables={"m13_closed": SCORES, "m13_open": SCORES, "m13_cases": CASES},
    fill=_fill,
    statements=(
        Statement(
            "m13_lags",
            "{{ catch_up_lags('m13_closed', 'm13_open', 'm13_cases') }}",
            "record_number",
        ),
        Statement("m13_medians", "{{ lag_median('m13_lags', 'm13_cases') }}"),
    ),
    fold=_fold,
)
