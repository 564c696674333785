"""Rules of STYLE for one Python file, read as a syntax tree."""

import ast
from collections.abc import Iterator

from tests.conventions.findings import Finding

MAX_FILE_LINES, MAX_FUNCTION_LINES = 300, 40
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3",
    "urllib.request", "urllib.error", "xmlrpc",
}  # fmt: skip
CLOCKS = {"now", "utcnow", "today"}
RANDOM = {"random", "secrets", "uuid"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def check_python(place: str, text: str) -> list[Finding]:
    """All findings in one file; `place` is its path inside the project."""
    tree = ast.parse(text)
    is_test = place.startswith("tests/")
    rules = [_sizes, _docstrings, _types, _imports, _exceptions, _clocks]
    found = [Finding(rule, place, words) for check in rules for rule, words in check(tree, text)]
    if is_test:
        return [finding for finding in found if finding.rule != "docstring of function"]
    return found + [Finding("assert", place, words) for words in _asserts(tree)]


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _sizes(tree: ast.Module, text: str) -> Iterator[tuple[str, str]]:
    lines = text.count("\n")
    if lines > MAX_FILE_LINES:
        yield "file length", f"expected at most {MAX_FILE_LINES} lines, found {lines}"
    for node in _functions(tree):
        size = node.end_lineno - node.lineno + 1
        if size > MAX_FUNCTION_LINES:
            yield (
                "function length",
                f"{node.name}: expected at most {MAX_FUNCTION_LINES} lines, found {size}",
            )


def _docstrings(tree: ast.Module, _: str) -> Iterator[tuple[str, str]]:
    if tree.body and not ast.get_docstring(tree):
        yield "docstring of module", "expected one, found none"
    for node in tree.body:
        is_public = isinstance(node, (Function, ast.ClassDef)) and not node.name.startswith("_")
        if is_public and not ast.get_docstring(node):
            yield "docstring of function", f"{node.name}: expected one, found none"


def _types(tree: ast.Module, _: str) -> Iterator[tuple[str, str]]:
    for node in _functions(tree):
        given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
        given += [star for star in (node.args.vararg, node.args.kwarg) if star]
        bare = [a.arg for a in given if a.annotation is None and a.arg not in ("self", "cls")]
        if node.returns is None:
            bare.append("its result")
        if bare:
            yield "types", f"{node.name}: expected types on all, found none on {', '.join(bare)}"


def _imports(tree: ast.Module, _: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            if name in NETWORK or name.split(".")[0] in NETWORK:
                yield "network", f"line {node.lineno}: only ingest/fetch.py may import {name}"
            if name.split(".")[0] in RANDOM:
                yield "clock", f"line {node.lineno}: expected nothing random, found {name}"


def _exceptions(tree: ast.Module, _: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = "" if node.type is None else ast.unparse(node.type)
            if caught in ("", "Exception", "BaseException"):
                yield "blind except", f"line {node.lineno}: expected named errors, found {caught!r}"


def _clocks(tree: ast.Module, _: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = ast.unparse(node.func.value).split(".")[-1]
        is_clock = owner in ("datetime", "date") and node.func.attr in CLOCKS
        is_draw = owner == "random" or (owner == "time" and node.func.attr == "time")
        if is_clock or is_draw:
            yield "clock", f"line {node.lineno}: expected no clock and no dice outside request.py"


def _asserts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield f"line {node.lineno}: asserts belong in tests, raise an error that says what"
