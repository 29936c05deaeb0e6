import tomllib
from pathlib import Path

from assist_data import data_path
from contributions import YearMonth, read
from mock_portal.database import transaction
from mock_portal.employees.service import roster
from mock_portal.employers.service import find_employer
from mock_portal.submissions import service as submissions
from mock_portal.worlds import scenarios, templates


def test_the_employees_of_demo_are_those_of_the_sample_files() -> None:
    listed = tomllib.loads(data_path("files", "employees.toml").read_text(encoding="utf-8"))["employer"]
    scenario = scenarios.load("demo")

    assert [
        (
            employer.code,
            employer.ssm_number,
            [(e.identity_number, e.name, e.born, e.wage_sen) for e in employer.employees],
        )
        for employer in scenario.employers
    ] == [
        (
            employer["employer_code"],
            employer["ssm_number"],
            [(e["identity_number"], e["name"], e["born"], e["wage"]) for e in employer["employee"]],
        )
        for employer in listed
    ]


def test_the_sample_file_asks_for_what_the_paid_month_of_demo_asked() -> None:
    """Nobody's age or wage changed a band between September and October."""
    records = read(data_path("files", "contoh-maju-2026-10.txt"))

    acr = sum(record.socso_employer + record.socso_employee + record.lindung for record in records)

    assert acr == 57240


def test_a_scenario_may_only_count_its_employees(tmp_path: Path) -> None:
    template = templates.template(tmp_path, "thousand")

    with transaction(template, may_write=False) as session:
        employer = find_employer(session, "B3200001000Z")
        assert employer is not None
        people = roster(session, employer.id)
        acr, ecr = submissions.payables(session, employer.id, unpaid_only=False)

    assert len({person.identity_number for person in people}) == 1_000
    assert (acr.months, acr.heads > 900, ecr.amount_sen > 0) == ((YearMonth(2026, 9),), True, True)
