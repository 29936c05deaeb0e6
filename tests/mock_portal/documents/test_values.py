import json
from dataclasses import dataclass
from datetime import date, datetime

import pytest

from contributions import T, YearMonth
from mock_portal.documents.values import as_json
from mock_portal.worlds.clock import MALAYSIA


@dataclass(frozen=True)
class Letter:
    title: T
    values: tuple[object, ...]


def test_values_are_printed_as_people_write_them_in_one_language() -> None:
    letter = Letter(
        T("Receipt", "Resit"),
        (
            YearMonth(2026, 10),
            date(2026, 11, 5),
            datetime(2026, 11, 5, 9, 5, tzinfo=MALAYSIA),
            6,
            None,
            "<b>",
        ),
    )

    assert json.loads(as_json(letter, language="ms")) == {
        "title": "Resit",
        "values": ["10/2026", "05/11/2026", "05/11/2026 09:05", 6, None, "<b>"],
    }


def test_a_value_that_no_document_prints_is_refused() -> None:
    with pytest.raises(TypeError):
        as_json(Letter(T("a", "b"), (1.5,)), language="en")
