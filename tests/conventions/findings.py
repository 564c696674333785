"""What a rule finds, and the exceptions that are known, each with its reason."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One place that breaks a rule."""

    rule: str
    place: str
    words: str

    def __str__(self) -> str:
        return f"{self.place}: {self.rule}: {self.words}"


# {rule: {place: reason}}. A place is a file, or file:name. The list only gets shorter: an exception
# that nothing needs any more fails a test.
KNOWN: dict[str, dict[str, str]] = {
    "clock": {
        "reports/request.py": "the one place that reads the day of the run",
    },
}


def unexcused(findings: list[Finding]) -> list[Finding]:
    """Findings that no known exception covers."""
    return [finding for finding in findings if not _is_known(finding)]


def _is_known(finding: Finding) -> bool:
    return finding.place in KNOWN.get(finding.rule, {})


def needless(findings: list[Finding], rules: set[str]) -> list[str]:
    """Exceptions of these rules that excuse nothing."""
    used = {(finding.rule, finding.place) for finding in findings}
    listed = {(rule, place) for rule in rules for place in KNOWN.get(rule, {})}
    return [f"{rule}: {place}" for rule, place in sorted(listed - used)]
