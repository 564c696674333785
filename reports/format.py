"""Numbers and dates as text. The only place that rounds.

Rounding is half up on the decimal digits: binary formatting would print 0.0585 as 0.058. A minus
is a true minus; a range takes an en dash in prose and "to" in tables, where a dash could be read
as a minus.
"""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

EN_DASH, MINUS = "–", "−"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

EVIDENCE_MARKS = {"reported": "◆", "derived": "■", "press": "☐", "estimated": "◊", "scenario": "△"}
OPEN_CLASSES = ("press", "estimated", "scenario")

FLAG_WORDS = {  # the codes a method answers with in place of a value
    "already_over": "already over",
    "at_breakeven": "at break-even",
    "bar_unmet": "no offer meets the bar",
    "chain_broken": "chain broken",
    "does_not_fit": "does not fit in memory",
    "dominates": "one form dominates",
    "free": "price is zero",
    "incomplete_ttm": "fewer than four quarters",
    "insufficient_obs": "too few new lows",
    "invalid_price": "invalid price",
    "load_dependent": "depends on load",
    "loss_making": "loss-making",
    "median_not_reached": "median not reached",
    "memory_bound_any_batch": "memory bound at any batch",
    "missing_price": "no price",
    "negative_contribution": "negative contribution",
    "negative_fcf": "negative free cash flow",
    "negative_ocf": "negative operating cash flow",
    "negative_profit": "negative profit",
    "negative_terminal": "negative terminal value",
    "no_ci": "no interval",
    "no_convergence": "no convergence",
    "no_crossing": "lines do not cross",
    "no_data": "no data",
    "no_deal": "no deal",
    "no_pass_through": "no pass-through",
    "no_success": "no success",
    "no_time_variation": "one date only",
    "no_volume_variation": "one volume only",
    "nonpositive_price": "price not above zero",
    "not_declining": "not declining",
    "not_exhausted_in_year": "not exhausted in the year",
    "not_growing": "not growing",
    "not_reachable": "not reachable",
    "out_of_range": "out of range",
    "own_cheaper_any_load": "owning cheaper at any load",
    "perfect_fit": "perfect fit",
    "renormalised": "shares renormalised",
    "rent_cheaper_any_load": "renting cheaper at any load",
    "singular": "features do not vary",
    "term_missing": "term missing",
    "zero_denominator": "divisor is zero",
}

UNIT_WORDS = {
    "usd": "USD",
    "usd_per_mtok": "USD/Mtok",
    "usd_per_hour": "USD/hour",
    "usd_per_task": "USD/task",
    "usd_per_year": "USD/year",
    "usd_per_query": "USD/query",
    "usd_per_gpu_hour": "USD/GPU-hour",
    "fold_per_year": "fold/year",
    "tokens_per_day": "tokens/day",
    "tokens_per_second": "tokens/s",
    "flop_per_second": "FLOP/s",
    "gigabytes_per_second": "GB/s",
    "log10_usd": "log10 USD",
    "native_currency": "own currency",
    "share": "%",
}

_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))


def number(value: float, places: int) -> str:
    """A number with thousands commas, a true minus and so many decimals, rounded half up."""
    digits = value if isinstance(value, Decimal) else Decimal(f"{value:.12g}")
    rounded = digits.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{abs(rounded):,f}" if rounded >= 0 else f"{MINUS}{abs(rounded):,f}"


def significant(value: float, digits: int = 3) -> str:
    """A number with so many significant digits, never with an exponent."""
    if value == 0:
        return "0"
    given = value if isinstance(value, Decimal) else Decimal(f"{value:.12g}")
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(given)
    return number(rounded, max(digits - 1 - rounded.adjusted(), 0))


def _price(value: float) -> str:
    """USD prices: 3 decimals below 1, else 2; whole from 10 on where nothing is lost."""
    size = abs(value)
    if 0 < size < 0.0095:
        return significant(value, 2)
    if size < 0.9995:
        return number(value, 3)
    return number(value, 0 if size >= 10 and value == int(value) else 2)


def _scaled(value: float, below: Callable[[float], str]) -> str:
    """Large amounts in words: 36.2 billion; smaller ones by the rule given."""
    for power, word in _SCALES:
        if abs(value) >= 0.9995 * 10**power:
            return significant(value / 10**power, 3) + word
    return below(value)


