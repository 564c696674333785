"""M37: verdict on a claim."""

from dataclasses import replace
from typing import Any

from reports.golden.adapter import Column, Inputs, Rows, one_row_adapter


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    row = results["m37_answers"][0]
    return {"verdict": row["verdict"], "reason": row["reason"], "flag": None}


ADAPTER = replace(
    one_row_adapter(
        method="M37",
        template="{{ claim_verdict('{table}') }}",
        columns=(
            Column("stated_low", "double", "stated_low"),
            Column("stated_high", "double", "stated_high"),
            Column("measured", "double", "point"),
            Column("interval_low", "double", "ci_low"),
            Column("interval_high", "double", "ci_high"),
            Column("observations_count", "integer", "n", 1),
            Column("minimum_observations", "integer", "min_n", 1),
            Column("tolerance", "double", "tolerance", 0.25),
            Column("testable", "text", "testable"),
            Column("weakest_evidence", "text", "weakest_evidence"),
        ),
        keys={},
    ),
    fold=_fold,
)
