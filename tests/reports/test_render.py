"""Rendering: same bytes twice, only our fonts, tags and attachments, no network."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reports import render
from reports.figures import FigureError


def write(demo: Any, cache: Path | None = None) -> bytes:
    render.write_memo(demo.memo, demo.work, demo.templates, demo.vintage, cache)
    return (demo.work / "memos/demo.pdf").read_bytes()


def pdf(html: str, css: str = "body { font: 9pt 'Source Sans Pro' }") -> bytes:
    page = f'<html lang="en"><head><title>T</title></head><body>{html}</body></html>'
    return render.to_pdf("demo", page, css, {}, datetime(2026, 8, 12, tzinfo=UTC).date())


def test_same_inputs_give_the_same_bytes(written: Any, make_demo: Callable, tmp_path: Path) -> None:
    again, cache = make_demo(name="again"), tmp_path / "cache"
    assert write(again, cache) == (written.work / "memos/demo.pdf").read_bytes()
    first = (written.work / "memos/demo/demo.html").read_bytes()
    assert (again.work / "memos/demo/demo.html").read_bytes() == first
    (picture,) = cache.iterdir()
    kept = json.loads(picture.read_text(encoding="utf-8"))
    assert kept["svg"] in first.decode() and kept["series"][0]["points"][0]["value"] == 20.0


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"[1]"])
def test_a_damaged_picture_in_the_cache_is_drawn_again(
    written: Any, make_demo: Callable, tmp_path: Path, damage: bytes
) -> None:
    cache = tmp_path / "cache"
    write(make_demo(name="first"), cache)
    (picture,) = cache.iterdir()
    picture.write_bytes(damage)
    assert write(make_demo(name="again"), cache) == (written.work / "memos/demo.pdf").read_bytes()


def test_the_pdf_is_tagged_dated_and_carries_its_data(written: Any) -> None:
    with pikepdf.open(written.work / "memos/demo.pdf") as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en-GB"
        with document.open_metadata() as data:
            assert data.pdfa_status == "3A"
            assert data["dc:title"] == "A demonstration of capability"
            assert data["xmp:CreateDate"].startswith("2026-08-12")
        names = {"numbers.csv", "table_rates.csv", "chart_hero.csv", "manifest.json"}
        assert set(document.attachments) == names
        for file in document.attachments.values():
            assert file.get_file().creation_date == datetime(2026, 8, 12, tzinfo=UTC)
        tags = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary)]
        alternatives = [str(thing.Alt) for thing in tags if "/Alt" in thing]
        assert any(words.startswith("Cheapest price by bar") for words in alternatives)


def test_only_the_locked_faces_are_in_the_pdf(written: Any) -> None:
    names = render.font_names((written.work / "memos/demo.pdf").read_bytes())
    assert names and all(name.startswith("Source-S") for name in names)
    with pytest.raises(FigureError, match="unsupported by fonts"):
        pdf("<p>漢</p>")


def test_no_address_is_opened() -> None:
    for address in ("https://example.org/a.png", "file:///etc/hosts"):
        with pytest.raises(BaseException, match="expected a face of the memos"):
            pdf(f'<img src="{address}" alt="">')


def test_a_warning_of_the_renderer_stops_the_build() -> None:
    with pytest.raises(FigureError, match="expected no warning of the renderer, found Ignored"):
        pdf("<p>1</p>", "p { colour-of-moon: blue }")
    with render.strict_warnings("demo"):
        logging.getLogger("weasyprint").warning("Using fontTools instead of HarfBuzz-Subset")


def test_text_of_the_database_is_escaped(written: Any) -> None:
    html = (written.work / "memos/demo/demo.html").read_text(encoding="utf-8")
    assert "GPT-3.5 &lt;b&gt;" in html and "GPT-3.5 <b>" not in html


def test_unusual_vintages_say_so_on_every_page(make_demo: Callable) -> None:
    import pypdfium2

    demo = make_demo(is_as_of_view=True, is_what_if=True, overrides={"own_rent.wacc": 0.12})
    pages = pypdfium2.PdfDocument(write(demo))
    assert len(pages) == 2
    for page in pages:
        words = " ".join(page.get_textpage().get_text_range().split())
        assert "What-if: own_rent.wacc = 0.12" in words
        assert "As-of view: what was known on 12 August 2026" in words
    pages.close()


def test_a_misspelt_figure_stops_the_build(make_demo: Callable) -> None:
    demo = make_demo('{% extends "base.html.j2" %}{% block content %}{{ n.frist }}{% endblock %}')
    with pytest.raises(FigureError, match=r"memos/demo\.html\.j2.* has no attribute 'frist'"):
        write(demo)


def test_a_figure_that_is_not_used_stops_the_build(make_demo: Callable) -> None:
    demo = make_demo('{% extends "base.html.j2" %}{% block content %}{{ n.first }}{% endblock %}')
    with pytest.raises(FigureError, match="demo, last: expected a use in the template, found none"):
        write(demo)


def test_a_figure_in_a_branch_not_taken_is_no_dead_figure(make_demo: Callable) -> None:
    words = "{{ n.first }}{% if false %}{{ n.last }}{% endif %}"
    demo = make_demo('{% extends "base.html.j2" %}{% block content %}' + words + "{% endblock %}")
    with pytest.raises(FigureError, match="expected a use in the template") as error:
        write(demo)
    assert "demo, last" not in str(error.value)  # the figures that stand nowhere are named
