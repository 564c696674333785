"""M14: learning curve."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement

KEYS = {
    "b": "elasticity",
    "learning_rate": "learning_share",
    "r2": "r2",
    "doublings_for_target": "doublings_for_target",
    "flag": "flag",
}


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    quantities, costs = inputs.get("cumulative") or [], inputs.get("cost") or []
    return {
        "m14_points": list(zip(quantities, costs, strict=True)),
        "m14_cases": [(inputs.get("target_fold"),)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    row = results["m14_curves"][0]
    return {key: row[column] for key, column in KEYS.items()}


ADAPTER = Adapter(
    method="M14",
    tables={
        "m14_points": (
            Column("cumulative_quantity", "double", "cumulative"),
            Column("cost_usd", "double", "cost"),
        ),
        "m14_cases": (Column("target_fold", "double", "target_fold"),),
    },
    fill=_fill,
    statements=(Statement("m14_curves", "{{ learning_curve('m14_points', 'm14_cases') }}"),),
    fold=_fold,
)
