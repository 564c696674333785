"""The files beside a memo: one CSV an exhibit, one for the numbers, and figures.json.

The CSV files are attached to the PDF as well. One row a cell, all with the same columns, so that
any printed number can be found by its key.
"""

import csv
import io
import json
from typing import Any

from reports import format
from reports.evidence import Ledger, Line, file_name, series_column
from reports.figures import Column, Row, printed, sources_of
from reports.views import cell_text

FIELDS = (
    "memo", "exhibit", "row_key", "column", "printed", "value", "unit", "as_of_date", "n", "low",
    "high", "interval_kind", "method", "mart", "key", "evidence_class", "source_ids",
)  # fmt: skip


def _csv(rows: list[dict[str, str]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _shared(ledger: Ledger, line: Line) -> dict[str, str]:
    return {
        "memo": ledger.memo.id, "exhibit": line.exhibit or line.id, "column": line.label,
        "unit": line.unit, "as_of_date": line.as_of_date.isoformat(), "n": line.n,
        "interval_kind": line.interval_kind, "method": line.method, "mart": line.mart,
        "key": line.key, "evidence_class": line.evidence_class,
        "source_ids": " ".join(line.source_ids),
    }  # fmt: skip


def numbers_csv(ledger: Ledger) -> str:
    """CSV of all single numbers. Grain: one row a number."""
    rows = []
    for line in ledger.lines:
        if line.exhibit:
            continue
        _, row = ledger.values.numbers[line.figure]
        rows.append(_shared(ledger, line) | {
            "row_key": line.figure, "printed": line.printed, "value": line.full,
            "n": format.full(row.get("n")),
            "low": format.full(row.get("low")), "high": format.full(row.get("high")),
        })  # fmt: skip
    return _csv(rows)


def table_csv(ledger: Ledger, name: str) -> str:
    """CSV of a table. Grain: one row a cell, cells of words included."""
    table, data = ledger.values.tables[name]
    lines = {line.id: line for line in ledger.lines}
    rows = []
    for row in data:
        for column in table.columns:
            line = lines.get(ledger.line_id("table", name, column.name))
            rows.append(_cell(ledger, name, column, row, line) | {"row_key": str(row[table.key])})
    return _csv(rows)


def _cell(ledger: Ledger, name: str, column: Column, row: Row, line: Line | None) -> dict[str, str]:
    base = _shared(ledger, line) if line else {
        "memo": ledger.memo.id, "exhibit": ledger.label("table", name), "unit": "text",
    }  # fmt: skip
    own = {
        "column": column.name,
        "printed": cell_text(column, row),
        "value": format.full(row.get(column.name)),
        "n": format.full(row.get(column.n)) if column.n else "",
        "low": format.full(row.get(column.low)) if column.low else "",
        "high": format.full(row.get(column.high)) if column.high else "",
    }
    if line and row.get("evidence_class"):
        own["evidence_class"] = row["evidence_class"]
    if line and sources_of(row):
        own["source_ids"] = " ".join(sources_of(row))
    if line and row.get("as_of_date"):
        own["as_of_date"] = format.full(row["as_of_date"])[:10]
    return base | own


def chart_csv(ledger: Ledger, name: str) -> str:
    """CSV of a chart. Grain: one row a point of a series."""
    lines = {line.id: line for line in ledger.lines}
    rows = []
    for series in ledger.images[name].series:
        line = lines[ledger.line_id("chart", name, series.label)]
        column = series_column(series)
        for point in series.points:
            text = printed(column, point.value, point.flag or "no data", "table")
            rows.append(_shared(ledger, line) | {
                "row_key": point.key, "column": series.label, "printed": text,
                "value": format.full(point.value), "n": format.full(point.n),
                "low": format.full(point.low), "high": format.full(point.high),
                "as_of_date": point.as_of_date or line.as_of_date.isoformat(),
            })  # fmt: skip
    return _csv(rows)


def all_csv(ledger: Ledger) -> dict[str, str]:
    """Every CSV of a memo by file name."""
    files = {"numbers.csv": numbers_csv(ledger)}
    for name in ledger.used["table"]:
        files[file_name("table", name)] = table_csv(ledger, name)
    for name in ledger.used["chart"]:
        files[file_name("chart", name)] = chart_csv(ledger, name)
    return files


def manifest_json(ledger: Ledger) -> str:
    """What the memo is: vintage, day of view, overrides, sources with licences."""
    vintage = ledger.vintage
    content = {
        "memo": ledger.memo.id,
        "title": ledger.memo.title,
        "vintage": vintage.id,
        "as_of_date": vintage.as_of_date.isoformat(),
        "is_as_of_view": vintage.is_as_of_view,
        "assumption_overrides": {key: str(value) for key, value in vintage.overrides.items()},
        "sources": [
            {"key": key, "source_id": source.source_id, "name": source.name, "url": source.url,
             "licence": source.licence, "newest_date": format.full(source.newest_date)}
            for key, source in ledger.sources.values()
        ],
    }  # fmt: skip
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def figures_json(ledger: Ledger, previous: dict[str, Any]) -> str:
    """Every line as printed, for the audit and for what changed at the next vintage."""
    content = {
        "memo": ledger.memo.id,
        "vintage": ledger.vintage.id,
        "as_of_date": ledger.vintage.as_of_date.isoformat(),
        "lines": [
            {"id": line.id, "figure": line.figure, "label": line.label, "printed": line.printed,
             "full": line.full, "unit": line.unit, "exhibit": line.exhibit}
            for line in ledger.lines
        ],
        "previous": previous,
    }  # fmt: skip
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def printed_numbers(content: dict[str, Any]) -> dict[str, str]:
    """Printed text of the single numbers by figure, from the content of a figures.json."""
    return {line["figure"]: line["printed"] for line in content["lines"] if not line["exhibit"]}
