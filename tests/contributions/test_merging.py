"""Branches' files put together: wages are added, amounts are looked up again, nothing is guessed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Group, Person, Record, YearMonth, compute
from contributions.checks.examples import SAMPLE
from contributions.merging import Line, Merged, NotMergeable, merge

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
NORTH, SOUTH = 120000, 95000
OCTOBER = YearMonth(2026, 10)


def paid(wage: int, person: Person, *, month: YearMonth = OCTOBER, **changes: str) -> Record:
    due = compute(wage, month=month, person=person)
    return replace(
        SAMPLE,
        month=month,
        wage=wage,
        socso_employer=due.socso_employer,
        socso_employee=due.socso_employee,
        eis_employer=due.eis_employer,
        eis_employee=due.eis_employee,
        lindung=due.lindung,
        **changes,
    )


ORDINARY = Person(age=40)


def merged(records: Iterable[Record], *same: str) -> tuple[Merged, ...]:
    """Put together records that stand on the lines of one file."""
    return merge((Line(each, "all.txt", line) for line, each in enumerate(records, start=1)), same=same)


def test_branches_become_one_file_for_each_code_and_month() -> None:
    other = replace(SAMPLE, employer_code="B3200000999Z")
    files = merged([SAMPLE, other, TAN, replace(SAMPLE, month=YearMonth(2026, 9))])

    assert [(each.name, len(each.records)) for each in files] == [
        ("B3200000123X-2026-10", 2),
        ("B3200000999Z-2026-10", 1),
        ("B3200000123X-2026-09", 1),
    ]
    assert files[0].records == (SAMPLE, TAN)
    assert files[0].added == ()


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(ORDINARY, id="first category"),
        pytest.param(Person(age=61), id="second category, no EIS"),
        pytest.param(Person(age=30, group=Group.FOREIGN), id="a foreign worker"),
        pytest.param(Person(age=30, lindung_released=True), id="released from LINDUNG"),
        pytest.param(Person(age=58, first_act4_age=56), id="second category with EIS"),
    ],
)
def test_who_stands_twice_has_the_amounts_of_both_wages_together(person: Person) -> None:
    (file,) = merged([paid(NORTH, person), TAN, paid(SOUTH, person)])

    assert file.records[0] == paid(NORTH + SOUTH, person)
    assert file.added == (file.records[0],)
    assert len(file.records) == 2


def test_band_amounts_would_not_have_added_up() -> None:
    one, other = paid(NORTH, ORDINARY), paid(SOUTH, ORDINARY)
    (file,) = merged([one, other])

    assert file.records[0].socso_employer != one.socso_employer + other.socso_employer


def test_a_line_without_a_wage_decides_nothing_and_a_missing_ssm_number_is_filled() -> None:
    leave = replace(paid(0, ORDINARY), ssm_number="")

    (file,) = merged([leave, paid(NORTH, ORDINARY)])
    assert file.records == (paid(NORTH, ORDINARY),)
    assert merged([leave, leave])[0].records == (leave,)


def test_lines_without_an_identity_number_are_never_one_person() -> None:
    nobody = replace(SAMPLE, identity_number="")

    assert len(merged([nobody, nobody])[0].records) == 2


def test_a_month_before_eis_has_none() -> None:
    month = YearMonth(2017, 10)

    (file,) = merged([paid(NORTH, ORDINARY, month=month), paid(SOUTH, ORDINARY, month=month)])
    assert file.records[0] == paid(NORTH + SOUTH, ORDINARY, month=month)


def test_who_pays_nothing_at_all_goes_on_paying_nothing() -> None:
    outside = Person(age=40, under_act4=False)

    assert merged([paid(NORTH, outside), paid(SOUTH, outside)])[0].records == (paid(NORTH + SOUTH, outside),)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        pytest.param(
            [paid(NORTH, ORDINARY), paid(SOUTH, Person(age=61))], "differ in category", id="categories differ"
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), socso_employer=1)],
            "on a wage of RM 950.00 do not fit the tables",
            id="a wrong amount",
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), eis_employer=0)],
            "do not fit",
            id="EIS differs",
        ),
        pytest.param(
            [paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), lindung=1)], "do not fit", id="LINDUNG off"
        ),
        pytest.param(
            [SAMPLE, replace(SAMPLE, name="TAN WEI MING")],
            "bear different names",
            id="two names for a number",
        ),
        pytest.param(
            [replace(SAMPLE, month=YearMonth(2028, 6))] * 2, "no rates are known", id="a month not known"
        ),
    ],
)
def test_where_lines_do_not_agree_nothing_is_guessed(lines: list[Record], says: str) -> None:
    with pytest.raises(NotMergeable, match=says):
        merged(lines)


def test_names_that_differ_are_both_said_with_their_places() -> None:
    lines = [
        Line(paid(NORTH, ORDINARY, name="AMINAH BINTI CONTOH"), "north.txt", 3),
        Line(paid(SOUTH, ORDINARY, name="AMINAH CONTOH"), "south.txt", 1),
        Line(paid(SOUTH, ORDINARY, name="AMINAH  CONTOH"), "south.txt", 2),
    ]

    with pytest.raises(NotMergeable) as refused:
        merge(lines)

    assert refused.value.words.en == (
        "900101145678 in October 2026: its lines bear different names: "
        "AMINAH BINTI CONTOH (north.txt, line 3); AMINAH CONTOH (south.txt, line 1)"
    )
    assert "AMINAH CONTOH (south.txt, baris 1)" in refused.value.words.ms
    assert "--same 900101145678 takes the first name" in refused.value.mend.en
    (file,) = merge(lines, same=["900101145678"])
    assert [(record.name, record.wage) for record in file.records] == [
        ("AMINAH BINTI CONTOH", NORTH + 2 * SOUTH)
    ]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        pytest.param(
            ORDINARY,
            Person(age=61),
            "first category, EIS, LINDUNG 24 JAM (all.txt, line 1); "
            "second category, no EIS, LINDUNG 24 JAM (all.txt, line 2)",
            id="category",
        ),
        pytest.param(
            ORDINARY,
            Person(age=40, under_act4=False),
            "first category, EIS, LINDUNG 24 JAM (all.txt, line 1); "
            "no SOCSO, no EIS, no LINDUNG 24 JAM (all.txt, line 2)",
            id="not under Act 4",
        ),
    ],
)
def test_what_lines_differ_in_is_said_with_their_places(one: Person, other: Person, says: str) -> None:
    with pytest.raises(NotMergeable) as refused:
        merged([paid(NORTH, one), paid(SOUTH, other)])

    assert refused.value.words.en.endswith(f"its lines differ in category or in what is paid: {says}")
    assert "kategori" in refused.value.words.ms
    assert refused.value.mend.en == "Decide which is right, and correct the other line."


def test_an_amount_off_the_tables_is_said_with_its_place() -> None:
    with pytest.raises(NotMergeable, match=r"do not fit the tables \(all.txt, line 2\)") as refused:
        merged([paid(NORTH, ORDINARY), replace(paid(SOUTH, ORDINARY), socso_employer=1)])

    assert refused.value.mend.en == "assist check all.txt tells what they should be."


def test_who_stands_once_is_taken_as_he_is_and_told_where_it_does_not_fit() -> None:
    wrong = replace(TAN, socso_employer=TAN.socso_employer + 5)
    leave = replace(paid(0, ORDINARY), identity_number="791123086211")

    (file,) = merged([SAMPLE, wrong, leave])

    assert file.records == (SAMPLE, wrong, leave)
    assert [(line.record, line.number) for line in file.unfit] == [(wrong, 2)]


def test_nothing_is_said_of_amounts_of_a_month_without_tables() -> None:
    assert merged([replace(SAMPLE, month=YearMonth(2028, 6), socso_employer=1)])[0].unfit == ()


def test_all_ssm_numbers_of_an_employer_are_known_with_their_lines() -> None:
    (file,) = merged(
        [SAMPLE, replace(TAN, ssm_number="199901054321"), replace(paid(0, ORDINARY), ssm_number="")]
    )

    assert {number: line.number for number, line in file.ssm_numbers.items()} == {
        SAMPLE.ssm_number: 1,
        "199901054321": 2,
    }


def test_a_name_may_be_written_with_other_signs() -> None:
    one, other = paid(NORTH, ORDINARY, name="SURÉSH A/L RAMA"), paid(SOUTH, ORDINARY, name="Suresh A/L  Rama")

    assert len(merged([one, other])[0].records) == 1


people = st.builds(
    lambda number, wage: paid(
        wage, Person(born=date(1980, 1, 1)), identity_number=f"80010114500{number}", name=f"NAME {number}"
    ),
    st.integers(0, 9),
    st.integers(0, 10**6),
)


@given(st.lists(people, min_size=1, max_size=20))
def test_wages_are_neither_lost_nor_made_and_each_person_stands_once(lines: list[Record]) -> None:
    (file,) = merged(lines)

    assert sum(record.wage for record in file.records) == sum(line.wage for line in lines)
    assert [record.identity_number for record in file.records] == list(
        dict.fromkeys(line.identity_number for line in lines)
    )
    assert merged(file.records)[0].records == file.records
