"""M02: lower envelope."""

from typing import Any

from reports.golden.adapter import Adapter, Column, Inputs, Place, Rows, Statement, row_of, rows_of

LISTINGS = (
    Column("listing_id", "text", "model"),
    Column("valid_from_date", "date", "date"),
    Column("valid_to_date", "date", "end"),
    Column("price_usd", "double", "price"),
    Column("score", "double", "score"),
    Column("is_left_censored", "boolean", "left_censored", False),
)
CASES = (
    Column("bar_score", "double", "bar"),
    Column("below_score", "double", "score_below"),
    Column("mode", "text", "mode", "running_min"),
    Column("as_of_date", "date", "as_of"),
)
REASONS = ("missing_score", "missing_price", "nonpositive_price", "below_bar", "above_cap")


def _fill(inputs: Inputs, _: Place) -> dict[str, list[tuple]]:
    return {
        "m02_listings": rows_of(LISTINGS, inputs.get("listings")),
        "m02_cases": [row_of(CASES, inputs)],
    }


def fold_envelope(steps: Rows, excluded: dict[str, Any]) -> dict[str, Any]:
    """The steps, and the counts of what was left out, under the keys of METHOD."""
    return {
        "steps": [
            {"date": step["step_date"], "model": step["listing_id"], "price": step["price_usd"]}
            for step in steps
        ],
        "excluded": {reason: excluded[f"{reason}_count"] for reason in REASONS},
    }


def _fold(inputs: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    summary = results["m02_summaries"][0]
    answer = fold_envelope(results["m02_steps"], results["m02_exclusions"][0])
    answer |= {"price_as_of": summary["price_as_of_usd"], "flag": summary["flag"]}
    if inputs.get("grid") == "month":
        answer["grid"] = [
            {"date": row["grid_date"], "price": row["price_usd"]} for row in results["m02_grid"]
        ]
        answer["months_since_last_step"] = summary["months_since_last_step"]
    return answer


ADAPTER = Adapter(
    method="M02",
    tables={"m02_listings": LISTINGS, "m02_cases": CASES},
    fill=_fill,
    statements=(
        Statement("m02_steps", "{{ envelope_steps('m02_listings', 'm02_cases') }}", "step_number"),
        Statement("m02_exclusions", "{{ envelope_exclusions('m02_listings', 'm02_cases') }}"),
        Statement("m02_summaries", "{{ envelope_summary('m02_steps', 'm02_cases') }}"),
        Statement("m02_grid", "{{ envelope_grid('m02_steps', 'm02_cases') }}", "grid_date"),
    ),
    fold=_fold,
)
