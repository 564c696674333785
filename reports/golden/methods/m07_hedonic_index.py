"""M07: hedonic index. The function of the dbt model, called as it is."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from reports.golden.adapter import Adapter, Inputs, Rows
from reports.golden.periods import in_order

MODEL = "dbt_project/models/intermediate/int_prices_index_hedonic.py"


@cache
def _model() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / MODEL
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fold(inputs: Inputs, _: dict[str, Rows]) -> dict[str, Any]:
    listed = inputs.get("rows") or []
    periods = in_order(row["period"] for row in listed)
    rows = [
        (
            periods.index(row["period"]),
            row.get("price"),
            1.0 if row.get("w") is None else row["w"],
            row["x"] if isinstance(row.get("x"), list) else [None],
        )
        for row in listed
    ]
    answer = _model().hedonic_index(rows, inputs.get("kind") or "time_dummy")
    index = answer["index"]
    if index is not None:
        index = {str(periods[number]): value for number, value in index.items()}
    return {"index": index, "beta": answer["beta"], "n": answer["n"], "flag": answer["flag"]}


ADAPTER = Adapter(method="M07", fold=_fold)
