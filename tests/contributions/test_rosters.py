"""The employer's own list of employees: headings in both languages, what spreadsheets do, and bad lists."""

import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from assist_data import data_path
from contributions import PortalExpectations, RosterEntry, check, write
from contributions.checks.examples import SAMPLE
from contributions.rosters import UnreadableRoster, employees_listed, read_roster

AMINAH = RosterEntry(identity_number="900101145678", name="AMINAH BINTI CONTOH", started=date(2020, 1, 2))
AS_OF = date(2026, 11, 10)
FILES = data_path("files")


def listed(tmp_path: Path, text: str, name: str = "employees.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8-sig"))
    return path


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Identity number,Name,Start date\n900101145678,AMINAH BINTI CONTOH,02/01/2020\n", id="English"
        ),
        pytest.param("No. K/P;Nama;Tarikh mula\n900101-14-5678;AMINAH BINTI CONTOH;2020-01-02\n", id="Malay"),
        pytest.param(
            "Contoh Maju Sdn Bhd\n\nNo,IC No.,Employee Name,Date Joined,Resigned\n"
            "1,'900101145678,AMINAH BINTI CONTOH,2-1-2020,\n",
            id="under a title",
        ),
        pytest.param("IC\tName\tJoined\n900101 14 5678\tAMINAH BINTI CONTOH\t2 Jan 2020\n", id="with tabs"),
    ],
)
def test_columns_are_found_by_their_headings(tmp_path: Path, text: str) -> None:
    assert read_roster(listed(tmp_path, text)) == (AMINAH,)


def test_a_list_saved_by_an_old_windows_program_is_read(tmp_path: Path) -> None:
    path = tmp_path / "employees.csv"
    path.write_bytes("IC,Name\n900101145678,JOSÉ CONTOH\n".encode("cp1252"))

    assert read_roster(path)[0].name == "JOSÉ CONTOH"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param("#N/A,AMINAH,", "row 3: the formula gives #N/A", id="number"),
        pytest.param("880515105437,#REF!,", "row 3: the formula gives #REF!", id="name"),
        pytest.param("880515105437,TAN,#REF!", "row 3: '#REF!' is no day", id="day"),
    ],
)
def test_a_formula_without_a_result_is_nobody_and_told(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(UnreadableRoster, match=words):
        read_roster(listed(tmp_path, f"IC,Name,Resigned\n900101145678,AMINAH,#N/A\n{row}\n"))


def test_a_workbook_gives_numbers_days_and_lost_zeros_back(tmp_path: Path) -> None:
    path = tmp_path / "employees.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet, day = workbook.add_worksheet(), workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["Nombor pengenalan", "Nama pekerja", "Tarikh mula bekerja", "Tarikh berhenti"])
    sheet.write_row(1, 0, [50_101_145_678, "FARID BIN CONTOH"])
    sheet.write_datetime(1, 2, datetime(2024, 5, 6, 9, 30), day)  # noqa: DTZ001 - a cell has no zone
    sheet.write_datetime(1, 3, datetime(2026, 9, 30), day)  # noqa: DTZ001 - a cell has no zone
    sheet.write_row(2, 0, ["SSFW12345678", "RAM CONTOH"])
    workbook.close()

    assert read_roster(path) == (
        RosterEntry(
            identity_number="050101145678",
            name="FARID BIN CONTOH",
            started=date(2024, 5, 6),
            resigned=date(2026, 9, 30),
        ),
        RosterEntry(identity_number="SSFW12345678", name="RAM CONTOH", started=date(1900, 1, 1)),
    )


@pytest.mark.parametrize(
    ("rows", "resigned"),
    [
        pytest.param("01/01/2020,31/12/2021\nX,A,01/06/2023,31/08/2026", date(2026, 8, 31), id="left twice"),
        pytest.param("01/01/2020,31/12/2021\nX,A,01/06/2023,", None, id="came back"),
    ],
)
def test_somebody_listed_twice_has_worked_from_the_first_day_to_the_last(
    tmp_path: Path, rows: str, resigned: date | None
) -> None:
    text = f"IC,Name,Joined,Left\nX,A,{rows}\n"

    assert read_roster(listed(tmp_path, text)) == (
        RosterEntry(identity_number="X", name="A", started=date(2020, 1, 1), resigned=resigned),
    )


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        pytest.param("a,b\n1,2\n", "list.csv", "no row has headings", id="without headings"),
        pytest.param("IC,Name\n,\n", "list.csv", "lists nobody", id="empty"),
        pytest.param("IC,Name,Joined\n1,A,soon\n", "list.csv", "row 2: 'soon' is no day", id="no day"),
        pytest.param("IC,Name\n1,A\n", "list.xlsx", "no workbook", id="text named as a workbook"),
    ],
)
def test_a_list_that_cannot_be_read_says_why(tmp_path: Path, text: str, name: str, reason: str) -> None:
    with pytest.raises(UnreadableRoster, match=reason) as caught:
        read_roster(listed(tmp_path, text, name))

    assert caught.value.mend.endswith(".")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Total,10", id="a sum"),
        pytest.param("10,Jumlah", id="a sum named beside it"),
        pytest.param("Bilangan pekerja,1", id="a count"),
        pytest.param(",1 pekerja", id="a count beside it"),
        pytest.param("Disediakan oleh: SITI,", id="who signed"),
        pytest.param(",", id="an empty row"),
    ],
)
def test_what_stands_below_the_employees_is_none(tmp_path: Path, row: str) -> None:
    path = listed(tmp_path, f"IC,Name\n900101145678,AMINAH BINTI CONTOH\n{row}\n")

    found = employees_listed(path)

    assert [entry.name for entry in found.employees] == ["AMINAH BINTI CONTOH"]
    assert found.without_number == ()


