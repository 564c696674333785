"""M05: bootstrap interval from given resamples."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement, row_of, rows_of
from reports.golden.methods.m03_log_linear_decline import CASES, POINTS

KEYS = {
    "fold_low": "fold_low",
    "fold_median": "fold_median",
    "fold_high": "fold_high",
    "used": "used_count",
    "dropped": "dropped_count",
    "flag": "flag",
}


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    points = rows_of(POINTS, inputs.get("points"))
    resamples = enumerate(inputs.get("resamples") or [])
    return {
        "m05_points": [(number, *point) for number, point in enumerate(points)],
        "m05_resamples": [(number, point) for number, drawn in resamples for point in drawn],
        "m05_cases": [row_of(CASES, inputs)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    row = results["m05_declines"][0]
    return {key: row[column] for key, column in KEYS.items()}


ADAPTER = Adapter(
    method="M05",
    tables={
        "m05_points": (Column("point_number", "integer", ""), *POINTS),
        "m05_resamples": (
            Column("resample_number", "integer", ""),
            Column("point_number", "integer", ""),
        ),
        "m05_cases": CASES,
    },
    fill=_fill,
    statements=(
        Statement(
            "m05_declines",
            "{{ bootstrap_decline('m05_points', 'm05_resamples', 'm05_cases') }}",
        ),
    ),
    fold=_fold,
)
