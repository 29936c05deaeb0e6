"""What a report from the field may say, and that a wrong one is refused in words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_data import data_path
from contributions import YearMonth
from contributions.field_reports import FieldReport, FieldReportInvalid, Outcome, parse_report
from contributions.field_reports.folders import counted_reports, read_folder
from contributions.field_reports.report import FORMS, as_toml

REPORT = FieldReport(
    date=date(2026, 11, 10),
    layout="C2",
    outcome=Outcome.REFUSED,
    portal_said="Only one employer.",
    rules=("FL12",),
    form={"fill": "spaces", "line_ends": "CRLF"},
    month=YearMonth(2026, 10),
    ruleset="2026.11",
    masked_sha256="0" * 64,
)
TEXT = as_toml(REPORT)


@given(
    said=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="@"), max_size=200
    ),
    rules=st.lists(st.sampled_from(["FL12", "AM11", "MO02"]), unique=True),
    form=st.fixed_dictionaries({}, optional={name: st.sampled_from(FORMS[name]) for name in FORMS}),
    month=st.none() | st.just(YearMonth(2026, 9)),
)
def test_what_is_written_is_read_back(
    said: str, rules: list[str], form: dict[str, str], month: YearMonth | None
) -> None:
    report = FieldReport(
        date=REPORT.date,
        layout="unknown",
        outcome=Outcome.ACCEPTED,
        portal_said="".join(letter if letter.isprintable() else " " for letter in said),
        rules=tuple(rules),
        form=form,
        month=month,
        ruleset="2026.11",
        masked_sha256="a" * 64,
    )

    assert parse_report(as_toml(report), "a.toml") == report


WRONG = {
    "no TOML": ("version = 1", "version =", "is not TOML"),
    "another version": ("version = 1", "version = 2", "version is 1, not 2"),
    "an unknown entry": ("version = 1", "version = 1\nname = 'A'", "has 'name'"),
    "no day": ("date = 2026-11-10", 'date = "today"', "date is a day as YYYY-MM-DD"),
    "an hour": ("date = 2026-11-10", "date = 2026-11-10T10:00:00", "date is a day"),
    "no layout": ('layout = "C2"', 'layout = "C9"', "layout is one of C1, C2"),
    "no outcome": ('"refused"', '"maybe"', "outcome is one of accepted, refused"),
    "no words": ('"Only one employer."', "3", "portal_said is a text"),
    "too many words": ("Only one", "Only " * 500, "2,000 are enough"),
    "an identity number": ("Only one", "900101145678", "may belong to somebody"),
    "an employer code": ("Only one", "B3200000123X", "may belong to somebody"),
    "an address": ("Only one", "a@b.my", "may belong to somebody"),
    "no list": ('rules = ["FL12"]', 'rules = "FL12"', "rules is a list of codes"),
    "no check": ('rules = ["FL12"]', 'rules = ["FL99"]', "which is no check"),
    "no month": ('month = "2026-10"', 'month = "October"', "month: "),
    "a month in numbers": ('month = "2026-10"', "month = 202610", "month: "),
    "no hash": ("0" * 64, "0" * 63, "64 letters and digits"),
    "no form": ("[form]", "[forms]", "has 'forms'"),
    "a form in words": ("[form]", "form = 'good'\n[rest]", "has 'rest'"),
    "an unknown question": ("fill =", "colour =", r"\[form\] has 'colour'"),
    "an unknown answer": ('"spaces"', '"dots"', "fill is one of spaces, zeros"),
}


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG)
def test_a_wrong_report_is_refused_and_says_where(old: str, new: str, says: str) -> None:
    assert old in TEXT

    with pytest.raises(FieldReportInvalid, match=says) as caught:
        parse_report(TEXT.replace(old, new, 1), "mine.toml")
    assert caught.value.where == "mine.toml"


def test_a_form_that_is_no_table_is_refused() -> None:
    text = TEXT[: TEXT.index("[form]")]

    with pytest.raises(FieldReportInvalid, match="form is a table"):
        parse_report(f'form = "good"\n{text}', "mine.toml")
    assert parse_report(text, "mine.toml").form == {}


def test_the_program_comes_with_an_example_that_is_valid_and_does_not_count() -> None:
    shipped = read_folder(data_path("field-reports"))

    assert [report.is_example for report in shipped] == [True]
    assert counted_reports() == ()


def test_the_reports_of_an_own_folder_count_once_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.toml", "same-again.toml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "example.toml").write_text(f"example = true\n{TEXT}", encoding="utf-8")
    (tmp_path / "README.md").write_text("Ours.", encoding="utf-8")
    monkeypatch.setenv("ASSIST_FIELD_REPORTS", str(tmp_path))

    assert counted_reports() == (REPORT,)


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FieldReportInvalid, match="cannot be read"):
        read_folder(tmp_path / "nothing")
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(FieldReportInvalid, match=r"a\.toml: cannot be read"):
        read_folder(tmp_path)
    (tmp_path / "a.toml").rmdir()
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(FieldReportInvalid, match="is not UTF-8"):
        read_folder(tmp_path)
    (tmp_path / "a.toml").write_bytes(b"#" * 100_001)
    with pytest.raises(FieldReportInvalid, match="is too large"):
        read_folder(tmp_path)
