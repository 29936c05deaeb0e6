"""An uploaded file beside the employees on record: differences are warnings, and a tick lets them pass."""

import re
from datetime import date

from sqlalchemy import update

from contributions import read, write
from mock_portal.employees.models import Employee
from tests.mock_portal.browsing import Visitor
from tests.mock_portal.conftest import Portal
from tests.mock_portal.submissions.sample_files import contoh_maju
from tests.mock_portal.submissions.text_file.test_routes import heading, sent

STRANGER = contoh_maju().replace(b"900101145678AMINAH BINTI YUSOF", b"920415105566ALIA BINTI CONTOH ", 1)


def codes(text: str) -> set[str]:
    return set(re.findall(r"\b(?:ID|AM|MO|FL)[0-9]{2}\b", text))


def set_on_record(portal: Portal, identity_number: str, **values: date | str) -> None:
    """Change somebody's record."""
    with portal.session(may_write=True) as session:
        session.execute(update(Employee).filter_by(identity_number=identity_number).values(**values))


def test_the_file_of_all_employees_has_no_warning(signed_in: Visitor) -> None:
    summary = sent(signed_in, contoh_maju())

    assert heading(summary) == "Contribution Summary"
    assert codes(summary.text) == set()


def test_a_stranger_and_a_missing_employee_are_warned_of(signed_in: Visitor) -> None:
    summary = sent(signed_in, STRANGER)

    assert heading(summary) == "Contribution Summary"
    assert codes(summary.text) == {"ID18", "ID20"}
    assert "ALIA BINTI CONTOH, identity number ********5566, is not registered" in summary.text
    assert "AMINAH BINTI YUSOF is on record for October 2026 and has no line." in summary.text


def test_a_tick_lets_the_warnings_pass(signed_in: Visitor) -> None:
    summary = sent(signed_in, STRANGER)

    refused = signed_in.submit(summary, button="Submit")
    question = signed_in.submit(summary, {"accepts_warnings": "y"}, button="Submit")

    assert '<a href="#accepts_warnings">' in refused.text
    assert heading(signed_in.submit(question, button="Confirm")) == "Contribution submitted"


def test_another_name_shows_the_one_on_record(signed_in: Visitor) -> None:
    renamed = contoh_maju().replace(b"TAN WEI MING ", b"TAN WEI MENG ")

    summary = sent(signed_in, renamed)

    assert codes(summary.text) == {"ID21"}
    assert "The file says TAN WEI MENG; the name on record is TAN WEI MING." in summary.text


def test_somebody_who_left_before_the_month_is_warned_of(portal: Portal, signed_in: Visitor) -> None:
    set_on_record(portal, "880515105437", resigned=date(2026, 9, 30))

    summary = sent(signed_in, contoh_maju())

    assert codes(summary.text) == {"ID19"}
    assert "TAN WEI MING left on 30/09/2026, before October 2026." in summary.text


def test_somebody_who_left_or_will_come_is_not_missed(portal: Portal, signed_in: Visitor) -> None:
    set_on_record(portal, "880515105437", resigned=date(2026, 9, 30))
    set_on_record(portal, "791123086211", started=date(2026, 11, 1))
    there = {"900101145678", "650314025519", "090228140124", "SSFW12345678"}

    summary = sent(signed_in, write([r for r in read(contoh_maju()) if r.identity_number in there]))

    assert codes(summary.text) == set()


def test_the_record_is_looked_at_again_when_the_file_is_shown(portal: Portal, signed_in: Visitor) -> None:
    summary = sent(signed_in, contoh_maju())
    set_on_record(portal, "880515105437", name="TAN WEI MENG")

    again = signed_in.get(summary.request.path)

    assert (codes(summary.text), codes(again.text)) == (set(), {"ID21"})


def test_a_missing_employee_is_shown_without_the_whole_number(signed_in: Visitor) -> None:
    summary = sent(signed_in, STRANGER)

    assert "********5678" in summary.text
    assert "900101145678" not in summary.text


def test_an_unknown_employee_is_shown_without_the_whole_number(signed_in: Visitor) -> None:
    summary = sent(signed_in, STRANGER)

    assert "********5566" in summary.text
    assert "920415105566" not in summary.text


def test_a_number_that_is_written_wrong_is_shown_whole_so_that_the_fault_is_seen(signed_in: Visitor) -> None:
    wrong = sent(signed_in, contoh_maju().replace(b"900101145678", b"901301145678", 1))

    assert "901301145678" in wrong.text
