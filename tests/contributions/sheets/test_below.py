"""What stands below the people of a table, and what is somebody's number all the same."""

from datetime import datetime

import pytest

from contributions.sheets.below import is_count, is_nobody_below, is_persons_number, last_person


@pytest.mark.parametrize(
    "cell",
    [
        "900101-14-5678", "900101145678", 900101145678.0, "90-01-01-14-5678", "900101/14/5678", "50101145678",
        "A12345678", "K 1234567", "SSFW12345678", "SSFDW1234567", "T1234567", "1234567", "9.00101E+11",
        "01012001", "#N/A",
    ],
)  # fmt: skip
def test_a_number_of_somebody_is_never_below_the_people(cell: object) -> None:
    assert is_persons_number(cell)
    assert not is_nobody_below(cell, "", [])


@pytest.mark.parametrize(
    "cell",
    [
        "", "-", 6, "6 orang", "Tarikh: 31/10/2026", "31/10/2026", "31-10-2026", "31.10.26", "2026-10-31",
        "31 Okt 2026", datetime(2026, 10, 31), "Disediakan oleh", "Printed on 31/10/2026 10:22",  # noqa: DTZ001
        "Oktober 2026", 2026, 46326.0,
    ],
)  # fmt: skip
def test_days_counts_and_labels_are_nobodys_number(cell: object) -> None:
    assert not is_persons_number(cell)
    assert is_nobody_below(cell, "Siti", ["", "31/10/2026"])


@pytest.mark.parametrize(
    "amounts",
    [["3,250.00"], ["", 0], ["RM 5"], ["1.2.3"], ["#DIV/0!"], [3250.0]],
    ids=["text", "nought", "unit", "mistake", "error", "number"],
)
def test_a_name_with_an_amount_may_be_somebody_whose_number_is_missing(amounts: list[object]) -> None:
    assert not is_nobody_below("", "LIM AH KOW", amounts)
    assert is_nobody_below("6 orang", "", amounts)
    assert is_nobody_below("", "Bilangan pekerja", amounts)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(datetime(2026, 10, 31), id="a date"),  # noqa: DTZ001
        pytest.param("31.10.2026", id="a day"),
        pytest.param("Muka 1", id="a word"),
        pytest.param("1/1", id="a page"),
        pytest.param("-", id="a dash"),
    ],
)
def test_what_is_no_amount_makes_nobody(cell: object) -> None:
    assert is_nobody_below("", "Disediakan oleh", [cell])


@pytest.mark.parametrize(
    ("cell", "counts"),
    [
        ("6 orang", True), ("12 employees", True), ("Bil. Pekerja", True), ("Number of employees", True),
        ("Orang Kaya bin Ali", False), ("Bil bin Ali", False), (6, False),
    ],
)  # fmt: skip
def test_a_count_of_people_says_so(cell: object, *, counts: bool) -> None:
    assert is_count(cell) is counts


def test_the_last_person_is_the_last_row_with_a_number() -> None:
    assert last_person([(2, "900101145678"), (3, "A1234567"), (4, "6 orang")]) == 3
    assert last_person([(2, "Siti")]) == 0
