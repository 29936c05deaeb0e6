"""A sheet made from a file has no difference, and one cell changed is told exactly once."""

import csv
import string
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions import Record, YearMonth
from contributions.reconciling import Payroll, reconcile
from contributions.reconciling.errors import NotOneOfIts
from contributions.reconciling.file_side import FileSide
from contributions.reconciling.outputs.as_json import reconciliation_as_json
from contributions.reconciling.outputs.text import reconciliation_as_text
from contributions.reconciling.outputs.words import Shown
from contributions.reconciling.payroll import read_payroll
from contributions.reconciling.people import FIELDS, Person, added_up
from contributions.reconciling.totals import branches_of, totals_of
from contributions.sheets import UnreadableSheet
from tests.contributions.reconciling.payroll_sheets import CODE, ENGLISH, OCTOBER, as_csv, rows_of

SEN = st.integers(0, 999_999_99)
NAMES = st.text(string.ascii_uppercase, min_size=3, max_size=12)


def record(number: int, name: str, amounts: tuple[int, ...]) -> Record:
    wage, socso_employer, socso_employee, eis_employer, eis_employee, lindung = amounts
    return Record(
        employer_code=CODE,
        identity_number=f"SSFW{number:08}",
        name=name,
        month=OCTOBER,
        wage=wage,
        socso_employer=socso_employer,
        socso_employee=socso_employee,
        eis_employer=eis_employer,
        eis_employee=eis_employee,
        lindung=lindung,
    )


@st.composite
def files(draw: st.DrawFn) -> list[Record]:
    """People with different names, each with a LINDUNG 24 JAM of its own."""
    names = draw(st.lists(NAMES, min_size=2, max_size=5, unique=True))
    shares = st.tuples(SEN, SEN, SEN, SEN, SEN, st.integers(1, 9999))
    return [record(number, name, draw(shares)) for number, name in enumerate(names)]


def side(records: list[Record]) -> FileSide:
    people = added_up(
        Person(each.identity_number, each.name, {field: getattr(each, field) for field in FIELDS}, (line,))
        for line, each in enumerate(records, start=1)
    )
    return FileSide("october.txt", CODE, OCTOBER, tuple(records), people)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


def sheet_of(folder: Path, rows: list[list[object]], headings: tuple[str, ...] = ENGLISH) -> Payroll:
    path = folder / "payroll.csv"
    path.write_text(as_csv(rows, headings), encoding="utf-8", newline="")
    return read_payroll(path, month=YearMonth(2026, 10), employer_code=CODE)


@given(records=files(), order=st.randoms())
def test_a_sheet_made_from_a_file_agrees_in_any_order(
    folder: Path, records: list[Record], order: Random
) -> None:
    rows = rows_of(records)
    order.shuffle(rows)

    result = reconcile(side(records), sheet_of(folder, rows))

    assert (result.differences, result.with_lindung, result.renamed) == (0, False, ())
    assert not any(row.difference for row in totals_of(result))


@given(records=files())
def test_a_sheet_with_lindung_in_the_share_agrees(folder: Path, records: list[Record]) -> None:
    rows = [
        [*row[:4], (each.socso_employee + each.lindung) / 100, *row[5:7]]
        for row, each in zip(rows_of(records), records, strict=True)
    ]

    result = reconcile(side(records), sheet_of(folder, rows, ENGLISH[:7]))

    assert (result.differences, result.with_lindung) == (0, True)


@given(records=files(), data=st.data())
def test_one_amount_changed_is_told_exactly_once(
    folder: Path, records: list[Record], data: st.DataObject
) -> None:
    rows = rows_of(records)
    row = data.draw(st.integers(0, len(rows) - 1), label="row")
    column = data.draw(st.integers(2, 7), label="column")
    before = round(float(str(rows[row][column])) * 100)
    after = data.draw(SEN.filter(lambda sen: sen != before), label="sen")
    rows[row][column] = after / 100

    result = reconcile(side(records), sheet_of(folder, rows))

    assert result.differences == 1
    (pair,) = result.differing
    assert pair.fields == (FIELDS[column - 2],)
    assert pair.in_sheet.amounts[pair.fields[0]] - pair.in_file.amounts[pair.fields[0]] == after - before


@given(records=files(), data=st.data())
def test_one_row_gone_or_new_is_told_exactly_once(
    folder: Path, records: list[Record], data: st.DataObject
) -> None:
    rows = rows_of(records)
    gone = data.draw(st.integers(0, len(rows) - 1))
    others = rows[:gone] + rows[gone + 1 :]

    without = reconcile(side(records), sheet_of(folder, others))
    within = reconcile(side(records[:gone] + records[gone + 1 :]), sheet_of(folder, rows))

    assert (without.differences, len(without.only_in_file)) == (1, 1)
    assert within.differences + len(within.paid_nothing) == 1


CELLS = st.one_of(
    st.text(max_size=6),
    st.floats(),
    st.sampled_from(
        ["", "-", "#N/A", "TOTAL", "1E+99", "9.00101E+11", "RM", "(5.00)", "10/2026", "Bulan", CODE]
    ),
)


@given(rows=st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=4), has_headings=st.booleans())
def test_whatever_stands_in_a_sheet_is_read_or_refused_in_words(
    folder: Path, rows: list[list[object]], *, has_headings: bool
) -> None:
    path = folder / "any.csv"
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        csv.writer(file).writerows([ENGLISH, *rows] if has_headings else rows)
    assert answer(path, side([record(1, "AMINAH", (1, 1, 1, 1, 1, 1))]))


def answer(path: Path, file: FileSide) -> str:
    """What a clerk is told, as text and JSON, or why not."""
    try:
        result = reconcile(file, read_payroll(path, month=OCTOBER, employer_code=CODE))
    except (UnreadableSheet, NotOneOfIts) as error:
        return error.mend.ms
    return "".join(reconciliation_as_text(result, Shown(), width=80)) + reconciliation_as_json(
        result, Shown("ms")
    )


@given(content=st.binary(max_size=200), name=st.sampled_from(["any.csv", "any.xlsx", "any.xls"]))
def test_whatever_bytes_a_sheet_has_they_are_read_or_refused(folder: Path, content: bytes, name: str) -> None:
    path = folder / name
    path.write_bytes(content)

    with pytest.raises(UnreadableSheet):
        read_payroll(path, month=OCTOBER, employer_code=CODE)


@given(records=files(), data=st.data())
def test_branches_add_up_to_the_whole(folder: Path, records: list[Record], data: st.DataObject) -> None:
    names = st.sampled_from(["Ipoh", "Klang", ""])
    rows: list[list[object]] = [[data.draw(names), *row] for row in rows_of(records)]
    rows.append([data.draw(names), *rows[0][1:]])
    missing = data.draw(st.integers(0, 1))

    result = reconcile(side(records), sheet_of(folder, rows[missing:], ("Branch", *ENGLISH)))

    whole = {row.key: (row.in_file, row.in_sheet) for row in totals_of(result)}
    parts = [row for branch in branches_of(result) for row in branch.rows]
    for key, (in_file, in_sheet) in whole.items():
        of_key = [row for row in parts if row.key == key]
        assert (sum(row.in_file for row in of_key), sum(row.in_sheet or 0 for row in of_key)) == (
            in_file, in_sheet,
        )  # fmt: skip
