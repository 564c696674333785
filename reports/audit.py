"""Recomputes every number of a published memo and compares it with the text of the PDF.

Three things must agree: the text under every link to an evidence line; every digit on every page,
so that no number stands there that nobody accounts for; and the attached files.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pikepdf
import pypdfium2

from reports import compose, format
from reports.evidence import Ledger
from reports.figures import FigureError, Memo, VintageInfo
from reports.render import load_memo

NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
INLINE = {"a", "b", "wbr", "i", "em"}
VOID = {"meta", "link", "br", "col", "wbr", "hr", "img"}
HIDDEN = ("running", "running-right", "running-note")
MOST = 30  # lines told of one kind of difference


@dataclass(frozen=True)
class Link:
    """A link to an evidence line or source: its target, the text under it, its page (0: HTML)."""

    target: str
    words: str
    page: int


class _PageText(HTMLParser):
    """Text of a memo as it is printed, and its links, in document order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[Link] = []
        self._skipped: list[str] = []
        self._target = ""
        self._words = ""
        self._items: list[int | None] = []  # numbers that the stylesheet sets before list items

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start of an element: leave out what is not printed, note where a link starts."""
        values = dict(attrs)
        hidden = tag in ("head", "title") or values.get("class") in HIDDEN
        if (hidden or self._skipped) and tag not in VOID:
            self._skipped.append(tag)
        if tag not in INLINE:
            self.parts.append(" ")
        self._number_item(tag)
        if tag == "a":
            self._target, self._words = (values.get("href") or "").removeprefix("#"), ""

    def _number_item(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._items.append(0 if tag == "ol" else None)
        elif tag == "li" and self._items and self._items[-1] is not None:
            self._items[-1] += 1
            self.parts.append(f" {self._items[-1]} ")

    def handle_endtag(self, tag: str) -> None:
        """End of an element: a link is complete."""
        if tag in ("ol", "ul") and self._items:
            self._items.pop()
        if self._skipped and self._skipped[-1] == tag:
            self._skipped.pop()
        if tag not in INLINE:
            self.parts.append(" ")
        if tag == "a" and self._target:
            self.links.append(Link(self._target, squeezed(self._words), 0))
            self._target = ""

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self._skipped:
            self.parts.append(data)
            self._words += data


def squeezed(words: str) -> str:
    """Text without white space at all: the PDF keeps places, not spaces."""
    return "".join(words.split())


def read_html(html: str) -> tuple[str, list[Link]]:
    """Printed text and links of a memo's HTML."""
    parser = _PageText()
    parser.feed(html)
    return "".join(parser.parts), parser.links


def _target(annotation: pikepdf.Object) -> str:
    goal = annotation.get("/Dest")
    if goal is None and "/A" in annotation:
        goal = annotation.A.get("/D")
    return "" if goal is None else str(goal)


def pdf_links(path: Path) -> list[Link]:
    """Links inside a PDF with the text under their rectangles, in page order."""
    links = []
    pages = pypdfium2.PdfDocument(path)
    with pikepdf.open(path) as document:
        for number, page in enumerate(document.pages):
            text = pages[number].get_textpage()
            for annotation in page.get("/Annots", []):
                target = _target(annotation)
                if target:
                    x, y = (
                        sorted(float(annotation.Rect[i]) for i in at) for at in ((0, 2), (1, 3))
                    )
                    words = text.get_text_bounded(x[0], y[0], x[1], y[1])
                    links.append(Link(target, squeezed(words), number + 1))
    pages.close()
    return links


def pdf_pages(path: Path) -> list[str]:
    """Text of each page."""
    pages = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in pages]
    pages.close()
    return texts


def furniture(ledger: Ledger, pages: int) -> str:
    """What stands in the margins of all pages: notes, running heads, page numbers."""
    memo, vintage = ledger.memo, ledger.vintage
    heads = f" {memo.title} Memo {memo.letter} as of {format.day(vintage.as_of_date)} "
    numbers = "".join(f" {page} / {pages} " for page in range(1, pages + 1))
    return f" {compose.footer_note(vintage)} " * pages + heads * (pages - 1) + numbers


def compare_links(
    memo: Memo, ledger: Ledger, expected: list[Link], found: list[Link]
) -> Iterator[str]:
    """Differences between the text under links and the recomputed text."""
    figures = {line.id: line.figure for line in ledger.lines}
    targets = dict.fromkeys(link.target for link in [*expected, *found])
    for target in targets:
        name = figures.get(target, target)
        want = [link.words for link in expected if link.target == target]
        have = [link for link in found if link.target == target]
        left = Counter(want)
        for link in have:
            if left[link.words]:
                left[link.words] -= 1
            else:
                missing = ", ".join(sorted((left - Counter()).elements())) or "nothing"
                yield (
                    f"{memo.id}, page {link.page}, {name} ({target}): expected {missing},"
                    f" found {link.words or 'nothing'}"
                )
        if len(have) < len(want):
            words = ", ".join((left - Counter()).elements())
            yield f"{memo.id}, no page, {name} ({target}): expected {words}, found no such link"


