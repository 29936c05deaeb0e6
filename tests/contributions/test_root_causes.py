"""One cause is one finding: its places, its proof in numbers, its mend, and nothing that follows from it."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from contributions import C2, FileReport, Finding, Person, Record, Severity, YearMonth, check, compute, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
OCTOBER = YearMonth(2026, 10)
WAGES = (2_150_00, 4_350_00, 4_700_00, 5_250_00, 5_750_00)


def people(wages: tuple[int, ...] = WAGES, *, table: YearMonth = OCTOBER) -> list[Record]:
    """Right lines of October 2026, with the SOCSO and EIS amounts of another month's table."""
    records = []
    for number, wage in enumerate(wages):
        born = date(1990, 1, number + 1)
        due = compute(wage, month=table, person=Person(born=born))
        lindung = compute(wage, month=OCTOBER, person=Person(born=born)).lindung
        amounts: dict[str, Any] = {**asdict(due), "lindung": lindung}
        records.append(
            replace(
                SAMPLE,
                identity_number=f"{born:%y%m%d}145678",
                name=f"AMINAH {'ABCDEFGHIJKL'[number]}",
                wage=wage,
                **amounts,
            )
        )
    return records


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    return b"".join(change(line) + b"\r\n" for line in content.splitlines())


def checked(content: bytes) -> FileReport:
    return check(content, as_of=AS_OF)


def only(report: FileReport) -> Finding:
    (finding,) = report.findings
    return finding


def put(field: str, text: str) -> Callable[[bytes], bytes]:
    columns = C2[field].columns
    return lambda line: line[: columns.start] + text.encode() + line[columns.stop :]


# The year before the month


def test_the_year_before_the_month_in_all_lines_is_one_finding_with_its_proof() -> None:
    finding = only(checked(changed(write(people()), put("month", "202610"))))

    assert (finding.code, finding.places) == ("MO09", 5)
    assert finding.message.en == "202610 is 102026 with the year first; so it is on all 5 lines."
    assert finding.mend.en == "Write the month into columns 195-200 as 102026."


def test_a_month_that_is_none_either_way_is_another_finding() -> None:
    lines = write(people()).splitlines()
    content = b"\r\n".join([put("month", "202613")(lines[0]), put("month", "202610")(lines[1]), *lines[2:]])

    found = {finding.code: finding.places for finding in checked(content + b"\r\n").findings}

    assert found == {"MO09": 1, "MO01": 1}


# A table of another year


def test_lines_of_the_table_before_are_one_finding_that_names_the_table_and_counts() -> None:
    finding = only(checked(write(people(table=YearMonth(2023, 5)))))

    assert (finding.code, finding.places) == ("AM34", 2)
    assert "those of the table of September 2022. All 5 lines fit that table." in finding.message.en
    assert "table of October 2026" in finding.mend.en


def test_the_oldest_table_is_told_from_the_one_after_it() -> None:
    finding = only(checked(write(people(table=YearMonth(2020, 5)))))

    assert (finding.code, finding.places) == ("AM34", 4)
    assert "table of June 2016" in finding.message.en


def test_the_proof_counts_only_what_it_proves() -> None:
    records = [*people(), *people((5_350_00,), table=YearMonth(2023, 5))]
    wrong = replace(records[1], socso_employer=1)
    other = replace(records[-1], identity_number="880515105437", name="TAN WEI MING")

    found = {
        finding.code: finding
        for finding in checked(write([records[0], wrong, *records[2:5], other])).findings
    }

    assert found.keys() == {"AM34", "AM09"}
    assert "1 of 2 lines that do not fit their own month has amounts of the table of September 2022" in (
        found["AM34"].message.en
    )


def test_a_later_phase_of_lindung_is_told_as_a_table_of_its_year() -> None:
    records = [
        replace(record, lindung=phase_2) for record, phase_2 in zip(people((3_250_00,)), [32_50], strict=True)
    ]

    finding = only(checked(write(records)))

    assert finding.code == "AM34"
    assert "table of June 2028" in finding.message.en


def test_a_later_phase_of_lindung_does_not_explain_a_month_before_it_began() -> None:
    may = [replace(record, month=YearMonth(2026, 5), lindung=32_50) for record in people((3_250_00,))]

    found = {finding.code for finding in checked(write(may)).findings}

    assert "AM34" not in found
    assert "AM07" in found


def test_a_table_of_another_year_in_format_1_names_it_as_well() -> None:
    content = changed(
        write([replace(record, month=YearMonth(2026, 4)) for record in people(table=YearMonth(2023, 5))]),
        lambda line: line[: C2["lindung"].columns.start].ljust(C2.width),
    )

    found = {finding.code: finding for finding in check(content, as_of=date(2026, 5, 10)).findings}

    assert "table of September 2022" in found["AM34"].message.en


