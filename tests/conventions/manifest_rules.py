"""Rules of STYLE on dbt's manifest: who reads whom, what columns and units must say."""

import re
from collections.abc import Iterator
from typing import Any

from tests.conventions.findings import Finding

# Units that are also the last part of a column name; the longest ending decides.
SUFFIX_UNITS: dict[str, tuple[str, ...]] = {
    "usd_per_mtok": ("usd_per_mtok",),
    "usd_per_gpu_hour": ("usd_per_gpu_hour",),
    "usd_per_hour": ("usd_per_hour",),
    "usd_per_task": ("usd_per_task",),
    "usd_per_year": ("usd_per_year",),
    "usd_per_query": ("usd_per_query",),
    "log10_usd": ("log10_usd",),
    "usd": ("usd",),
    "share": ("share",),
    "x": ("times", "ratio"),
    "tokens_per_day": ("tokens_per_day",),
    "tokens_per_second": ("tokens_per_second",),
    "tokens": ("tokens",),
    "params": ("params",),
    "flop_per_second": ("flop_per_second",),
    "flop": ("flop",),
    "count": ("count",),
    "days": ("days",),
    "months": ("months",),
    "years": ("years",),
    "minutes": ("minutes",),
    "hours": ("hours",),
    "seconds": ("seconds",),
    "gigabytes": ("gigabytes",),
}
# Units that a name may also carry without an ending of its own.
FREE_UNITS = {"times", "ratio", "fold_per_year", "index", "score", "points", "count", "varies"}
NUMBER = re.compile(r"^(tinyint|smallint|integer|bigint|hugeint|float|double|decimal|numeric)")
MAY_READ = {
    "staging": {"source"},
    "intermediate": {"staging", "seeds", "intermediate"},
    "marts": {"staging", "seeds", "intermediate", "marts"},
}


def check_manifest(manifest: dict[str, Any], units: set[str]) -> list[Finding]:
    """All findings in the models of a manifest; `units` are the ids of seeds/units.csv."""
    layers = {name: _layer(node) for name, node in manifest["nodes"].items()}
    layers.update(dict.fromkeys(manifest["sources"], "source"))
    found = []
    for name, node in sorted(manifest["nodes"].items()):
        if node["resource_type"] != "model":
            continue
        checks = [_readers(node, layers, layers[name]), _names(node, layers[name])]
        if layers[name] == "marts":
            checks += [_columns(node, units), _contract(node)]
        place = f"dbt_project/{node['original_file_path']}"
        for rule, words in (finding for check in checks for finding in check):
            column = f":{words.partition(':')[0]}" if rule in ("units", "unit in name") else ""
            found.append(Finding(rule, place + column, words))
    return found


def _layer(node: dict[str, Any]) -> str:
    return "seeds" if node["resource_type"] == "seed" else node["fqn"][1]


def _readers(node: dict[str, Any], layers: dict[str, str], layer: str) -> Iterator[tuple[str, str]]:
    parents = [name for name in node["depends_on"]["nodes"] if name in layers]
    for parent in parents:
        if layers[parent] not in MAY_READ[layer]:
            yield "reads", f"{layer} may not read {parent}"
    if layer == "staging" and len(parents) != 1:
        yield "reads", f"staging reads exactly one source, found {len(parents)}"


def _names(node: dict[str, Any], layer: str) -> Iterator[tuple[str, str]]:
    name, start = node["name"], {"staging": "stg_", "intermediate": "int_"}.get(layer, "")
    if not name.startswith(start) or (
        layer == "marts" and re.match(r"(stg|int|fct|dim|mart)_", name)
    ):
        yield "names", f"expected a name that starts with {start!r}, found {name}"
    if re.search(r"(^|_)(v\d+|new|final|utils|helpers|misc|temp|tmp)(_|$)", name):
        yield "names", f"expected an analyst's word, found {name}"
    if not re.search(r"\bone row (per|for)\b[^.]*\.?\s*$", node["description"].lower()):
        yield "grain", f"{name}: expected a description that ends with 'One row per ...'"


def _contract(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if not node["config"]["contract"]["enforced"]:
        yield "contract", f"{node['name']}: expected an enforced contract"


def _columns(node: dict[str, Any], units: set[str]) -> Iterator[tuple[str, str]]:
    if not node["columns"]:
        yield "columns", f"{node['name']}: expected described columns, found none"
    for name, column in node["columns"].items():
        if not column["description"].strip():
            yield "columns", f"{name}: expected a description"
        kind = (column["data_type"] or "").lower()
        if not kind:
            yield "columns", f"{name}: expected a data_type"
        unit = ((column.get("config") or {}).get("meta") or column.get("meta") or {}).get("unit")
        if NUMBER.match(kind) and unit is None:
            yield "units", f"{name}: expected a unit"
        if unit is not None and unit not in units:
            yield "units", f"{name}: expected a unit of seeds/units.csv, found {unit}"
        words = fault_of_name(name, kind, unit)
        if words:
            yield "unit in name", f"{name}: {words}"


def fault_of_name(name: str, kind: str, unit: str | None) -> str:
    """What is wrong between the name of a column, its type and its unit; empty if nothing."""
    if name.endswith("_date") and kind != "date":
        return f"expected the type date, found {kind}"
    if name.endswith("_at") and not kind.startswith("timestamp"):
        return f"expected the type timestamp, found {kind}"
    if kind == "boolean" and not re.match(r"(is|has)_", name):
        return "expected a truth value to start with is_ or has_"
    if re.match(r"(is|has)_", name) and kind != "boolean":
        return f"expected a truth value, found {kind}"
    if unit is None or not NUMBER.match(kind):
        return ""
    ending = next((end for end in SUFFIX_UNITS if name == end or name.endswith(f"_{end}")), None)
    if ending and unit not in SUFFIX_UNITS[ending]:
        return f"expected the unit {' or '.join(SUFFIX_UNITS[ending])}, found {unit}"
    if not ending and unit in SUFFIX_UNITS and unit not in FREE_UNITS:
        return f"expected a name that ends with its unit {unit}"
    return ""
