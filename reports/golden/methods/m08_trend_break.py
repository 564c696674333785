"""M08: break in the trend."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement

KEYS = {
    "first_of_second": "first_of_second_number",
    "F": "f_statistic",
    "fold_before": "fold_before_per_year",
    "fold_after": "fold_after_per_year",
    "delta_bic": "delta_bic",
    "accept": "is_accepted",
    "flag": "flag",
}


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    times, prices = inputs.get("t_years") or [], inputs.get("price") or []
    least = inputs.get("min_seg")
    return {
        "m08_points": list(zip(times, prices, strict=True)),
        "m08_cases": [(4 if least is None else least,)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    row = results["m08_breaks"][0]
    return {key: row[column] for key, column in KEYS.items()}


ADAPTER = Adapter(
    method="M08",
    tables={
        "m08_points": (
            Column("observed_years", "double", "t_years"),
            Column("price_usd", "double", "price"),
        ),
        "m08_cases": (Column("minimum_points", "integer", "min_seg", 4),),
    },
    fill=_fill,
    statements=(Statement("m08_breaks", "{{ trend_break('m08_points', 'm08_cases') }}"),),
    fold=_fold,
)
