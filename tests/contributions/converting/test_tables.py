"""A file as a table: every field of every layout, and never more than a sheet holds."""

from datetime import date

import pytest

from contributions.checks.examples import SAMPLE
from contributions.converting import NotConvertible, tables
from contributions.converting.tables import records_as_csv, records_as_xlsx
from contributions.layouts import C2, S1
from contributions.record import SingleRecord

MADE_ON = date(2026, 11, 26)
JOINED = SingleRecord(
    scheme="S1", employer_code="B3200000123X", identity_number="900101145678", name="=1+1",
    month=SAMPLE.month, total=73_10, employment_date=date(2026, 10, 5), employment_status="B",
)  # fmt: skip


def test_a_day_is_written_as_people_read_it_and_nothing_is_a_formula() -> None:
    lines = records_as_csv([JOINED], S1, language="ms").decode("utf-8-sig").splitlines()

    assert lines == [
        (
            "Kod majikan,Nombor MyCoID / SSM,Nombor pengenalan,Nama pekerja,Bulan caruman,"
            '"Caruman PERKESO, kedua-dua pihak (RM)",Tarikh pekerjaan,Status pekerjaan'
        ),
        "B3200000123X,,'900101145678,'=1+1,10/2026,73.10,05/10/2026,B",
    ]


def test_the_same_records_give_the_same_workbook() -> None:
    assert records_as_xlsx([JOINED], S1, made_on=MADE_ON) == records_as_xlsx([JOINED], S1, made_on=MADE_ON)


def test_more_than_a_sheet_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LAST_ROW", 1)

    with pytest.raises(NotConvertible, match="2 records are more than a sheet holds") as caught:
        records_as_xlsx([SAMPLE, SAMPLE], C2, made_on=MADE_ON)
    assert "assist split" in caught.value.mend.en
