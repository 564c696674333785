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
    "reads": {
        "dbt_project/models/intermediate/int_facts_loaded.sql": (
            "counts what a view of a past day leaves out, which staging no longer shows"
        ),
    },
    "unit in name": {
        f"dbt_project/models/marts/{place}": "the unit stands in the name, and what it is per, last"
        for place in (
            "agent_runs.sql:cost_usd_per_success",
            "agent_runs.sql:input_tokens_per_task",
            "agent_runs.sql:output_tokens_per_task",
            "bar_summaries.sql:months_since_last_step",
            "evaluation_runs.sql:cost_usd_per_item",
            "price_declines.sql:decline_share_per_year",
            "price_declines.sql:months_since_last_step",
            "score_coverage.sql:months_without_scores",
        )
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
