"""Own markup: links to evidence lines and sources, and the marks of evidence classes."""

from markupsafe import Markup

from reports import format


def link(key: str, words: str, is_plain: bool = False) -> Markup:
    """A discreet link to an evidence line or a source."""
    kind = "num plain" if is_plain else "num"
    return Markup('<a class="{}" href="#{}">{}</a>').format(kind, key, words)


def mark_of(evidence_class: str) -> Markup:
    """The sign of an evidence class, with its name for screen readers."""
    sign = format.EVIDENCE_MARKS[evidence_class]
    return Markup('<span class="mark" title="{}">{}</span>').format(evidence_class, sign)


def key_links(keys: list[str]) -> Markup:
    """Keys as links, runs of three and more shortened: D1–D4, D7."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and int(key[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1].append(key)
        else:
            runs.append([key])
    shown = []
    for run in runs:
        short = len(run) > 2
        ends = [run[0], run[-1]] if short else run
        between = Markup(format.EN_DASH if short else ", ")
        shown.append(between.join(link(key, key, is_plain=True) for key in ends))
    return Markup(", ").join(shown)
