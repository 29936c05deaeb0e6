"""Each sample file is what its name promises."""

import runpy
import tomllib
from datetime import date
from pathlib import Path

import pytest

from assist_data import data_path
from contributions import PortalExpectations, Severity, Verdict, YearMonth, check

BUILT: dict[str, bytes] = runpy.run_path(str(Path(__file__).with_name("sample_files.py")))["build"]()
TENTH_OF_NOVEMBER = date(2026, 11, 10)
CONTOH_MAJU = PortalExpectations(employer_code="B3200000123X", closed_months=frozenset({YearMonth(2026, 9)}))
PROMISES = {
    "contoh-maju-2026-10.txt": [],
    "bad-wrong-amount-2026-10.txt": ["AM09"],
    "bad-eis-shares-differ-2026-10.txt": ["AM11"],
    "bad-foreign-worker-without-lindung-2026-10.txt": ["AM16"],
    "bad-same-person-twice-2026-10.txt": ["ID09"],
    "bad-missing-identity-number-2026-10.txt": ["ID01"],
    "bad-another-employer-2026-10.txt": ["FL13"],
    "bad-paid-month-2026-09.txt": ["MO05"],
    "bad-two-months.txt": ["MO05", "MO08"],
    "bad-shifted-line-2026-10.txt": ["FL25"],
    "bad-line-too-short-2026-10.txt": ["FL24"],
    "bad-amounts-with-points-2026-10.txt": ["AM02"],
    "bad-letters-not-plain-2026-10.txt": ["FL04"],
    "bad-byte-order-mark-2026-10.txt": ["FL03"],
    "bad-old-layout-2026-10.txt": ["FL08"],
    "bad-renamed-spreadsheet.txt": ["FL02"],
    "bad-empty.txt": ["FL01"],
    "warning-same-name-2026-10.txt": ["ID10"],
}


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in BUILT])
def test_a_sample_file_is_what_its_script_makes(name: str) -> None:
    assert data_path("files", name).read_bytes() == BUILT[name]


def test_no_sample_file_lies_around_unexplained() -> None:
    there = {path.name for path in data_path("files").iterdir()}

    assert there == {*BUILT, "README.md", "employees.toml"}


@pytest.mark.parametrize(
    ("name", "codes"), [pytest.param(name, codes, id=name) for name, codes in PROMISES.items()]
)
def test_a_sample_file_gives_the_findings_that_its_name_promises(name: str, codes: list[str]) -> None:
    report = check(data_path("files", name), as_of=TENTH_OF_NOVEMBER, portal=CONTOH_MAJU)

    assert [finding.code for finding in report.findings] == codes


def test_a_file_named_warning_is_valid_and_needs_a_tick() -> None:
    report = check(data_path("files", "warning-same-name-2026-10.txt"), as_of=TENTH_OF_NOVEMBER)

    assert (report.verdict, report.findings[0].severity) == (Verdict.VALID, Severity.WARNING)


def test_the_good_file_of_each_employer_is_valid_and_without_a_finding() -> None:
    employers = tomllib.loads(data_path("files", "employees.toml").read_text(encoding="utf-8"))["employer"]

    reports = {
        employer["employer_code"]: check(data_path("files", employer["file"]), as_of=TENTH_OF_NOVEMBER)
        for employer in employers
    }

    assert {code: (report.verdict, report.findings) for code, report in reports.items()} == {
        "B3200000123X": (Verdict.VALID, ()),
        "B3200000456Y": (Verdict.VALID, ()),
    }


def test_the_read_me_names_every_sample_file() -> None:
    text = data_path("files", "README.md").read_text(encoding="utf-8")

    assert [name for name in BUILT if f"`{name}`" not in text] == []
