"""Memo P: printed numbers worked out by hand from the list prices and scores they rest on.

The prices are those of ingest/bundled/llm_prices.csv, in USD per million tokens, input and output;
three parts of input are weighted with one of output.
"""

import csv
from datetime import date
from math import log10, sqrt
from pathlib import Path

import pytest

FOLDER = "build/current/memos/price_of_capability"
DAYS = 365.25


@pytest.fixture(scope="module")
def numbers(built: Path) -> dict[str, dict[str, str]]:
    """Rows of numbers.csv by figure."""
    return {row["row_key"]: row for row in _rows(built, "numbers.csv")}


def _rows(built: Path, name: str) -> list[dict[str, str]]:
    with (built / FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _cell(built: Path, name: str, row: str, column: str) -> dict[str, str]:
    found = [
        line for line in _rows(built, name) if line["row_key"] == row and line["column"] == column
    ]
    assert len(found) == 1, f"{name}: {row}, {column}"
    return found[0]


def _value(row: dict[str, str]) -> float:
    return float(row["value"])


def _blend(price_in: float, price_out: float) -> float:
    return (3 * price_in + price_out) / 4


# New lows at GPQA Diamond 35.7 whose first day is known: day, input, output.
GPT_4_LOWS = (
    (date(2023, 3, 14), 30, 60),  # gpt-4: 37.5
    (date(2023, 11, 6), 10, 30),  # gpt-4-1106-preview: 15
    (date(2024, 2, 26), 8, 24),  # mistral-large-2402: 12
    (date(2024, 3, 4), 3, 15),  # claude-3-sonnet: 6
    (date(2024, 3, 13), 0.25, 1.25),  # claude-3-haiku: 0.5
    (date(2024, 7, 18), 0.15, 0.6),  # gpt-4o-mini: 0.2625
    (date(2024, 10, 14), 0.075, 0.3),  # gemini-1.5-flash-002: 0.13125
)


def _fit(lows: tuple[tuple[date, float, float], ...], t: float) -> tuple[float, float, float]:
    """Fold a year and its t interval, by the textbook formulas."""
    years = [(day - lows[0][0]).days / DAYS for day, _, _ in lows]
    logs = [log10(_blend(price_in, price_out)) for _, price_in, price_out in lows]
    n, mean_x, mean_y = len(lows), sum(years) / len(lows), sum(logs) / len(lows)
    sxx = sum((x - mean_x) ** 2 for x in years)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(years, logs, strict=True)) / sxx
    residuals = [
        y - mean_y - slope * (x - mean_x) for x, y in zip(years, logs, strict=True)
    ]  # fmt: skip
    half = t * sqrt(sum(r * r for r in residuals) / (n - 2) / sxx)
    return 10**-slope, 10 ** -(slope + half), 10 ** -(slope - half)


def test_first_prices_are_the_list_prices_at_launch(numbers: dict[str, dict[str, str]]) -> None:
    assert _value(numbers["first_gpt35"]) == _blend(20, 20) == 20  # text-davinci-003
    assert _value(numbers["first_o1"]) == _blend(15, 60) == 26.25  # o1


def test_lowest_gpt35_price_is_the_hosts_price_of_a_small_model(
    numbers: dict[str, dict[str, str]],
) -> None:
    # deepinfra, Meta-Llama-3.1-8B-Instruct-Turbo, 2025-08-22: (3 x 0.015 + 0.02) / 4
    assert _value(numbers["low_gpt35"]) == pytest.approx(0.065 / 4)
    assert numbers["low_gpt35"]["printed"] == "0.016"
    assert numbers["low_gpt35"]["as_of_date"] == "2025-08-22"


def test_price_on_offer_at_the_newest_bar(numbers: dict[str, dict[str, str]]) -> None:
    # gemini-3-flash-preview: (3 x 0.5 + 3) / 4
    assert _value(numbers["now_gpt5"]) == pytest.approx(_blend(0.5, 3.0)) == pytest.approx(1.125)


def test_change_in_a_year_at_two_bars(numbers: dict[str, dict[str, str]]) -> None:
    # deepinfra's Llama 3.1 8B Turbo: 0.015 and 0.02 until 2025-10-04, 0.02 and 0.03 since; no newer
    # model was scored on that bar, but a rise needs none.
    assert _value(numbers["year_gpt35"]) == pytest.approx(
        _blend(0.02, 0.03) / _blend(0.015, 0.02) - 1
    )
    # gpt-oss-120b: 0.05 and 0.25 at novita since 2026-01-13; 0.08 and 0.40 at ovhcloud a year
    # before the newest price, which is of 2026-09-22.
    now, before = _blend(0.05, 0.25), _blend(0.08, 0.40)
    assert (now, before) == (pytest.approx(0.1), pytest.approx(0.16))
    assert _value(numbers["year_o1"]) == pytest.approx(now / before - 1)
    assert numbers["year_o1"]["printed"] == "−38%"


def test_pace_at_the_gpt4_bar_is_the_line_through_seven_lows(
    numbers: dict[str, dict[str, str]],
) -> None:
    fold, low, high = _fit(GPT_4_LOWS, t=2.015048373)  # five degrees of freedom, 0.95
    row = numbers["pace_gpt4"]
    assert row["n"] == "7"
    assert _value(row) == pytest.approx(fold)
    assert (float(row["low"]), float(row["high"])) == (pytest.approx(low), pytest.approx(high))
    assert row["printed"] == "45.1"


def test_tornado_without_the_first_point(built: Path) -> None:
    fold, _, _ = _fit(GPT_4_LOWS[1:], t=2.131846786)
    assert _value(_cell(built, "chart_tornado.csv", "First point", "high end")) == pytest.approx(
        fold
    )


