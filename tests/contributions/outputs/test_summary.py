"""What is due by a file, to be set against the portal's Contribution Summary."""

from dataclasses import replace
from datetime import date

from contributions import Style, check, get_check
from contributions.outputs.summary import summary_as_text
from tests.contributions.outputs import samples


def test_the_shares_stand_under_their_record_with_the_sums_of_both() -> None:
    assert summary_as_text(samples.good(), Style()).splitlines() == [
        "Contribution summary",
        "  Employees                                 2",
        "  Wages                           RM 6,500.00",
        "  SOCSO, employer            ACR    RM 113.70",
        "  SOCSO, employee            ACR     RM 32.50",
        "  LINDUNG 24 JAM             ACR     RM 48.70",
        "  EIS, employer              ECR     RM 13.00",
        "  EIS, employee              ECR     RM 13.00",
        "  SOCSO with LINDUNG 24 JAM  ACR    RM 194.90",
        "  EIS                        ECR     RM 26.00",
        "  Total                             RM 220.90",
    ]


def test_a_share_of_which_nothing_is_due_is_not_listed() -> None:
    report = samples.good()
    without = replace(report, totals=replace(report.totals, lindung=0))

    assert "LINDUNG 24 JAM           " not in summary_as_text(without, Style())


def test_a_file_of_one_scheme_has_one_amount_for_both_shares_and_no_wages() -> None:
    text = summary_as_text(check(get_check("ST01").good.file, as_of=date(2026, 5, 15)), Style())

    assert "SOCSO, both shares" in text
    assert "Wages" not in text


def test_the_table_speaks_malay() -> None:
    assert summary_as_text(samples.good(), Style(language="ms")).startswith("Ringkasan caruman\n  Pekerja ")


def test_a_file_without_records_has_no_table() -> None:
    assert summary_as_text(samples.refused(), Style()) == ""
