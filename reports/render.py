"""Figures and a template become HTML and a PDF; the same inputs give the same bytes.

Nothing is fetched: the only files the renderer may open are the faces of reports/fonts.py. A
renderer warning that is not allowed below stops the build, and so does any other font in the PDF.
"""

import io
import json
import logging
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import duckdb
import pikepdf

from reports import compose, exports, fonts
from reports.figures import FigureError, Memo, VintageInfo

with warnings.catch_warnings():  # a missing libharfbuzz-subset is for `make doctor` to tell
    warnings.filterwarnings("ignore", "HarfBuzz-Subset", DeprecationWarning)
    from weasyprint import CSS, HTML, Attachment
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

__all__ = ["VintageInfo", "render_all", "render_memo", "write_memo"]

ALLOWED_WARNINGS = (  # patterns, each with its reason
    r"HarfBuzz-Subset",  # the slower way of subsetting; the PDF is right, doctor says what to do
)
PDF_VARIANT = "pdf/a-3a"
UNUSUAL = "@page { @bottom-left { font-weight: 600; color: #16212B; } }"  # a footer to be seen
START = "fork" if sys.platform == "linux" else "spawn"  # forking is fast, and unsafe on macOS


class FontsOnly(URLFetcher):
    """Serves font:<file> out of the locked packages and refuses every other address."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The bytes of one face. Raises FatalURLFetchingError for any other address."""
        if not url.startswith("font:"):
            raise FatalURLFetchingError(f"expected a face of the memos, found {url[:60]}")
        return URLFetcherResponse(url, fonts.face_path(url.removeprefix("font:")).read_bytes())


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())


@contextmanager
def strict_warnings(memo: str) -> Iterator[None]:
    """Collect what the renderer complains about.

    Raises:
        FigureError: a warning that is not on the list of allowed ones.
    """
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    handlers, propagates = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [collector], False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = handlers, propagates
    for message in collector.messages:
        if not any(re.search(pattern, message) for pattern in ALLOWED_WARNINGS):
            raise FigureError(f"{memo}: expected no warning of the renderer, found {message}")


@contextmanager
def steady_clock(moment: datetime) -> Iterator[None]:
    """Give fontTools, which stamps every font subset, the same time in every run."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def font_faces() -> str:
    """The @font-face rules of the memos."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f" src: url(font:{file}); }}"
        for family, weight, style, file in fonts.FACES
    )


def to_pdf(memo: str, html: str, css: str, files: dict[str, str], day: date) -> bytes:
    """A tagged PDF/A-3a with the files attached.

    Raises:
        FigureError: a warning of the renderer, or a font that is not one of ours.
    """
    configuration, fetcher = FontConfiguration(), FontsOnly()
    with strict_warnings(memo):
        style = CSS(string=f"{font_faces()}\n{css}", font_config=configuration, url_fetcher=fetcher)
        page = HTML(string=html, base_url="memo:", url_fetcher=fetcher)
        document = page.render(stylesheets=[style], font_config=configuration)
        made = datetime.combine(day, time(), UTC)
        document.metadata.attachments = [
            Attachment(
                string=text, name=name, description=name, relationship="Data", created=made,
                modified=made, base_url="memo:", url_fetcher=fetcher,
            )
            for name, text in files.items()
        ]  # fmt: skip
        with steady_clock(made), warnings.catch_warnings():
            # WeasyPrint 70 leaves the file of the colour profile open.
            warnings.filterwarnings("ignore", "unclosed file", ResourceWarning)
            pdf = document.write_pdf(pdf_variant=PDF_VARIANT, pdf_tags=True)
    check_fonts(memo, pdf)
    return pdf


def font_names(pdf: bytes) -> set[str]:
    """Names of all fonts in a PDF, without the prefix of a subset."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [
            str(thing.BaseFont)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
        ]
    return {re.sub(r"^/(?:[A-Z]{6}\+)?", "", name) for name in found}


def check_fonts(memo: str, pdf: bytes) -> None:
    """Raises FigureError where a font is not one of the locked faces."""
    wanted = tuple(family.replace(" ", "-") for family in fonts.PACKAGES)
    for name in sorted(font_names(pdf)):
        if not name.replace(" ", "-").startswith(wanted):
            raise FigureError(
                f"{memo}: expected only the faces of reports/fonts.py, found {name}; a character"
                " in the text is missing from them"
            )


def load_memo(name: str) -> Memo:
    """The declaration of a memo by its name."""
    return import_module(f"reports.memos.{name}").MEMO


def render_memo(
    memo: Memo, database: Path, lineage: dict[str, Any], templates: Path, vintage: VintageInfo,
    cache: Path | None,
) -> tuple[compose.Composition, bytes]:  # fmt: skip
    """One memo as HTML with its files, and as PDF bytes."""
    with duckdb.connect(str(database), read_only=True) as connection:
        composition = compose.compose(memo, connection, lineage, templates, vintage, cache)
    css = (templates / "memo.css").read_text(encoding="utf-8")
    if vintage.is_as_of_view or vintage.is_what_if:
        css += UNUSUAL
    return composition, to_pdf(
        memo.id, composition.html, css, composition.files, vintage.as_of_date
    )


def write_memo(
    memo: Memo, work: Path, templates: Path, vintage: VintageInfo, cache: Path | None
) -> dict[str, Any]:
    """Write one memo of a vintage: <memo>.pdf, and beside it <memo>/ with HTML, CSV and JSON.

    Returns: what goes into the manifest as a check.
    """
    lineage = json.loads((work / "lineage.json").read_text(encoding="utf-8"))
    composition, pdf = render_memo(
        memo, work / "ai_economics.duckdb", lineage, templates, vintage, cache
    )
    folder = work / "memos" / memo.id
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in composition.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / f"{memo.id}.html").write_text(composition.html, encoding="utf-8")
    figures = exports.figures_json(composition.ledger, composition.previous)
    (folder / "figures.json").write_text(figures, encoding="utf-8")
    (work / "memos" / f"{memo.id}.pdf").write_bytes(pdf)
    return {
        "check": f"memo {memo.id}",
        "result": f"{len(composition.ledger.lines)} evidence lines",
    }


def _write_named(
    name: str, work: Path, templates: Path, vintage: VintageInfo, cache: Path | None
) -> dict[str, Any]:
    return write_memo(load_memo(name), work, templates, vintage, cache)


def render_all(
    project: Path, work: Path, names: list[str] | tuple[str, ...], vintage: VintageInfo,
    cache: Path | None, show: Callable[..., None],
) -> list[dict[str, Any]]:  # fmt: skip
    """Write the memos named, two at a time.

    Returns: one check a memo for the manifest.
    """
    arguments = (work, project / "templates", vintage, cache)
    if len(names) == 1:
        show(f"memo {names[0]}", 1, 1)
        return [_write_named(names[0], *arguments)]
    checks = []
    with ProcessPoolExecutor(2, mp_context=get_context(START)) as pool:
        waiting = [pool.submit(_write_named, name, *arguments) for name in names]
        for place, (name, done) in enumerate(zip(names, waiting, strict=True), start=1):
            show(f"memo {name}", place, len(names))
            checks.append(done.result())
    return checks