# Zeros lost in front


@pytest.mark.parametrize(
    ("number", "zeros", "whole"),
    [
        ("50101145678", "a zero", "050101145678"),
        ("101145678", "3 zeros", "000101145678"),
        ("1001145678", "2 zeros", "001001145678"),
    ],
)
def test_zeros_lost_in_front_of_an_identity_number_are_told(number: str, zeros: str, whole: str) -> None:
    finding = only(checked(write([replace(SAMPLE, identity_number=number)])))

    assert (finding.code, finding.expected.en) == ("ID23", whole)
    assert f"has lost {zeros} in front; so it is on this line." in finding.message.en


@pytest.mark.parametrize("number", ["99999999999", "9001011456", "123806789"])
def test_a_number_that_zeros_do_not_make_whole_only_has_the_wrong_length(number: str) -> None:
    assert only(checked(write([replace(SAMPLE, identity_number=number)]))).code == "ID06"


# LINDUNG 24 JAM added to the SOCSO share


def test_lindung_added_to_the_socso_share_is_one_finding_that_counts_its_lines() -> None:
    records = [
        replace(record, socso_employee=record.socso_employee + record.lindung, lindung=0)
        for record in people()
    ]

    finding = only(checked(write(records)))

    assert (finding.code, finding.places) == ("AM19", 5)
    assert finding.message.en.endswith("for LINDUNG 24 JAM; so it is on all 5 lines.")


def test_lindung_that_stands_in_its_own_columns_too_makes_the_share_wrong() -> None:
    first, *others = people()
    twice = replace(first, socso_employee=first.socso_employee + first.lindung)

    finding = only(checked(write([twice, *others])))

    assert (finding.code, finding.severity, finding.line) == ("AM10", Severity.ERROR, 1)
    assert finding.mend.en == f"Put {first.socso_employee} into columns 221-226 of line 1."


def test_lindung_added_to_the_employers_share_is_one_finding_with_both_amounts_in_its_mend() -> None:
    records = [
        replace(record, socso_employer=record.socso_employer + record.lindung, lindung=0)
        for record in people()
    ]

    finding = only(checked(write(records)))

    share, lindung = people()[0].socso_employer, people()[0].lindung
    assert (finding.code, finding.severity, finding.places) == ("AM09", Severity.ERROR, 5)
    assert finding.mend.en == (
        f"Put {share} into columns 215-220 and {lindung} into columns 239-244 of line 1: "
        "LINDUNG 24 JAM was added to the share."
    )
    assert finding.mend.ms == (
        f"Isi {share} dalam lajur 215-220 dan {lindung} dalam lajur 239-244 baris 1: "
        "LINDUNG 24 JAM telah ditambah pada caruman itu."
    )


@pytest.mark.parametrize(
    ("identity", "employee"), [("640101145678", 0), ("SSFW12345678", 0), ("SSFW12345678", 16_25)]
)
def test_so_it_is_in_either_category_and_for_foreign_workers(identity: str, employee: int) -> None:
    due = 56_85 if employee else 40_60
    added = replace(
        SAMPLE,
        identity_number=identity,
        ssm_number="202301012345",
        socso_employer=due + 24_35,
        socso_employee=employee,
        eis_employer=0,
        eis_employee=0,
        lindung=0,
    )

    finding = only(checked(write([added])))

    assert (finding.code, finding.expected.en) == ("AM09", f"RM {due // 100}.{due % 100}")
    assert finding.mend.en == (
        f"Put {due} into columns 215-220 and 2435 into columns 239-244 of line 1: "
        "LINDUNG 24 JAM was added to the share."
    )


def test_the_share_to_which_it_was_added_shows_the_category_before_the_age_does() -> None:
    found = checked(write([replace(SAMPLE, socso_employer=40_60 + 24_35, socso_employee=0, lindung=0)]))

    assert [finding.code for finding in found.findings] == ["AM09"]
    assert found.findings[0].mend.en == (
        "Put 4060 into columns 215-220 and 2435 into columns 239-244 of line 1: LINDUNG 24 JAM was added to "
        "the share."
    )


