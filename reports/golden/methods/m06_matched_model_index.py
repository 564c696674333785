"""M06: chained matched-model index."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement
from reports.golden.periods import in_order

PANEL = (
    Column("period", "integer", "period"),
    Column("item_id", "text", "item"),
    Column("price_usd", "double", "price"),
    Column("quantity", "double", "qty"),
)


def _periods(inputs: Inputs) -> list[Any]:
    return in_order(row["period"] for row in inputs.get("panel") or [])


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    numbers = {period: number for number, period in enumerate(_periods(inputs))}
    panel = [
        (numbers[row["period"]], row["item"], row.get("price"), row.get("qty"))
        for row in inputs.get("panel") or []
    ]
    return {"m06_panel": panel, "m06_cases": [(inputs.get("formula"),)]}


def _fold(inputs: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    periods, rows = _periods(inputs), results["m06_indices"]
    series = [
        {
            "period": periods[row["period"]],
            "index": row["price_index"],
            "link": row["link_x"],
            "matched": row["matched_count"],
            "matched_spend_share": row["matched_spend_share"],
        }
        for row in rows
    ]
    return {"series": series, "flag": rows[-1]["flag"] if rows else "no_data"}


ADAPTER = Adapter(
    method="M06",
    tables={"m06_panel": PANEL, "m06_cases": (Column("formula", "text", "formula"),)},
    fill=_fill,
    statements=(
        Statement("m06_indices", "{{ matched_model_index('m06_panel', 'm06_cases') }}", "period"),
    ),
    fold=_fold,
)
