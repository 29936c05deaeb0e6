"""Two files compared by person: the order of the lines says nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Record, UnreadableFile, UnreadableLine, YearMonth, write
from contributions.checks.examples import SAMPLE, single
from contributions.comparing import Changes, NotComparable, People, compare, people_in

TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
SURESH = replace(SAMPLE, identity_number="791123086211", name="SURESH A/L RAMASAMY")
NEXT = YearMonth(2026, 11)


def changes(before: list[Record], after: list[Record]) -> Changes:
    return compare(people_in(write(before)), people_in(write(after)))


def test_who_joined_and_who_left_is_told() -> None:
    found = changes([SAMPLE, TAN], [SURESH, replace(SAMPLE, month=NEXT)])

    assert [party.name for party in found.joined] == ["SURESH A/L RAMASAMY"]
    assert [party.name for party in found.left] == ["TAN WEI MING"]
    assert (found.same, found.is_any) == (1, True)


def test_the_order_of_lines_and_another_month_are_no_change() -> None:
    found = changes([SAMPLE, TAN], [replace(TAN, month=NEXT), replace(SAMPLE, month=NEXT)])

    assert (found.is_any, found.same) == (False, 2)
    assert (found.before.months, found.after.months) == ((YearMonth(2026, 10),), (NEXT,))


def test_another_employer_code_is_a_change_and_not_its_case() -> None:
    other = changes([SAMPLE], [replace(SAMPLE, employer_code="A1200000777Z")])
    lower = compare(people_in(write([SAMPLE])), people_in(write([SAMPLE]).replace(b"B32", b"b32")))

    assert (other.of_other_employers, other.is_any, other.same) == (True, True, 1)
    assert (lower.of_other_employers, lower.is_any) == (False, False)


def test_another_ssm_number_is_a_change_and_a_line_without_one_is_none() -> None:
    other = changes([SAMPLE], [replace(SAMPLE, ssm_number="199901054321")])
    missing = changes([SAMPLE, TAN], [SAMPLE, replace(TAN, ssm_number="")])

    assert (other.of_other_ssm_numbers, other.is_any, other.same) == (True, True, 1)
    assert (missing.of_other_ssm_numbers, missing.is_any) == (False, False)


def test_a_changed_wage_is_told_with_the_fields_that_moved() -> None:
    found = changes([SAMPLE], [replace(SAMPLE, wage=340000, socso_employer=5860)])

    assert [pair.changed for pair in found.changed] == [("wage", "socso_employer")]


def test_a_changed_name_is_told_but_not_its_case() -> None:
    assert changes([SAMPLE], [replace(SAMPLE, name="AMINAH BT CONTOH")]).changed[0].is_renamed
    lower = write([SAMPLE]).replace(b"AMINAH", b"aminah")
    assert not compare(people_in(write([SAMPLE])), people_in(lower)).is_any


def test_the_same_name_with_another_number_is_one_person() -> None:
    found = changes([SAMPLE, TAN], [replace(SAMPLE, identity_number="SSFW12345678"), TAN])

    assert (found.joined, found.left) == ((), ())
    assert [pair.after.identity_number for pair in found.renumbered] == ["SSFW12345678"]


def test_a_name_that_two_people_bear_is_not_matched() -> None:
    twin = replace(SAMPLE, identity_number="910101145678")
    found = changes([SAMPLE, twin], [replace(SAMPLE, identity_number="920101145678")])

    assert (len(found.joined), len(found.left), found.renumbered) == (1, 2, ())


def test_a_person_who_stands_twice_counts_once_with_the_amounts_added() -> None:
    people = people_in(write([SAMPLE, SAMPLE]))

    assert [(party.lines, party.amounts["wage"]) for party in people.parties.values()] == [(2, 650000)]


def test_a_person_on_more_lines_is_not_the_same_though_the_sums_are() -> None:
    half = replace(SAMPLE, wage=100000)
    rest = replace(
        SAMPLE,
        wage=SAMPLE.wage - 100000,
        socso_employer=0,
        socso_employee=0,
        eis_employer=0,
        eis_employee=0,
        lindung=0,
    )

    found = changes([SAMPLE, TAN], [half, rest, TAN])

    (pair,) = found.changed
    assert (pair.changed, pair.is_divided, found.same, found.is_any) == ((), True, 1, True)
    assert (found.before.on_several_lines, found.after.on_several_lines) == (0, 1)


def test_files_of_one_scheme_are_compared_by_their_total() -> None:
    people = people_in(single().file)

    assert people.totals() == {"total": 7310}
    assert not compare(people, people).is_any


def test_amounts_of_different_kinds_are_not_compared() -> None:
    with pytest.raises(NotComparable, match="combined amounts cannot be compared with one with S1 amounts"):
        compare(people_in(write([SAMPLE])), people_in(single().file))


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        people_in(tmp_path / "none.txt")
    with pytest.raises(UnreadableLine):
        people_in(b"abc\r\n")


records = st.builds(
    replace,
    st.just(SAMPLE),
    identity_number=st.sampled_from([f"90010114{number}" for number in range(5000, 5008)]),
    wage=st.integers(0, 10**6),
)
people = st.lists(records, min_size=1, max_size=8).map(lambda some: people_in(write(some)))


@given(people)
def test_a_file_does_not_differ_from_itself(one: People) -> None:
    assert not compare(one, one).is_any


@given(people, people)
def test_turned_round_who_joined_left(one: People, other: People) -> None:
    there, back = compare(one, other), compare(other, one)

    assert [party.identity_number for party in there.joined] == [p.identity_number for p in back.left]
    assert there.same == back.same
    everybody = len(there.joined) + len(there.changed) + len(there.renumbered) + there.same
    assert everybody == len(other.parties)
