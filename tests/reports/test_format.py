"""Numbers and dates as text; every expected text is worked out by hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import format


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (20, "usd_per_mtok", "20"),
        (26.25, "usd_per_mtok", "26.25"),
        (3.4375, "usd_per_mtok", "3.44"),  # half up at the second decimal: 3.4375 lies above 3.435
        (0.0585, "usd_per_mtok", "0.059"),  # binary formatting would print 0.058
        (0.1, "usd_per_mtok", "0.100"),
        (0.00042, "usd_per_mtok", "0.00042"),
        (0.9996, "usd_per_mtok", "1.00"),
        (262.5, "fold_per_year", "263"),  # binary formatting would print 262
        (99.44, "fold_per_year", "99.4"),
        (99.5, "fold_per_year", "100"),
        (1234.5, "times", "1,235"),
        (-0.74, "share", "−74%"),
        (0.055, "share", "5.5%"),
        (0, "share", "0%"),
        (36_249_000_000, "usd", "36.2 billion"),
        (999_600, "usd", "1.00 million"),
        (1234.56, "usd", "1,235"),
        (4.2, "months", "4.2"),
        (2026, "year", "2026"),
        (3.84e25, "flop", "3.8 × 10²⁵"),
        (0.000123456, "bogus_unit", "0.000123"),
        (Decimal("0.0585"), "usd_per_mtok", "0.059"),
        ("GPT-4", "count", "GPT-4"),
        (True, None, "yes"),
    ],
)
def test_rules_of_units(value: Any, unit: str | None, expected: str) -> None:
    assert format.text(value, unit) == expected


def test_a_column_fixes_its_decimals() -> None:
    assert format.text(0.0585, "usd_per_mtok", decimals=3) == "0.059"
    assert format.text(20, "usd_per_mtok", decimals=3) == "20.000"
    assert format.text(0.125, "share", decimals=1) == "12.5%"


def test_dates_in_prose_and_tables() -> None:
    assert format.text(date(2026, 8, 12), "date") == "12 August 2026"
    assert format.text(date(2026, 8, 12), "date", place="table") == "2026-08-12"


def test_ranges_take_a_dash_in_prose_and_a_word_in_tables() -> None:
    assert format.interval(5.14, 14.26, "fold_per_year") == "5.1–14.3"
    assert format.interval(5.14, 14.26, "fold_per_year", place="table") == "5.1 to 14.3"
    assert format.interval(None, 14.26, "fold_per_year") == "up to 14.3"
    assert format.interval(5.14, float("inf"), "fold_per_year") == "from 5.1"
    assert format.interval(-0.2, 0.1, "share") == "−20% to 10%"  # a dash would read as a minus
    assert format.interval(None, None, "share") == ""


def test_missing_values_say_why() -> None:
    assert format.not_available("insufficient_obs") == "n/a (too few new lows)"
    assert format.not_available("no_ci,free") == "n/a (no interval, price is zero)"
    assert format.not_available("never published") == "n/a (never published)"


@given(st.floats(-1e15, 1e15), st.sampled_from(["usd", "times", "share", "count", "ratio"]))
def test_every_number_becomes_digits_without_exponent(value: float, unit: str) -> None:
    words = format.text(value, unit)
    assert any(sign.isdigit() for sign in words)
    assert "e" not in words.split(" ")[0] and "-" not in words


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_full_precision_reads_back(value: float) -> None:
    assert float(format.full(value)) == value
