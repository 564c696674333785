"""Rules of STYLE for one SQL file, read as text."""

import re
from collections.abc import Iterator

from tests.conventions.findings import Finding

MAX_LINES, MAX_COLUMNS = 80, 100
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
QUOTED = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"")
ALIAS = re.compile(r"\b(?:from|join)\s+[\w.]+\s+(?:as\s+)?([a-z])\b(?!\.)")
COLUMN_ALIAS = re.compile(r"\bas\s+([a-z])\b")
LAST = re.compile(r"^select \* from \w+( where .+)?$")
UNPORTABLE = {  # STACK, portability table
    r"\barg_m(in|ax)\b": "min_by or max_by",
    r"\*\s*exclude\b": "columns written out",
    r"\basof\b": "a macro",
    r"\blist_(transform|filter|reduce)\b": "a macro",
    r"\bgroup by \d": "names of columns",
    r"\b(random|uuid|now|today)\s*\(": "nothing random and no clock",
    r"\bcurrent_(date|timestamp|time)\b": "as_of_date()",
}
AGGREGATE = re.compile(r"\b(group by|join|count|sum|min|max|avg|median|union|distinct)\b")


def bare(text: str) -> str:
    """The SQL alone: no comments, every Jinja expression one word, every string empty."""
    return QUOTED.sub("''", JINJA.sub("jinja", COMMENT.sub("", text)))


def check_sql(place: str, text: str) -> list[Finding]:
    """All findings in one file; `place` is its path inside the project."""
    is_macro = "/macros/" in place or "/tests/generic/" in place
    checks = [_shape(text, is_macro), _words(bare(text), is_macro)]
    if "/models/" in place:
        checks.append(_structure(text))
    if "/models/staging/" in place:
        checks.append(_staging(bare(text)))
    return [Finding(rule, place, words) for check in checks for rule, words in check]


def _shape(text: str, is_macro: bool) -> Iterator[tuple[str, str]]:
    lines = text.split("\n")
    if len(lines) - 1 > MAX_LINES and not is_macro:
        yield "sql length", f"expected at most {MAX_LINES} lines, found {len(lines) - 1}"
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_COLUMNS:
            yield "sql width", f"line {number}: expected {MAX_COLUMNS} columns, found {len(line)}"
        if "\t" in line or line != line.rstrip():
            yield "sql spaces", f"line {number}: expected no tab and no space at the end"
    if not text.endswith("\n"):
        yield "sql spaces", "expected a line feed at the end"


def _words(sql: str, is_macro: bool) -> Iterator[tuple[str, str]]:
    upper = re.search(r"\b[A-Z][A-Z_]+\b", sql)
    if upper:
        yield "sql case", f"expected lower case, found {upper.group()}"
    if re.search(r"(^|\s)--", sql):
        yield "sql comment", "expected {# why #}, found --"
    for match in ALIAS.finditer(sql):
        yield "sql alias", f"expected a table's name, found {match.group(0)!r}"
    for match in re.finditer(r"(\w+)\s+join\b", sql):
        if match.group(1) not in ("inner", "left", "cross", "full", "outer", "asof"):
            yield "sql join", f"expected the kind of join, found {match.group(0)!r}"
    for pattern, instead in UNPORTABLE.items():
        found = None if is_macro else re.search(pattern, sql)
        if found:
            yield "sql portable", f"expected {instead}, found {found.group()}"


def _structure(text: str) -> Iterator[tuple[str, str]]:
    lines = [line for line in COMMENT.sub("", text).strip().split("\n") if line.strip()]
    starts = [number for number, line in enumerate(lines) if line.startswith("select")]
    last = lines[starts[-1]] if starts else ""
    if not LAST.match(last):
        yield "sql last line", f"expected select * from <last>, found {last!r}"
    for line in lines[: starts[-1]] if starts else []:
        is_star = re.search(r"select\s+(\w+\.)?\*|^\s+\w+\.\*", line)
        # An input, which may be filtered, or one half of a union.
        is_whole = re.search(r"^\s*select \* from (\{\{.*?\}\}( where .*)?|\w+)$", line)
        if is_star and not is_whole:
            yield "sql star", f"expected columns written out, found {line.strip()!r}"


def _staging(sql: str) -> Iterator[tuple[str, str]]:
    found = AGGREGATE.search(sql)
    if found:
        yield "staging", f"expected no join and no aggregation, found {found.group()}"
