"""Headings of contributions, told by their scheme and their side in any order."""

import pytest

from contributions.sheets import field_named


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("SOCSO (Employer) RM", "socso_employer"),
        ("Employee's SOCSO share", "socso_employee"),
        ("Caruman Majikan PERKESO", "socso_employer"),
        ("PERKESO - Syer Pekerja (RM)", "socso_employee"),
        ("Act 4 Employer", "socso_employer"),
        ("Akta 800 (Pekerja)", "eis_employee"),
        ("E'er EIS", "eis_employer"),
        ("Potongan SIP", "eis_employee"),
        ("EIS/SIP Employee", "eis_employee"),
        ("Lindung 24 Jam (Pekerja)", "lindung"),
        ("Potongan SKBBK", "lindung"),
        ("SOCSO + SKBBK (EE)", "socso_employee_with_lindung"),
        ("PERKESO termasuk LINDUNG 24 JAM", "socso_employee_with_lindung"),
        ("Cawangan", "branch"),
        ("Cost Centre", "branch"),
    ],
)
def test_a_share_is_known_by_its_scheme_and_its_side(heading: str, field: str) -> None:
    assert field_named(heading) == field


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("SOCSO", id="no side"),
        pytest.param("SOCSO No", id="a number, no amount"),
        pytest.param("SOCSO Employer Employee", id="both sides"),
        pytest.param("SOCSO EIS Employee", id="two schemes"),
        pytest.param("LINDUNG 24 JAM Employer", id="a share that nobody pays"),
        pytest.param("EPF Employee", id="another scheme"),
    ],
)
def test_a_heading_that_could_mean_more_is_not_guessed(heading: str) -> None:
    assert field_named(heading) is None
