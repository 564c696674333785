"""M03: log-linear decline with interval."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement, row_of, rows_of

POINTS = (Column("observed_date", "date", "date"), Column("price_usd", "double", "price"))
CASES = (
    Column("days_per_year", "double", "days_per_year", 365.25),
    Column("confidence_level", "double", "ci", 0.90),
)
KEYS = {
    "n": "points_count",
    "slope_log10_per_year": "slope_log10_per_year",
    "fold_per_year": "fold_per_year",
    "fold_ci_low": "fold_low",
    "fold_ci_high": "fold_high",
    "r2": "r2",
    "decline_pct_per_year": "decline_share_per_year",
    "half_life_months": "half_life_months",
    "publishable": "is_publishable",
    "flag": "flag",
}


def fold_decline(row: dict[str, Any]) -> dict[str, Any]:
    """One fitted decline under the keys of METHOD."""
    return {key: row[column] for key, column in KEYS.items()}


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    return {
        "m03_points": rows_of(POINTS, inputs.get("points")),
        "m03_cases": [row_of(CASES, inputs)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    return fold_decline(results["m03_declines"][0])


ADAPTER = Adapter(
    method="M03",
    tables={"m03_points": POINTS, "m03_cases": CASES},
    fill=_fill,
    statements=(
        Statement(
            "m03_declines",
            "{{ log_linear_decline('m03_points', 'm03_cases', 't_quantiles') }}",
        ),
    ),
    fold=_fold,
)
