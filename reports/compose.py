"""A memo as HTML: queries, pictures, the template rendered twice, and the files beside it."""

import hashlib
import inspect
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import jinja2
from markupsafe import Markup

from reports import exports, fonts, format
from reports.evaluate import Values, evaluate
from reports.evidence import Ledger
from reports.figures import (
    Chart,
    ChartImage,
    Fact,
    FigureError,
    Memo,
    Number,
    Point,
    Row,
    Series,
    Table,
    VintageInfo,
)
from reports.inline import range_axis, range_plot
from reports.lineage import SourceIndex
from reports.links import key_links, mark_of
from reports.views import ChartView, NumberView, TableView

SOURCE_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Composition:
    """A memo ready for the renderer: HTML, the files to attach, and the ledger behind them."""

    html: str
    files: dict[str, str]
    ledger: Ledger
    previous: dict[str, Any]


@dataclass(frozen=True)
class Change:
    """A number that reads differently than in the vintage before."""

    label: str
    line: Markup
    old: str
    new: Markup


@dataclass(frozen=True)
class Changes:
    """What changed since the vintage before; `added` and `dropped` are labels of figures."""

    has_previous: bool
    previous_id: str
    previous_as_of: str
    rows: list[Change]
    added: list[str]


def compose(
    memo: Memo, connection: duckdb.DuckDBPyConnection, lineage: dict[str, Any], templates: Path,
    vintage: VintageInfo, cache: Path | None = None, previous: dict[str, Any] | None = None,
) -> Composition:  # fmt: skip
    """Compose one memo.

    Args:
        lineage: dbt's manifest, or what a vintage keeps of it.
        cache: folder of drawn charts; None draws every chart.
        previous: what the vintage before printed; None looks it up in `vintage.previous`.

    Raises:
        FigureError: a figure, the template or the lineage is not as declared.
    """
    values = evaluate(connection, memo)
    ledger = Ledger(
        memo, vintage, values, draw_all(memo, values, cache),
        SourceIndex(connection, lineage, vintage.as_of_date),
    )  # fmt: skip
    previous = read_previous(memo.id, vintage) if previous is None else previous
    template = environment(templates)
    _render(template, ledger, previous)
    check_uses(memo, templates)
    ledger.freeze()
    html = _render(template, ledger, previous)
    files = exports.all_csv(ledger) | {"manifest.json": exports.manifest_json(ledger)}
    return Composition(html, files, ledger, previous)


def check_uses(memo: Memo, templates: Path) -> None:
    """Every figure stands somewhere in the memo's templates, if only in a branch not taken today.

    Raises:
        FigureError: a figure is declared and never used.
    """
    text = _template_text(templates, f"memos/{memo.id}.html.j2")
    letters = {Number: "n", Fact: "f", Table: "t", Chart: "c"}
    for figure in memo.figures:
        if not re.search(rf"\b{letters[type(figure)]}\.{figure.id}\b", text):
            raise FigureError(
                f"{memo.id}, {figure.id}: expected a use in the template, found none; remove the"
                f" {type(figure).__name__.lower()} or print it"
            )


def _template_text(templates: Path, name: str) -> str:
    """A template with everything it includes."""
    path = templates / name
    if not path.exists():
        raise FigureError(f"templates/{name}: expected a template, found none; write it")
    text = path.read_text(encoding="utf-8")
    included = re.findall(r"{%-?\s*include\s+\"([^\"]+)\"", text)
    return text + "".join(_template_text(templates, inner) for inner in included)


