"""A file beside the employees that a portal has on record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from contributions import PortalExpectations, Record, RosterEntry, Severity, Verdict, YearMonth, check, write
from contributions.checks.examples import SAMPLE, SAMPLE_FOREIGN, SINGLE_MONTH, single

AS_OF = date(2026, 11, 10)
AMINAH = RosterEntry(identity_number="900101145678", name="AMINAH BINTI CONTOH", started=date(2020, 1, 1))
MING = RosterEntry(identity_number="880515105437", name="Tan Wei  Ming", started=date(2021, 3, 1))
RAM = RosterEntry(identity_number="SSFW12345678", name="RAM CONTOH", started=date(2022, 5, 2))
MING_LINE = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


def found(content: bytes, *roster: RosterEntry) -> list[tuple[str, int]]:
    report = check(content, as_of=AS_OF, portal=PortalExpectations(roster=roster))
    return [(finding.code, finding.places) for finding in report.findings]


def test_a_file_of_all_employees_gives_nothing() -> None:
    assert found(write([SAMPLE, MING_LINE, SAMPLE_FOREIGN]), AMINAH, MING, RAM) == []


def test_without_a_roster_nobody_is_missing() -> None:
    assert check(write([SAMPLE]), as_of=AS_OF, portal=PortalExpectations()).findings == ()


def test_differences_are_warnings_and_the_file_stays_valid() -> None:
    report = check(write([MING_LINE]), as_of=AS_OF, portal=PortalExpectations(roster=(AMINAH,)))

    assert report.verdict is Verdict.VALID
    assert {finding.severity for finding in report.findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("records", "roster", "codes"),
    [
        pytest.param([SAMPLE, MING_LINE], [AMINAH], [("ID18", 1)], id="not registered"),
        pytest.param(
            [SAMPLE], [replace(AMINAH, resigned=date(2026, 8, 31))], [("ID19", 1)], id="left before the month"
        ),
        pytest.param([SAMPLE], [AMINAH, MING, RAM], [("ID20", 2)], id="two are missing"),
        pytest.param(
            [SAMPLE], [AMINAH, replace(MING, started=date(2026, 11, 1))], [], id="has not begun to work"
        ),
        pytest.param([SAMPLE], [replace(AMINAH, name="AMINAH YUSOF")], [("ID21", 1)], id="another name"),
        pytest.param(
            [replace(SAMPLE, name="JOSE D'CRUZ")],
            [replace(AMINAH, name="José D\u2019Cruz")],
            [],
            id="accents, which the file cannot hold",
        ),
        pytest.param(
            [replace(SAMPLE, identity_number="900101145679")],
            [AMINAH],
            [("ID18", 1)],
            id="a wrong digit is not a missing person as well",
        ),
        pytest.param([SAMPLE], [], [("ID18", 1)], id="an employer without employees"),
    ],
)
def test_what_differs_is_found_once(
    records: list[Record], roster: list[RosterEntry], codes: list[tuple[str, int]]
) -> None:
    assert found(write(records), *roster) == codes


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda line: line[:-3] + b"\r\n", id="a line too short"),
        pytest.param(lambda line: line[:190] + b" " + line[190:277] + b"\r\n", id="a shifted line"),
    ],
)
def test_nobody_is_called_missing_while_a_line_could_not_be_read(change: Callable[[bytes], bytes]) -> None:
    codes = found(write([SAMPLE]) + change(write([MING_LINE])), AMINAH, MING)

    assert "ID20" not in [code for code, _ in codes]


def test_small_letters_are_the_same_person() -> None:
    line = write([SAMPLE_FOREIGN]).replace(b"SSFW", b"ssfw").replace(b"RAM CONTOH", b"Ram Contoh")

    assert {code for code, _ in found(line, RAM)} == {"ID13"}


@pytest.mark.parametrize("number", ["ab12345X", "pa1234567890"])
def test_a_passport_in_small_letters_is_the_same_person(number: str) -> None:
    line = write([replace(SAMPLE_FOREIGN, identity_number=number.upper())])
    line = line.replace(number.upper().encode(), number.encode())

    assert "ID18" not in [code for code, _ in found(line, replace(RAM, identity_number=number.upper()))]


def test_a_blank_number_is_nobody_and_says_so_itself() -> None:
    codes = found(write([SAMPLE, MING_LINE]).replace(b"880515105437", b" " * 12), AMINAH)

    assert "ID18" not in [code for code, _ in codes]


def test_who_is_missing_is_named_for_each_month() -> None:
    september = replace(SAMPLE, month=YearMonth(2026, 9))
    report = check(
        write([SAMPLE, september, MING_LINE]), as_of=AS_OF, portal=PortalExpectations(roster=(AMINAH, MING))
    )

    finding = next(finding for finding in report.findings if finding.code == "ID20")
    assert finding.message.en == "Tan Wei  Ming is on record for September 2026 and has no line."
    assert (finding.first.employee, finding.first.employee_name) == ("880515105437", "Tan Wei  Ming")


def test_the_date_of_leaving_and_the_name_on_record_are_said() -> None:
    report = check(
        write([SAMPLE]),
        as_of=AS_OF,
        portal=PortalExpectations(roster=(replace(AMINAH, name="AMINAH YUSOF", resigned=date(2026, 9, 30)),)),
    )

    messages = {finding.code: finding.message.en for finding in report.findings}
    assert messages == {
        "ID19": "AMINAH BINTI CONTOH left on 30/09/2026, before October 2026.",
        "ID21": "The file says AMINAH BINTI CONTOH; the name on record is AMINAH YUSOF.",
    }


@pytest.mark.parametrize(("status", "codes"), [("B", []), ("", ["ID18"])])
def test_a_line_of_one_scheme_that_says_new_is_not_asked_for_a_record(status: str, codes: list[str]) -> None:
    example = single(day=SINGLE_MONTH.first_day, status=status)

    report = check(example.file, as_of=example.as_of, portal=PortalExpectations(roster=()))

    assert [finding.code for finding in report.findings if finding.code != "ST05"] == codes


@pytest.mark.parametrize(
    ("started", "resigned", "said"),
    [
        (date(2026, 10, 5), None, "AMINAH BINTI CONTOH joined on 05/10/2026, in October 2026."),
        (date(2020, 1, 1), date(2026, 10, 31), "AMINAH BINTI CONTOH left on 31/10/2026, in October 2026."),
        (date(2026, 10, 5), date(2026, 12, 1), "AMINAH BINTI CONTOH joined on 05/10/2026, in October 2026."),
        (date(2026, 10, 5), date(2026, 10, 9), "AMINAH BINTI CONTOH left on 09/10/2026, in October 2026."),
    ],
)
def test_who_moved_in_the_month_is_said_with_the_day_in_it(
    started: date, resigned: date | None, said: str
) -> None:
    own = PortalExpectations(
        roster=(replace(AMINAH, started=started, resigned=resigned),), is_own_roster=True
    )

    report = check(write([SAMPLE]), as_of=AS_OF, portal=own)
    moved = [finding for finding in report.findings if finding.code == "ID22"]

    assert [finding.message.en for finding in moved] == [said]
    assert ("CONTOH berhenti pada" if "left" in said else "CONTOH mula bekerja pada") in moved[0].message.ms
