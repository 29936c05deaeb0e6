from datetime import date

import pytest

from contributions import FileReport, Severity, check
from mock_portal.submissions.text_file.findings import masked, rows
from tests.mock_portal.submissions.sample_files import contoh_maju, with_a_doubtful_place, with_a_wrong_share


def report(content: bytes) -> FileReport:
    return check(content, as_of=date(2026, 11, 10), name="oct.txt", portal_limits=True)


def test_a_row_says_line_columns_person_field_and_what_to_do() -> None:
    (row,) = rows(report(with_a_wrong_share()), language="en")

    assert (row.line, row.columns, row.identity_number) == (1, "233-238", "********5678")
    assert (row.name, row.severity, row.code) == ("AMINAH BINTI YUSOF", Severity.ERROR, "AM11")
    assert row.explanation
    assert row.mend


def test_a_row_speaks_the_readers_language() -> None:
    content = with_a_wrong_share()

    (english,), (malay,) = (rows(report(content), language=language) for language in ("en", "ms"))

    assert (english.severity_words, malay.severity_words) == ("Error", "Ralat")
    assert english.explanation != malay.explanation


def test_ten_thousand_places_are_shown_at_the_first_and_counted_at_the_last() -> None:
    many = b"".join([with_a_wrong_share().splitlines(keepends=True)[0]] * 10_000)

    wrong = [row for row in rows(report(many), language="en") if row.code == "AM11"]

    assert len(wrong) == 20
    assert [row.more for row in wrong] == [0] * 19 + [9_980]


def test_one_severity_can_be_asked_for() -> None:
    both = with_a_wrong_share().replace(b"880515105437", b"880515005437")

    kinds = {row.severity for row in rows(report(both), language="en")}
    warnings = {row.severity for row in rows(report(both), language="en", only=Severity.WARNING)}

    assert kinds == {Severity.ERROR, Severity.WARNING}
    assert warnings == {Severity.WARNING}


def test_a_good_file_has_no_rows() -> None:
    assert rows(report(contoh_maju()), language="en") == ()
    assert len(rows(report(with_a_doubtful_place()), language="en")) == 1


@pytest.mark.parametrize(("number", "shown"), [("900101145678", "********5678"), ("123", "123"), ("", "")])
def test_an_identity_number_shows_its_last_digits_only(number: str, shown: str) -> None:
    assert masked(number) == shown