def compare_order(
    memo: Memo, ledger: Ledger, expected: list[Link], found: list[Link]
) -> Iterator[str]:
    """Cells of a table that hold the right values in the wrong places."""
    for line in ledger.lines:
        if not line.exhibit.startswith("Table"):
            continue
        want = [link.words for link in expected if link.target == line.id]
        have = [link.words for link in found if link.target == line.id]
        if sorted(want) == sorted(have) and want != have:
            page = next(link.page for link in found if link.target == line.id)
            yield (
                f"{memo.id}, page {page}, {line.figure} ({line.id}): expected the order"
                f" {' '.join(want)}, found {' '.join(have)}"
            )


def compare_digits(memo: Memo, expected: str, pages: list[str]) -> Iterator[str]:
    """Numbers on the pages that are not accounted for, and numbers that are missing."""
    want = Counter(NUMBER.findall(expected))
    have = Counter(token for page in pages for token in NUMBER.findall(page))
    for token, times in (have - want).items():
        on = [str(place) for place, page in enumerate(pages, 1) if token in NUMBER.findall(page)]
        yield (
            f"{memo.id}, page {' or '.join(on)}, text: expected {token} {want[token]} times,"
            f" found it {want[token] + times} times"
        )
    for token, times in (want - have).items():
        yield (
            f"{memo.id}, no page, text: expected {token} {want[token]} times,"
            f" found it {want[token] - times} times"
        )


def attached(path: Path) -> dict[str, str]:
    """Files attached to a PDF by name."""
    with pikepdf.open(path) as document:
        return {
            name: file.get_file().read_bytes().decode("utf-8")
            for name, file in document.attachments.items()
        }


def compare_files(
    memo: Memo, where: str, expected: dict[str, str], found: dict[str, str]
) -> Iterator[str]:
    """Files that are missing or differ, with the first line that does."""
    for name in sorted(expected.keys() | found.keys()):
        want, have = expected.get(name), found.get(name)
        if want is None or have is None:
            state = ("no such file", "it") if want is None else ("it", "no such file")
            yield f"{memo.id}, {where}, {name}: expected {state[0]}, found {state[1]}"
        elif want != have:
            lines = zip([*want.splitlines(), ""], [*have.splitlines(), ""], strict=False)
            row, (one, other) = next(
                ((row, pair) for row, pair in enumerate(lines, 1) if pair[0] != pair[1]),
                (0, ("", "")),
            )
            yield f"{memo.id}, {where}, {name} line {row}: expected {one}, found {other}"


def audit_memo(
    database: Path, pdf: Path, memo: Memo, lineage: dict[str, Any], templates: Path,
    vintage: VintageInfo, previous: dict[str, Any],
) -> list[str]:  # fmt: skip
    """Every difference between a PDF and what the database says today, one line each.

    Args:
        previous: what the memo was compared with, as kept in its figures.json.
    """
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            again = compose.compose(
                memo, connection, lineage, templates, vintage, previous=previous
            )
    except FigureError as error:
        return [f"{memo.id}, no page, {error}"]
    text, links = read_html(again.html)
    pages, found = pdf_pages(pdf), pdf_links(pdf)
    kinds = (
        compare_links(memo, again.ledger, links, found),
        compare_order(memo, again.ledger, links, found),
        compare_digits(memo, text + furniture(again.ledger, len(pages)), pages),
        compare_files(memo, "attached", again.files, attached(pdf)),
        compare_files(memo, "beside", again.files, _beside(pdf, again.files)),
    )
    return [problem for kind in kinds for problem in list(kind)[:MOST]]


def _beside(pdf: Path, names: dict[str, str]) -> dict[str, str]:
    paths = [pdf.with_suffix("") / name for name in names]
    return {path.name: path.read_text(encoding="utf-8") for path in paths if path.exists()}


def read_vintage(folder: Path) -> tuple[VintageInfo, list[str]]:
    """What a published vintage says of itself, and the names of its memos."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    overrides = manifest["assumption_overrides"]
    vintage = VintageInfo(
        manifest["vintage"], date.fromisoformat(manifest["as_of_date"]),
        manifest["is_as_of_view"], bool(overrides), overrides,
    )  # fmt: skip
    return vintage, manifest["memos"]


def audit_vintage(project: Path, folder: Path) -> list[str]:
    """All differences in all memos of a published vintage; none is what should be."""
    vintage, names = read_vintage(folder)
    lineage = json.loads((folder / "lineage.json").read_text(encoding="utf-8"))
    problems = []
    for name in names:
        beside = folder / "memos" / name / "figures.json"
        previous = json.loads(beside.read_text(encoding="utf-8"))["previous"]
        problems += audit_memo(
            folder / "ai_economics.duckdb", folder / "memos" / f"{name}.pdf", load_memo(name),
            lineage, project / "templates", vintage, previous,
        )  # fmt: skip
    return problems
