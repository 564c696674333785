"""M02 and M03 in a row, over a file of facts: published rates, worked out again."""

from pathlib import Path
from typing import Any

import duckdb

from reports.golden.adapter import Adapter, Inputs, Place, Rows, Statement, row_of, rows_of
from reports.golden.methods.m02_lower_envelope import CASES, LISTINGS, fold_envelope
from reports.golden.methods.m03_log_linear_decline import CASES as DECLINE_CASES
from reports.golden.methods.m03_log_linear_decline import fold_decline

# Facts that lie in the project under a name of its own, with the columns a case may speak of.
RENAMED = {
    "epoch_price_replication_2025-03.csv": (
        "published_price_points.csv",
        "select *, model_name as model, price_date as date, mmlu_score as mmlu, "
        "gpqa_diamond_score as gpqa_diamond, humaneval_score as humaneval, "
        "math_500_score as math_500, math_5_score as math_5, arena_elo_points as arena_elo, "
        "cast(is_reasoning as integer) as reasoning from read_csv(?)",
    )
}


def _source(name: str, place: Place) -> tuple[str, Path]:
    """Query and file of the facts that a case names: beside the case file, or bundled."""
    base = Path(name).name
    bundled = place.project / "ingest/bundled"
    for file in (place.folder / base, bundled / base):
        if file.is_file():
            return "select * from read_csv(?)", file
    if base in RENAMED:
        other, query = RENAMED[base]
        return query, bundled / other
    raise ValueError(f"data_file: expected {base} beside the case file or in ingest/bundled")


def _read_listings(inputs: Inputs, place: Place) -> list[tuple]:
    query, file = _source(inputs["data_file"], place)
    chosen = (
        f'select model, date, null, usd_per_mtok, "{inputs["score_column"]}", false '
        f"from ({query}) where {inputs.get('where') or 'true'}"
    )
    with duckdb.connect() as connection:
        return connection.execute(chosen, [str(file)]).fetchall()


def _fill(inputs: Inputs, place: Place) -> dict[str, list[tuple]]:
    is_file = "data_file" in inputs
    listings = (
        _read_listings(inputs, place) if is_file else rows_of(LISTINGS, inputs.get("listings"))
    )
    return {
        "m02_m03_listings": listings,
        "m02_m03_cases": [row_of((*CASES, *DECLINE_CASES), inputs)],
    }


def _fold(_: Inputs, results: dict[str, Rows]) -> dict[str, Any]:
    answer = fold_envelope(results["m02_m03_steps"], results["m02_m03_exclusions"][0])
    return answer | fold_decline(results["m02_m03_declines"][0])


ADAPTER = Adapter(
    method="M02+M03",
    tables={"m02_m03_listings": LISTINGS, "m02_m03_cases": (*CASES, *DECLINE_CASES)},
    fill=_fill,
    statements=(
        Statement(
            "m02_m03_steps",
            "{{ envelope_steps('m02_m03_listings', 'm02_m03_cases') }}",
            "step_number",
        ),
        Statement(
            "m02_m03_exclusions",
            "{{ envelope_exclusions('m02_m03_listings', 'm02_m03_cases') }}",
        ),
        Statement(
            "m02_m03_points",
            "select case_id, step_date as observed_date, price_usd from m02_m03_steps",
        ),
        Statement(
            "m02_m03_declines",
            "{{ log_linear_decline('m02_m03_points', 'm02_m03_cases', 't_quantiles') }}",
        ),
    ),
    fold=_fold,
)
