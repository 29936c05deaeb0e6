"""What a file of layout C2 holds comes back whole from a workbook and from CSV, in both languages."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.bilingual import Language
from contributions.converting import Given, Kind, NotConvertible, choose_sheet, map_columns, take_rows
from contributions.converting.tables import records_as_csv, records_as_xlsx
from contributions.layouts import C2
from contributions.months import YearMonth
from contributions.record import Record
from contributions.sheets import UnreadableSheet, read_sheets
from contributions.writing import write

_PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
_NAMES = st.text(_PRINTABLE, min_size=1, max_size=150).map(str.strip).map(str.upper)
_AMOUNTS = st.integers(0, 999_999)


def _is_somebody(name: str) -> bool:
    """Whether a name says anything; a dash alone stands for an empty cell."""
    return name.lower() not in {"", "-", "--", "n/a", "na", "nil", "tiada"}


def records() -> st.SearchStrategy[list[Record]]:
    number = st.from_regex(r"[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])14[0-9]{4}", fullmatch=True)
    record = st.builds(
        Record,
        employer_code=st.from_regex(r"[A-Z][0-9]{10}[A-Z]", fullmatch=True),
        ssm_number=st.just("") | st.from_regex(r"(19|20)[0-9]{2}0[1-6][0-9]{6}", fullmatch=True),
        identity_number=number | st.from_regex(r"SSFW[0-9]{8}", fullmatch=True),
        name=_NAMES.filter(_is_somebody),
        month=st.builds(YearMonth, st.integers(1969, 2100), st.integers(1, 12)),
        wage=st.integers(0, 10**14 - 1),
        **{share.name: _AMOUNTS for share in C2.shares},
    )
    return st.lists(
        record,
        min_size=1,
        max_size=6,
        unique_by=lambda each: (each.identity_number, each.employer_code, each.month),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@settings(deadline=None, max_examples=40)
@given(records(), st.sampled_from(("en", "ms")), st.sampled_from(("xlsx", "csv")))
def test_a_file_comes_back_whole_from_a_sheet(
    folder: Path, written: list[Record], language: Language, form: str
) -> None:
    path = folder / f"file.{form}"
    if form == "csv":
        path.write_bytes(records_as_csv(written, C2, language=language))
    else:
        path.write_bytes(records_as_xlsx(written, C2, language=language, made_on=date(2026, 11, 26)))

    result = take_rows(map_columns(choose_sheet(read_sheets(path)), {}), Given())

    assert result.of_kind(Kind.WRONG) == []
    assert write(result.records) == write(written)
    assert result.records == written


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(("No KP", "Nama", "Gaji")), max_size=5), max_size=8
    )
)
def test_whatever_a_sheet_holds_the_answer_is_in_words(folder: Path, rows: list[list[str]]) -> None:
    path = folder / "any.csv"
    with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
        csv.writer(file).writerows(rows)
    given_ = Given(employer_code="B3200000123X", month=YearMonth(2026, 10))

    try:
        result = take_rows(map_columns(choose_sheet(read_sheets(path)), {}), given_)
    except (NotConvertible, UnreadableSheet) as refused:
        said = [refused.reason, refused.mend]
    else:
        said = [remark.message for remark in result.remarks]
        write(result.records)

    assert all(words.en and words.ms for words in said)


def test_amounts_are_numbers_with_two_decimals_to_the_last_sen() -> None:
    sample = Record(
        employer_code="B3200000123X", identity_number="900101145678", name="A", month=YearMonth(2026, 10),
        wage=10**14 - 1, socso_employer=1, socso_employee=0, eis_employer=0, eis_employee=0,
    )  # fmt: skip

    assert ",999999999999.99,0.01,0.00," in records_as_csv([sample], C2).decode("utf-8-sig")