@pytest.mark.parametrize(
    ("employer", "employee", "lindung", "codes"),
    [
        pytest.param(56_85 + 24_35, 16_25, 24_35, ["AM09"], id="it stands in its own columns too"),
        pytest.param(56_85 + 24_30, 16_25, 0, ["AM09", "AM18"], id="another amount was added"),
        pytest.param(40_60 + 24_35, 16_25, 0, ["AM09", "AM18"], id="to the share of the other category"),
        pytest.param(56_85 + 24_35, 0, 0, ["AM09", "AM18"], id="the employee's share is missing"),
    ],
)
def test_what_does_not_show_that_lindung_was_added_is_a_wrong_share(
    employer: int, employee: int, lindung: int, codes: list[str]
) -> None:
    record = replace(SAMPLE, socso_employer=employer, socso_employee=employee, lindung=lindung)

    found = checked(write([record])).findings

    assert [finding.code for finding in found] == codes
    assert "was added" not in found[0].mend.en


@pytest.mark.parametrize(
    ("identity", "mend"),
    [
        ("900101145678", "Put 40 into columns 215-220 and 10 into columns 221-226 of line 1."),
        ("640101145678", "Put 30 into columns 215-220 of line 1."),
    ],
)
def test_a_sum_that_may_be_of_both_shares_does_not_show_that_lindung_was_added(
    identity: str, mend: str
) -> None:
    record = replace(
        SAMPLE,
        identity_number=identity,
        wage=30_00,
        socso_employer=50,
        socso_employee=0,
        eis_employer=0,
        eis_employee=0,
        lindung=0,
    )
    assert record.socso_employer == 40 + 10 == 30 + 20

    found = {each.code: each for each in checked(write([record])).findings}

    assert found["AM09"].mend.en == mend
    assert "AM18" in found


def test_a_blank_field_for_lindung_does_not_show_that_it_was_added() -> None:
    line = write([replace(SAMPLE, socso_employer=56_85 + 24_35, lindung=0)])
    other = write([replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")])

    found = {each.code: each for each in checked(line[:238] + b" " * 6 + line[244:] + other).findings}

    assert set(found) == {"AM06", "AM09"}
    assert found["AM09"].mend.en == "Put 5685 into columns 215-220 of line 1."


# Wages cut at the ceiling


def test_wages_cut_at_the_ceiling_are_told_with_the_proof_that_none_is_higher() -> None:
    finding = only(checked(write(people((6_000_00, 6_000_00, 6_000_00, 2_000_00)))))

    assert (finding.code, finding.places) == ("AM21", 3)
    assert "exactly RM 6,000.00 on 3 of 4 lines, and no wage is higher" in finding.message.en


@pytest.mark.parametrize("ceiling", [4_000_00, 5_000_00])
def test_wages_cut_at_an_earlier_ceiling_are_told_where_they_are_many(ceiling: int) -> None:
    finding = only(checked(write(people((*[ceiling] * 10, 2_000_00)))))

    assert (finding.code, finding.places) == ("AM21", 10)
    assert checked(write(people((*[ceiling] * 9, 2_000_00)))).findings == ()


def test_a_higher_wage_shows_that_wages_were_not_cut() -> None:
    assert checked(write(people((6_000_00, 6_000_00, 6_000_00, 9_000_00)))).findings == ()


# Spaces cut, lines shifted


def test_lines_cut_by_an_editor_are_one_finding_with_their_count() -> None:
    finding = only(checked(changed(write(people()), bytes.rstrip)))

    assert (finding.code, finding.places) == ("FL19", 5)
    assert finding.message.en == (
        "Line 1 has 244 characters; 34 spaces are missing at its end. So it is on all 5 lines."
    )


def test_shifted_lines_are_one_finding_with_their_count() -> None:
    before = C2["name"].columns.stop

    finding = only(checked(changed(write(people()), lambda line: line[:before] + b" " + line[before:-1])))

    assert (finding.code, finding.places) == ("FL25", 5)
    assert finding.message.en.endswith("Such a shift is on all 5 lines.")


# Encodings


@pytest.mark.parametrize(
    ("letter", "found", "encoding"),
    [
        pytest.param("É".encode("cp1252"), "É", "Windows-1252", id="Windows"),
        pytest.param("É".encode(), "É", "UTF-8 (2 bytes)", id="UTF-8"),
        pytest.param("陈".encode(), "陈", "UTF-8 (3 bytes)", id="Chinese in UTF-8"),
        pytest.param(b"\x81", "\\x81", "no encoding of text", id="a byte that is no letter"),
    ],
)
def test_a_letter_that_is_not_plain_is_shown_with_its_encoding(
    letter: bytes, found: str, encoding: str
) -> None:
    line = write([SAMPLE])
    start = C2["name"].columns.start

    finding = only(checked(line[:start] + letter + line[start + len(letter) :]))

    assert (finding.code, finding.found.en) == ("FL04", found)
    assert f"it is written in {encoding}" in finding.message.en
