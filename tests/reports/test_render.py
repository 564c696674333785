"""Rendering: same bytes twice, only our fonts, tags and attachments, no network."""

from collections.abc import Callable
from pathlib import Path

from reports import render


def write(demo, cache=None) -> bytes:
    render.write_memo(demo.memo, demo.work, demo.templates, demo.vintage, cache)
    return (demo.work / "memos/demo.pdf").read_bytes()


def test_same_inputs_give_the_same_bytes(make_demo: Callable, tmp_path: Path) -> None:
    first, second = make_demo(name="one"), make_demo(name="two")
    assert write(first) == write(second, tmp_path / "cache") == write(second, tmp_path / "cache")
    pages = [(d.work / "memos/demo/demo.html").read_bytes() for d in (first, second)]
    assert pages[0] == pages[1]
