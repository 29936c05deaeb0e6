from datetime import UTC, date, datetime

import pytest
from flask import Flask

from contributions import YearMonth
from mock_portal.ui import filters

EVENING_IN_LONDON = datetime(2026, 11, 9, 17, 5, tzinfo=UTC)


def test_money_is_written_in_ringgit_with_thousands() -> None:
    assert filters.money(1_234_50) == "RM 1,234.50"


def test_a_month_in_a_table_is_numbers() -> None:
    assert filters.month(YearMonth(2026, 3)) == "03/2026"


@pytest.mark.parametrize(("language", "written"), [("en", "August 2026"), ("ms", "Ogos 2026")])
def test_a_month_in_a_sentence_is_in_the_readers_language(language: str, written: str) -> None:
    with Flask("reader").test_request_context(environ_overrides={"assist.language": language}):
        assert filters.month_long(YearMonth(2026, 8)) == written


def test_days_and_moments_are_those_of_malaysia() -> None:
    assert filters.day(date(2026, 11, 24)) == "24/11/2026"
    assert filters.day(EVENING_IN_LONDON) == "10/11/2026"
    assert filters.moment(EVENING_IN_LONDON) == "10/11/2026 01:05"


@pytest.mark.parametrize(
    ("size", "written"),
    [(1_024, "1 kB"), (1_048_576, "1 MB"), (5_242_880, "5 MB"), (2_726_298, "2.6 MB")],
)
def test_a_size_is_written_as_windows_counts(size: int, written: str) -> None:
    assert filters.file_size(size) == written
