"""What a report makes of a rule: confirmed, contradicted, or neither, and where that is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from contributions import Severity, Style, check, get_check, report_as_text, reports_as_json, write
from contributions.checks.examples import SAMPLE
from contributions.checks.pages import check_as_text, index_page, page_of
from contributions.field_reports import Outcome, evidence_about, known_by
from contributions.field_reports.page import field_page
from contributions.field_reports.report import as_toml
from contributions.outputs.as_html import reports_as_html
from contributions.outputs.as_sarif import reports_as_sarif
from tests.contributions.field_reports.test_reports import REPORT

AS_OF = date(2026, 11, 10)
SEVERAL_EMPLOYERS = write(
    [
        SAMPLE,
        replace(SAMPLE, employer_code="B3200000456Y", identity_number="880515105437", name="TAN WEI MING"),
    ]
)
REFUSED = replace(REPORT, rules=("FL12",))
TAKEN = replace(REFUSED, outcome=Outcome.ACCEPTED, masked_sha256="1" * 64)
Count = Callable[..., None]


@pytest.fixture
def count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Count:
    """Lets reports count, as those of an own folder."""

    def put(*reports: object) -> None:
        folder = tmp_path / f"reports-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for number, report in enumerate(reports):
            text = as_toml(report)  # type: ignore[arg-type]
            (folder / f"{number}.toml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("ASSIST_FIELD_REPORTS", str(folder))

    return put


def test_without_a_report_a_rule_is_known_as_its_source_says() -> None:
    assert not evidence_about(get_check("FL12"))
    assert known_by(get_check("FL12")) == "assumed"


def test_a_refusal_with_one_grave_finding_confirms_its_rule(count: Count) -> None:
    count(REFUSED)

    assert evidence_about(get_check("FL12")).confirms
    assert known_by(get_check("FL12")) == "field"
    assert known_by(get_check("MO08")) == "assumed"


def test_a_refusal_with_several_grave_findings_confirms_none_of_them(count: Count) -> None:
    count(replace(REFUSED, rules=("FL12", "MO08")))

    assert [known_by(get_check(code)) for code in ("FL12", "MO08")] == ["assumed", "assumed"]


def test_a_file_that_was_taken_contradicts_what_would_refuse_it(count: Count) -> None:
    count(REFUSED, TAKEN)

    evidence = evidence_about(get_check("FL12"))
    assert (len(evidence.confirming), len(evidence.contradicting), evidence.confirms) == (1, 1, False)
    assert known_by(get_check("FL12")) == "assumed"


def test_a_file_that_was_taken_confirms_what_is_only_told_of_it(count: Count) -> None:
    count(replace(TAKEN, rules=("FL18", "ID10")))

    assert [known_by(get_check(code)) for code in ("FL18", "ID10")] == ["field", "field"]


def test_a_refusal_contradicts_what_is_only_told(count: Count) -> None:
    count(replace(REFUSED, rules=("FL18",)))

    assert evidence_about(get_check("FL18")).contradicting


def test_what_is_official_stays_so(count: Count) -> None:
    count(replace(REFUSED, rules=("AM11",)))

    assert evidence_about(get_check("AM11")).confirms
    assert known_by(get_check("AM11")) == "official"


def test_a_confirmed_rule_is_as_grave_as_before_and_does_not_count_as_assumed(count: Count) -> None:
    before = check(SEVERAL_EMPLOYERS, as_of=AS_OF)
    count(REFUSED)
    after = check(SEVERAL_EMPLOYERS, as_of=AS_OF)

    (finding,) = [finding for finding in after.findings if finding.code == "FL12"]
    assert (finding.severity, finding.if_trusted) == (Severity.WARNING, Severity.ERROR)
    assert (before.assumed - after.assumed, after.verdict) == (1, before.verdict)


def test_every_output_shows_the_mark(count: Count) -> None:
    count(REFUSED)
    report = check(SEVERAL_EMPLOYERS, as_of=AS_OF)

    assert "explain FL12   source: field" in report_as_text(report, Style())
    assert "explain FL12   sumber: lapangan" in report_as_text(report, Style(language="ms"))
    assert '"source": "field"' in reports_as_json([report], as_of=AS_OF)
    assert '"source": "field"' in reports_as_sarif([report])
    assert "lapangan (contribution-files 10.1 F11)" in reports_as_html([report], as_of=AS_OF)


def test_the_explanation_and_the_pages_say_how_many_reports_there_are(count: Count) -> None:
    count(REFUSED, replace(REFUSED, date=date(2026, 11, 20), masked_sha256="2" * 64))
    fl12 = get_check("FL12")

    assert "2 reports from the field confirm it, the latest of 20/11/2026" in check_as_text(fl12, "en", 90)
    assert "2 laporan lapangan mengesahkannya, terkini pada 20/11/2026" in check_as_text(fl12, "ms", 90)
    assert "| known by | field |" in page_of(fl12)
    assert "| Lebih daripada satu majikan dalam fail | field |" in index_page()


def test_the_page_of_reports_shows_what_is_confirmed_contradicted_and_open(count: Count) -> None:
    open_at_first = section("Open", field_page())
    count(REFUSED, replace(TAKEN, rules=("MO08",), form={"fill": "zeros"}))

    page = field_page()
    assert "FL12" in section("Confirmed", page)
    assert "MO08" in section("Contradicted", page)
    assert {"FL12", "MO08"} <= codes_in(open_at_first)
    assert not {"FL12", "MO08"} & codes_in(section("Open", page))
    assert "| fill | zeros 1 | spaces 1 |" in page
    assert "Reports counted: 2, of which 1 accepted and 1 refused." in page


def section(title: str, page: str) -> str:
    return page.split(f"## {title}\n")[1].split("\n## ", maxsplit=1)[0]


def codes_in(text: str) -> set[str]:
    return {part[:4] for part in text.split("[")[1:]}
