"""Days in another form than DDMMYYYY: the one that is meant, or no guess."""

from datetime import date

import pytest

from contributions.checks.other_days import day_meant


@pytest.mark.parametrize(
    ("text", "month", "meant"),
    [
        pytest.param("150826  B", "082026", date(2026, 8, 15), id="a year of two digits"),
        pytest.param("15/08/26B", "082026", date(2026, 8, 15), id="with strokes"),
        pytest.param("20260815B", "082026", date(2026, 8, 15), id="the year first"),
        pytest.param(" 15082026", "082026", date(2026, 8, 15), id="a column too far right"),
        pytest.param("310825  B", "082026", date(2025, 8, 31), id="a year before the month"),
        pytest.param("310725  B", "082026", None, id="more than a year before it"),
        pytest.param("010827  B", "082026", date(2027, 8, 1), id="a year after the month"),
        pytest.param("010927  B", "082026", None, id="more than a year after it"),
        pytest.param("31122027B", "082026", date(2027, 12, 31), id="the last day of the year after"),
        pytest.param("01012028B", "082026", None, id="a day after it"),
        pytest.param("01011900B", "082026", date(1900, 1, 1), id="the first day"),
        pytest.param("31121899B", "082026", None, id="a day before it"),
        pytest.param("320826  B", "082026", None, id="no day"),
        pytest.param("150826  B", "132026", None, id="beside no month"),
        pytest.param("        B", "082026", None, id="nothing"),
    ],
)
def test_a_day_is_known_in_another_form_only_where_it_is_sure(
    text: str, month: str, meant: date | None
) -> None:
    assert day_meant(text, month) == meant