def environment(templates: Path) -> jinja2.Environment:
    """Templates with escaping on, where a misspelt figure is an error."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    found.filters["day"] = format.day
    found.filters["wrap"] = wrap
    found.globals.update(range_plot=range_plot, range_axis=range_axis)
    return found


def wrap(words: str) -> Markup:
    """Text in which a line may break after a slash or an underscore, never inside a number."""
    escaped = str(Markup.escape(words))
    for sign in ("/", "_", "?", "="):
        escaped = escaped.replace(sign, f"{sign}<wbr>")
    return Markup(escaped)


def _render(template: jinja2.Environment, ledger: Ledger, previous: dict[str, Any]) -> str:
    memo = ledger.memo
    try:
        return template.get_template(f"memos/{memo.id}.html.j2").render(context(ledger, previous))
    except jinja2.TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"templates/memos/{memo.id}.html.j2" + (f" line {line}" if line else "")
        raise FigureError(
            f"{where}: expected a name that the memo declares, found: {error}"
        ) from error


def context(ledger: Ledger, previous: dict[str, Any]) -> dict[str, Any]:
    """Everything a template may use."""
    values = ledger.values
    return {
        "memo": ledger.memo,
        "vintage": ledger.vintage,
        "n": {name: NumberView(ledger, name) for name in values.numbers},
        "f": values.facts,
        "t": {name: TableView(ledger, name) for name in values.tables},
        "c": {name: ChartView(ledger, name) for name in values.charts},
        "marks": {name: mark_of(name) for name in format.EVIDENCE_MARKS},
        "evidence_lines": [
            {"line": line, "mark": mark_of(line.evidence_class),
             "sources": key_links(ledger.source_keys(line.source_ids))}
            for line in ledger.lines
        ],
        "sources": [{"key": key, "source": source} for key, source in ledger.sources.values()],
        "changes": changes(ledger, previous),
        "footer_note": footer_note(ledger.vintage),
    }  # fmt: skip


def footer_note(vintage: VintageInfo) -> str:
    """What every page says of an unusual vintage."""
    notes = []
    if vintage.is_as_of_view:
        notes.append(f"As-of view: what was known on {format.day(vintage.as_of_date)}")
    if vintage.is_what_if:
        changed = ", ".join(f"{key} = {value}" for key, value in sorted(vintage.overrides.items()))
        notes.append(f"What-if: {changed}")
    return "".join(f" · {note}" for note in notes)


def read_previous(memo: str, vintage: VintageInfo) -> dict[str, Any]:
    """Printed numbers of the vintage before, empty where there is none."""
    path = vintage.previous / "memos" / memo / "figures.json" if vintage.previous else None
    if path is None or not path.exists():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        "vintage": content["vintage"],
        "as_of_date": content["as_of_date"],
        "printed": exports.printed_numbers(content),
    }


def changes(ledger: Ledger, previous: dict[str, Any]) -> Changes:
    """Numbers that read differently than in the vintage before, in order of their lines."""
    old = previous.get("printed", {})
    numbers = [line for line in ledger.lines if not line.exhibit]
    rows = [
        Change(line.label, key_links([line.id]), old[line.figure],
               NumberView(ledger, line.figure).plain)
        for line in numbers
        if line.figure in old and old[line.figure] != line.printed
    ]  # fmt: skip
    added = [line.label for line in numbers if old and line.figure not in old]
    day = format.as_text_day(previous["as_of_date"]) if previous else ""
    return Changes(bool(previous), previous.get("vintage", ""), day, rows, added)


def _code_of(draw: Callable[..., Any]) -> bytes:
    """Source text and settings of a draw function and of everything that shapes a picture."""
    settings = b""
    while isinstance(draw, partial):
        settings += repr((draw.args, sorted(draw.keywords.items()))).encode()
        draw = draw.func
    names = ("format.py", "chart_style.py", "figures.py", "fonts.py", "charts/*", "memos/**/*")
    paths = [path for name in names for path in sorted(SOURCE_FOLDER.glob(name)) if path.is_file()]
    paths = [path for path in paths if path.suffix == ".py"]
    own = Path(inspect.getsourcefile(draw) or "").read_bytes()
    return settings + own + b"".join(path.read_bytes() for path in paths)


def _cached(path: Path) -> ChartImage | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        series = [
            Series(**{**item, "points": [Point(**point) for point in item["points"]]})
            for item in content["series"]
        ]
        return ChartImage(content["svg"], content["alt"], series)
    except (FileNotFoundError, ValueError, KeyError, TypeError):  # none yet, or damaged
        return None


def draw_all(memo: Memo, values: Values, cache: Path | None) -> dict[str, ChartImage]:
    """Pictures of all charts by figure, from the cache where nothing has changed."""
    images = {}
    for name, (chart, data) in values.charts.items():
        path = cache / f"{_cache_key(name, chart.draw, data)}.json" if cache else None
        image = _cached(path) if path else None
        if image is None:
            image = chart.draw(data, name)
            _check_labels(memo, name, image)
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(asdict(image)), encoding="utf-8")
        images[name] = image
    return images


def _check_labels(memo: Memo, name: str, image: ChartImage) -> None:
    labels = [series.label for series in image.series]
    if len(set(labels)) != len(labels):
        raise FigureError(f"{memo.id}, {name}: expected a name of its own a series, found {labels}")


def _cache_key(name: str, draw: Callable[..., Any], data: dict[str, list[Row]]) -> str:
    rows = repr([(query, rows) for query, rows in sorted(data.items())])
    versions = f"{name} {fonts.versions()} {version('matplotlib')}"
    return hashlib.sha256(_code_of(draw) + rows.encode() + versions.encode()).hexdigest()[:32]