def test_the_last_employee_may_have_a_mistyped_number(tmp_path: Path) -> None:
    text = "IC,Name\n900101145678,AMINAH BINTI CONTOH\n12345,LIM AH KOW\n"

    assert [entry.identity_number for entry in read_roster(listed(tmp_path, text))][1:] == ["12345"]


def test_a_name_without_a_number_is_told_with_its_row(tmp_path: Path) -> None:
    found = employees_listed(listed(tmp_path, "IC,Name\n,TAN\n900101145678,AMINAH\n,LIM AH KOW\n"))

    assert [entry.name for entry in found.employees] == ["AMINAH"]
    assert found.without_number == (2, 4)


def test_a_workbook_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(UnreadableRoster, match="needs python-calamine") as caught:
        read_roster(FILES / "bad-renamed-spreadsheet.txt")

    assert "assist-harness[check]" in caught.value.mend


@pytest.mark.parametrize("name", ["nothing.csv", "nothing.xlsx"])
def test_a_list_that_is_not_there_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableRoster):
        read_roster(tmp_path / name)


def test_a_file_beside_an_own_list_tells_who_left_in_the_month(tmp_path: Path) -> None:
    path = listed(tmp_path, "IC,Name,Resigned\n900101145678,AMINAH BINTI CONTOH,20/10/2026\n")
    portal = PortalExpectations(roster=read_roster(path), is_own_roster=True)

    report = check(write([SAMPLE]), as_of=AS_OF, portal=portal)

    assert [(finding.code, finding.message.en) for finding in report.findings] == [
        ("ID22", "AMINAH BINTI CONTOH left on 20/10/2026, in October 2026.")
    ]


def test_who_joined_in_the_month_is_told_too() -> None:
    joined = RosterEntry(identity_number="900101145678", name=SAMPLE.name, started=date(2026, 10, 5))
    portal = PortalExpectations(roster=(joined,), is_own_roster=True)

    (finding,) = check(write([SAMPLE]), as_of=AS_OF, portal=portal).findings

    assert finding.message.ms == "AMINAH BINTI CONTOH mula bekerja pada 05/10/2026, dalam Oktober 2026."


def test_a_path_may_be_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "staff.csv"
    path.write_text("No KP,Nama\n900101145678,AMINAH BINTI YUSOF\n", encoding="utf-8")

    assert read_roster(str(path)) == read_roster(path)
    with pytest.raises(UnreadableRoster):
        read_roster(str(tmp_path / "none.csv"))


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(TypeError, match=r"read_roster\(\) takes a path, not an int"):
        read_roster(7)  # type: ignore[arg-type]