def test_idle_months_run_to_the_newest_score(numbers: dict[str, dict[str, str]]) -> None:
    # Last low 2025-09-12 (qwen-turbo), newest table of scores 2026-04-19: 219 days.
    assert (date(2026, 4, 19) - date(2025, 9, 12)).days == 219
    assert _value(numbers["idle_gpt4"]) == pytest.approx(219 / (DAYS / 12))


def test_window_of_2025_at_the_gpt4_bar(built: Path) -> None:
    # 0.13125 at the end of 2024, 0.0875 at the end of 2025, 365 days between.
    fold = (0.13125 / 0.0875) ** (DAYS / 365)
    assert _value(_cell(built, "chart_windows.csv", "GPT-4 level, GPQA", "2025")) == pytest.approx(
        fold
    )


def test_cost_of_a_suite_is_price_times_tokens(numbers: dict[str, dict[str, str]]) -> None:
    # 2,767.05 and 108.85 dollars for one suite; list prices 26.25 and 7.50.
    price, cost = 26.25 / 7.5, 2767.05 / 108.85
    assert _value(numbers["pair_price"]) == pytest.approx(price)
    assert _value(numbers["pair_cost"]) == pytest.approx(cost)
    assert _value(numbers["pair_tokens"]) == pytest.approx(cost / price)
    assert numbers["pair_cost"]["printed"] == "25.4"


def test_claims_on_end_points(built: Path) -> None:
    # 20 on 2022-11-30 to (3 x 0.05 + 0.08) / 4 on 2024-10-17; GPT-4 37.5 to GPT-5.4 5.625.
    floor = _blend(0.05, 0.08)
    assert _value(_cell(built, "table_claims.csv", "S2-07/fold", "measured")) == pytest.approx(
        20 / floor
    )
    assert _value(_cell(built, "table_claims.csv", "S2-13/fold", "measured")) == pytest.approx(
        37.5 / _blend(2.5, 15)
    )


def test_published_fit_that_is_quoted_most(built: Path) -> None:
    # Epoch, 2025-03-12: 42.0 a year on six lows, 90 % interval 4.4 to 401.
    row = _cell(built, "table_replications.csv", "gpqa_diamond/GPT-4-0314", "fold_per_year")
    assert row["n"] == "6"
    assert row["printed"] == "42.0"
    assert (round(float(row["low"]), 1), round(float(row["high"]))) == (4.4, 401)


def test_envelope_index_is_the_last_low_over_the_first(built: Path) -> None:
    row = _cell(built, "table_index_table.csv", "envelope", "last_index")
    assert _value(row) == pytest.approx(100 * 0.0875 / 37.5)


def test_flagship_against_the_one_before(built: Path) -> None:
    # GPT-5.4 lists at 2.50 and 15 (5.625), GPT-5.2 at 1.75 and 14 (4.8125).
    rows = [
        row for row in _rows(built, "table_flagships.csv") if row["printed"] == "OpenAI GPT-5.4"
    ]
    row = _cell(built, "table_flagships.csv", rows[0]["row_key"], "price_of_previous_x")
    assert _value(row) == pytest.approx(_blend(2.5, 15) / _blend(1.75, 14))


def test_smallest_open_model_at_a_bar(built: Path) -> None:
    # ECI 125.7: Llama 3.1 405B first, phi-4 with 14.7 billion parameters later.
    row = _cell(built, "table_sizes.csv", "epoch_eci_125.7_hub", "total_x")
    assert _value(row) == pytest.approx(405 / 14.7)


def test_scenario_price_is_today_over_the_pace(built: Path) -> None:
    pace = _value(_cell(built, "table_scenarios.csv", "record", "fold_per_year"))
    assert _value(_cell(built, "table_scenarios.csv", "record", "o1")) == pytest.approx(0.1 / pace)
    shares = [
        _value(_cell(built, "table_scenarios.csv", name, "probability_share"))
        for name in ("record", "last_year", "halt")
    ]
    assert sum(shares) == pytest.approx(1)


def test_quarantine_counts_the_rows_that_the_collection_flags(built: Path) -> None:
    with (built / "ingest/bundled/llm_prices.csv").open(encoding="utf-8", newline="") as file:
        flagged = [row for row in csv.DictReader(file) if row["quality_flag"] == "suspect_units"]
    row = _cell(built, "table_quarantine.csv", "suspect_units", "rows_count")
    assert _value(row) == len(flagged) == 95


def test_learning_rate_of_a_doubling(built: Path) -> None:
    # Both ends of each line are the share saved at a doubling: 1 - 2 ** slope, between 0 and 1.
    rows = _rows(built, "chart_learning.csv")
    assert rows
    assert all(0 < float(row["low"]) <= float(row["high"]) < 1 for row in rows)


def test_other_technologies_by_the_same_formula(built: Path) -> None:
    # Hard disks 1992 to 2002, yearly, log-linear: the fold a year from the rows of the table.
    with (built / "ingest/bundled/technology_prices.csv").open(encoding="utf-8") as file:
        rows = {
            int(row["year"]): float(row["value"])
            for row in csv.DictReader(file)
            if row["series_id"] == "farmer_lafond_hard_disk_drive"
        }
    years = [year for year in rows if 1992 <= year <= 2002]
    days = [(date(year, 7, 1) - date(1992, 7, 1)).days / DAYS for year in years]
    logs = [log10(rows[year]) for year in years]
    mean_x, mean_y = sum(days) / len(days), sum(logs) / len(logs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(days, logs, strict=True)) / sum(
        (x - mean_x) ** 2 for x in days
    )
    row = _cell(built, "chart_yardsticks.csv", "Storage", "Fall of the price a year by technology")
    assert _value(row) == pytest.approx(10**-slope)
