"""M09: frontier and capability per dollar."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement, rows_of

MODELS = (
    Column("model_id", "text", "model"),
    Column("price_usd", "double", "price"),
    Column("score", "double", "score"),
)


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    return {"m09_models": rows_of(MODELS, inputs.get("models"))}


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    usable = [row for row in results["m09_models_placed"] if row["flag"] in (None, "free")]
    frontier = [row for row in usable if row["is_on_frontier"]]
    slopes = [row["log10_price_per_point"] for row in frontier]
    return {
        "frontier": [row["model_id"] for row in frontier],
        "score_per_dollar": {row["model_id"]: row["score_per_dollar"] for row in usable},
        "log10_price_per_point": [slope for slope in slopes if slope is not None],
        "flag": None if usable else "no_data",
    }


ADAPTER = Adapter(
    method="M09",
    tables={"m09_models": MODELS},
    fill=_fill,
    statements=(
        Statement("m09_models_placed", "{{ efficient_frontier('m09_models') }}", "frontier_number"),
    ),
    fold=_fold,
)
