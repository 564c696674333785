"""What was asked for: memos, day of the view, assumptions set by hand. All checked before work."""

import csv
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from reports.errors import USAGE, RunError

ASSUMPTIONS = "dbt_project/seeds/assumption_defaults.csv"
FIRST_DAY = date(2020, 1, 1)  # before it there is no price in the collection


@dataclass(frozen=True)
class Request:
    """One run, complete and valid."""

    memos: tuple[str, ...]
    as_of: date
    is_as_of_view: bool
    overrides: tuple[tuple[str, float], ...]
    is_complete: bool

    @property
    def is_plain(self) -> bool:
        """True for the run whose result becomes build/current."""
        return self.is_complete and not self.is_as_of_view and not self.overrides

    @property
    def variables(self) -> dict[str, object]:
        """Variables of the dbt project."""
        return {
            "as_of_date": self.as_of.isoformat(),
            "is_as_of_view": self.is_as_of_view,
            "assumption_overrides": dict(self.overrides),
        }


def known_memos(project: Path) -> tuple[str, ...]:
    """Names of all memos: the files in reports/memos."""
    return tuple(sorted(path.stem for path in (project / "reports/memos").glob("[a-z]*.py")))


def today() -> date:
    """The day of the run in UTC; SOURCE_DATE_EPOCH sets it, as in other reproducible builds.

    Raises:
        RunError: SOURCE_DATE_EPOCH is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        if epoch.startswith("-"):
            raise ValueError(epoch)
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise RunError(
            f"SOURCE_DATE_EPOCH: expected seconds since 1970, found {epoch!r}; unset it", USAGE
        ) from error


def make_request(project: Path, memo: str, as_of: str, settings: str) -> Request:
    """Read the three options of `make report`; an empty text means not given.

    Raises:
        RunError: exit code 2; an unknown memo, a date that is none or out of range, an unknown
            assumption, one given twice or one outside its bounds.
    """
    memos = known_memos(project)
    chosen = tuple(dict.fromkeys(memo.replace(",", " ").split())) or memos
    for name in chosen:
        if name not in memos:
            raise RunError(
                f"MEMO={name}: expected one of {', '.join(memos)}, found {name!r}; see `make help`",
                USAGE,
            )
    return Request(
        memos=chosen,
        as_of=_day(as_of) if as_of else today(),
        is_as_of_view=bool(as_of),
        overrides=_overrides(project, settings),
        is_complete=set(chosen) == set(memos),
    )


def _day(text: str) -> date:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise RunError(
            f"AS_OF={text}: expected a date YYYY-MM-DD, found {text!r}; give a real day", USAGE
        ) from error
    if not FIRST_DAY <= day <= today():
        raise RunError(
            f"AS_OF={text}: expected a day from {FIRST_DAY} to {today()}, found {day}; "
            "nothing is known outside that range",
            USAGE,
        )
    return day


def _overrides(project: Path, settings: str) -> tuple[tuple[str, float], ...]:
    pairs = settings.split()
    if not pairs:
        return ()
    with (project / ASSUMPTIONS).open(encoding="utf-8-sig", newline="") as file:
        known = {row.get("key", ""): row for row in csv.DictReader(file)}
    overrides = sorted(_override(known, pair) for pair in pairs)
    keys = [key for key, _ in overrides]
    for key in keys:
        if keys.count(key) > 1:
            raise RunError(f"SET: expected {key} once, found it twice; keep one value", USAGE)
    return tuple(overrides)


def _override(known: dict[str, dict[str, str]], pair: str) -> tuple[str, float]:
    key, separator, text = pair.partition("=")
    if not separator or key not in known:
        raise RunError(
            f"SET={pair}: expected key=value with a key of {ASSUMPTIONS}, found {key!r}; "
            'list them with make sql Q="select key, low, high from marts.assumptions"',
            USAGE,
        )
    low, high = known[key]["low"], known[key]["high"]
    try:
        value = float(text)
    except ValueError as error:
        raise RunError(
            f"SET={pair}: expected a number, found {text!r}; correct it", USAGE
        ) from error
    if not low or not high:
        raise RunError(
            f"SET={pair}: expected an assumption with bounds, found {key} without low and high; "
            f"add them to {ASSUMPTIONS} first",
            USAGE,
        )
    if not float(low) <= value <= float(high):  # also refuses nan
        raise RunError(
            f"SET={pair}: expected a value from {low} to {high}, found {text}; stay inside the "
            f"bounds or change them in {ASSUMPTIONS}",
            USAGE,
        )
    return key, value