def _usd(value: float) -> str:
    return _scaled(value, lambda v: number(v, 0) if abs(v) >= 1000 else _price(v))


def _fold(value: float) -> str:
    return number(value, 0 if abs(value) >= 99.5 else 1)


def _ratio(value: float) -> str:
    return number(value, 0) if abs(value) >= 99.5 else number(value, 1 if abs(value) >= 9.95 else 2)


def _share(value: float) -> str:
    return number(100 * value, 0 if abs(value) >= 0.0995 or value == 0 else 1) + "%"


def _count(value: float) -> str:
    return _scaled(value, lambda v: number(v, 0))


def _flop(value: float) -> str:
    power = Decimal(f"{value:.12g}").adjusted() if value else 0
    if power < 15:
        return _count(value)
    raised = str(power).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{number(value / 10**power, 1)} × 10{raised}"


_FORMATS: dict[str, Callable[[float], str]] = {
    **dict.fromkeys(
        ("usd_per_mtok", "usd_per_hour", "usd_per_task", "usd_per_query", "usd_per_gpu_hour"),
        _price,
    ),
    **dict.fromkeys(("usd", "usd_per_year", "native_currency"), _usd),
    **dict.fromkeys(("times", "fold_per_year"), _fold),
    "ratio": _ratio,
    "share": _share,
    **dict.fromkeys(("count", "tokens", "tokens_per_day", "params", "bytes"), _count),
    "days": lambda value: number(value, 0),
    "year": lambda value: str(int(value)),
    **dict.fromkeys(("flop", "flop_per_second"), _flop),
    **dict.fromkeys(
        (
            "months",
            "years",
            "minutes",
            "hours",
            "seconds",
            "points",
            "index",
            "score",
            "tokens_per_second",
        ),
        lambda value: number(value, 1),
    ),
    "log10_usd": lambda value: number(value, 2),
}


def text(value: object, unit: str | None, decimals: int | None = None, place: str = "prose") -> str:
    """A value as printed: by the rule of its unit, or with `decimals` where a column fixes them.

    Args:
        unit: an id of seeds/units.csv; None or "text" for words.
        place: "prose" writes dates as 12 August 2026, "table" as 2026-08-12.
    """
    if isinstance(value, date):
        return day(value, place)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) or unit in (None, "text"):
        return str(value)
    if decimals is not None:
        return number(100 * value, decimals) + "%" if unit == "share" else number(value, decimals)
    return _FORMATS.get(unit, significant)(value)


def day(value: date, place: str = "prose") -> str:
    """A calendar day: 12 August 2026 in prose, 2026-08-12 in tables."""
    if place == "table":
        return f"{value:%Y-%m-%d}"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def as_text_day(iso: str) -> str:
    """A day given as ISO text, in words."""
    return day(date.fromisoformat(iso))


def interval(
    low: object, high: object, unit: str | None, decimals: int | None = None, place: str = "prose"
) -> str:
    """A range: 5.1–14.3 in prose, 5.1 to 14.3 in tables; an open end is a word."""
    low, high = (None if end in (float("inf"), float("-inf")) else end for end in (low, high))
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {text(high, unit, decimals, place)}"
    if high is None:
        return f"from {text(low, unit, decimals, place)}"
    if low == high:
        return text(low, unit, decimals, place)
    between = " to " if place == "table" or text(low, unit).startswith(MINUS) else EN_DASH
    return f"{text(low, unit, decimals, place)}{between}{text(high, unit, decimals, place)}"


def not_available(reason: str) -> str:
    """What stands in place of a missing value; `reason` is a code of a method or plain words."""
    words = (FLAG_WORDS.get(code, code.replace("_", " ")) for code in reason.split(","))
    return f"n/a ({', '.join(word.strip() for word in words)})"


def tick(value: float) -> str:
    """A value on an axis, without idle decimals: 0.01, 1,000, 10 trillion."""
    for power, word in _SCALES:
        if value >= 10**power:
            return f"{value / 10**power:,.12g}{word}"
    return f"{value:,.0f}" if value >= 1 else f"{value:.12f}".rstrip("0")


def full(value: object) -> str:
    """A value at full precision, for evidence lines and CSV: the shortest text that reads back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}" if value else "0"
    return repr(value) if isinstance(value, float) else str(value)


def unit_words(unit: str | None) -> str:
    """The unit as printed in an evidence line."""
    return UNIT_WORDS.get(unit or "", (unit or "text").replace("_", " "))
