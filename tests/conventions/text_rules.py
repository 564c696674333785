"""Rules for any committed text, for templates, workflows and dependencies."""

import re
from collections.abc import Iterator

from tests.conventions.findings import Finding

# Written in two halves, so that this file does not find itself.
MARKERS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
SWITCHED_OFF = re.compile(r"pytest\.(mark\.)?(skip|xfail|importor" r"skip)|@unittest\.skip")
MACHINE = re.compile(r"(?<![A-Za-z0-9._\-/])/(work|farm|root|home|Users|tmp)/[\w.]")
REGISTRY = re.compile(
    r"index-u" r"rl|--find-l" r"inks|pythonhosted\.org|pypi\.org/simple|registry\.npm"
)
ORIGIN = re.compile(r"stored (index|file)\b|index i" r"d\b|look-up t" r"ool", re.IGNORECASE)
TEXT_RULES = {
    "open end": MARKERS,
    "switched off": SWITCHED_OFF,
    "machine path": MACHINE,
    "registry": REGISTRY,
    "origin": ORIGIN,
}
# What may stand in the text of a template although it has a digit in it.
TEMPLATE_WORDS = {
    r"\bM\d\d\b": "number of a method, a name",
    r"\bPDF/A-3a\b": "name of a standard",
    r"\bGPT-\d[\w.]*": "name of a model",
    r"\bo\d\b": "name of a model",
}
TAG = re.compile(r"<style.*?</style>|<!--.*?-->|<[^>]*>", re.DOTALL)
JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
JINJA = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def check_text(place: str, text: str) -> list[Finding]:
    """Findings that any committed text can have."""
    found = []
    for rule, pattern in TEXT_RULES.items():
        match = pattern.search(text)
        if match:
            line = text.count("\n", 0, match.start()) + 1
            found.append(Finding(rule, place, f"line {line}: found {match.group()!r}"))
    return found


def check_template(place: str, text: str) -> list[Finding]:
    """Digits typed in words, and anything computed in a template."""
    text = JINJA_COMMENT.sub("", text)
    words = TAG.sub(" ", JINJA.sub("", text))
    found = [*_digits(re.sub(r"&#?\w+;", " ", words))]
    for match in JINJA.finditer(text):
        expression, is_printed = match.group(1) or match.group(2), match.group(1) is not None
        found += _literals(expression)
        if is_printed and re.search(r"\|\s*(round|int|float|sum|abs)\b", expression):
            found.append(f"arithmetic in {expression.strip()!r}")
        if is_printed and re.search(r" [*/%+-] ", LITERAL.sub("", expression)):
            found.append(f"arithmetic in {expression.strip()!r}")
    return [Finding("template", place, f"expected words only, found {words}") for words in found]


def _digits(words: str) -> Iterator[str]:
    for pattern in TEMPLATE_WORDS:
        words = re.sub(pattern, "", words)
    for match in re.finditer(r"\S*\d\S*", words):
        yield f"the typed digit in {match.group()!r}"


def _literals(expression: str) -> Iterator[str]:
    """Strings that would be printed with a digit in them; names of columns and parts are not."""
    for match in LITERAL.finditer(expression):
        literal = match.group(1) or match.group(2) or ""
        if re.search(r"\d", literal) and not re.fullmatch(r"[a-z_][\w./-]*", literal):
            yield from _digits(literal)


def check_workflow(place: str, text: str) -> list[Finding]:
    """Actions are pinned by the hash of a commit; permissions are the least."""
    found = [
        f"expected a commit hash, found {match.group(1)}"
        for match in re.finditer(r"uses:\s*(\S+)", text)
        if not re.search(r"@[0-9a-f]{40}$", match.group(1))
    ]
    if not re.search(r"^permissions:\n  contents: read$", text, re.MULTILINE):
        found.append("expected permissions: contents: read")
    return [Finding("workflow", place, words) for words in found]


def check_dependencies(place: str, text: str) -> list[Finding]:
    """Every direct dependency says in its line what it is for; twins may share one comment."""
    found, is_list, last = [], False, ""
    for line in text.split("\n"):
        is_list = is_list or bool(re.match(r"(dependencies|dev) = \[", line))
        if is_list and line.strip() == "]":
            is_list = False
        name = re.match(r'    "([a-z]+(?:-[a-z]+)*)', line)
        if is_list and name:
            has_twin = name.group(1).rsplit("-", 2)[0] == last.rsplit("-", 2)[0]
            if "#" not in line and not has_twin and "pytest" not in name.group(1):
                found.append(Finding("dependency", place, f"{name.group(1)}: say what it is for"))
            last = name.group(1)
    return found
