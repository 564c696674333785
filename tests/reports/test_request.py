"""What was asked for is checked before any work is done."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import USAGE, RunError
from reports.request import Request, make_request, today
from tests.miniature import write_miniature


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """A miniature project; no test here writes to it."""
    return write_miniature(project, tmp_path_factory.mktemp("request"))


def refusal(small: Path, memo: str = "", as_of: str = "", settings: str = "") -> str:
    """The line with which a request is refused; the exit code is that of wrong usage."""
    with pytest.raises(RunError) as caught:
        make_request(small, memo, as_of, settings)
    assert caught.value.code == USAGE == 2
    return str(caught.value)


def test_nothing_given_means_all_memos_today(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(20_777 * 86_400))  # 20777 days after 1970
    request = make_request(small, "", "", "")
    assert request == Request(("miniature",), date(2026, 11, 20), False, (), True)
    assert request.is_plain


def test_a_past_day_and_a_what_if_do_not_become_current(small: Path) -> None:
    past = make_request(small, "miniature", "2025-06-30", "")
    what_if = make_request(small, "", "", "wacc=0.12")
    assert past.variables["as_of_date"] == "2025-06-30"
    assert past.variables["is_as_of_view"] is True
    assert what_if.variables["assumption_overrides"] == {"wacc": 0.12}
    assert not past.is_plain
    assert not what_if.is_plain


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        ({"memo": "nonsense"}, ["MEMO=nonsense", "expected one of miniature"]),
        ({"memo": "../miniature"}, ["found '../miniature'"]),
        ({"as_of": "yesterday"}, ["AS_OF=yesterday", "expected a date YYYY-MM-DD"]),
        ({"as_of": "2025-02-30"}, ["expected a date YYYY-MM-DD"]),
        ({"as_of": "30.06.2025"}, ["expected a date YYYY-MM-DD"]),
        ({"as_of": "1999-01-01"}, ["expected a day from 2020-01-01"]),
        ({"as_of": "2999-01-01"}, ["expected a day from 2020-01-01"]),
        ({"settings": "wacc"}, ["SET=wacc", "expected key=value"]),
        ({"settings": "wacc = 0.1"}, ["expected key=value"]),
        ({"settings": "beta=1"}, ["SET=beta=1", "found 'beta'"]),
        ({"settings": "wacc=high"}, ["expected a number, found 'high'"]),
        ({"settings": "wacc="}, ["expected a number, found ''"]),
        ({"settings": "wacc=0.5"}, ["expected a value from 0.05 to 0.15, found 0.5"]),
        ({"settings": "wacc=nan"}, ["expected a value from 0.05 to 0.15, found nan"]),
        ({"settings": "no_bounds=1"}, ["expected an assumption with bounds"]),
        ({"settings": "wacc=0.1 wacc=0.12"}, ["expected wacc once"]),
    ],
)
def test_wrong_options_are_refused_with_one_line(
    small: Path, options: dict[str, str], parts: list[str]
) -> None:
    words = refusal(small, **options)
    assert "\n" not in words
    for part in (*parts, "expected", ";"):
        assert part in words


@given(st.text(max_size=30))
def test_any_text_as_a_day_is_a_day_or_refused(small: Path, text: str) -> None:
    try:
        request = make_request(small, "", text, "")
    except RunError as error:
        assert error.code == USAGE
    else:
        assert not text or date(2020, 1, 1) <= request.as_of <= today()


def test_bounds_themselves_are_allowed(small: Path) -> None:
    assert make_request(small, "", "", "wacc=0.05").overrides == (("wacc", 0.05),)
    assert make_request(small, "", "", "wacc=0.15").overrides == (("wacc", 0.15),)


@pytest.mark.parametrize("words", ["today", "-1", "9" * 20, "253402300800", "²"])
def test_a_day_of_the_run_that_is_no_number_is_refused(
    monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", words)
    with pytest.raises(RunError, match="expected seconds since 1970"):
        today()
