"""The page of the reports from the field: which rules they confirm or leave open, how files were written."""

from collections import Counter

from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.registry import all_checks
from contributions.field_reports.evidence import Evidence, evidence_about
from contributions.field_reports.folders import counted_reports
from contributions.field_reports.outcome import Outcome
from contributions.field_reports.report import FORMS, FieldReport
from contributions.source_marks import mark_in_words

__all__ = ["evidence_in_words", "field_page"]

_INTRODUCTION = (
    "Nobody publishes what the portal says about a file. `assist check FILE --field-report accepted` (or "
    "`refused`) writes down what it did with one: no name, no number, only how the file was written and "
    "which rules that bears on. How to send one stands in `fixtures/field-reports/README.md`."
)
_HOW_THEY_COUNT = (
    "A file refused with one grave finding confirms that rule; with several, nobody can tell which it was. A "
    "file accepted confirms what is only told of it, and contradicts what would refuse it. A report changes "
    "how a rule is known, never by itself how grave it is."
)
_OPEN = ("assumed", "vendor", "code", "official-2nd")
"""Weakest first: what a report would help most."""


def evidence_in_words(evidence: Evidence) -> T:
    """What the reports say about a rule, in a sentence; empty where there is none."""
    parts = [
        _counted(reports, *verbs)
        for reports, verbs in (
            (evidence.confirming, (("confirms it", "confirm it"), "mengesahkannya")),
            (evidence.contradicting, (("contradicts it", "contradict it"), "bercanggah dengannya")),
        )
        if reports
    ]
    return T("; ".join(part.en for part in parts), "; ".join(part.ms for part in parts))


def _counted(reports: tuple[FieldReport, ...], english: tuple[str, str], malay: str) -> T:
    count, last = len(reports), max(report.date for report in reports)
    one = count == 1
    return T(
        f"{count} {'report' if one else 'reports'} from the field {english[0] if one else english[1]}, "
        f"{'of' if one else 'the latest of'} {last:%d/%m/%Y}",
        f"{count} laporan lapangan {malay}, {'bertarikh' if one else 'terkini pada'} {last:%d/%m/%Y}",
    )


def field_page() -> str:
    """The Markdown page, by the reports that count."""
    reports = counted_reports()
    found = {
        check: evidence_about(check, reports) for check in sorted(all_checks(), key=lambda each: each.code)
    }
    accepted = sum(report.outcome is Outcome.ACCEPTED for report in reports)
    refused = len(reports) - accepted
    parts = [
        "# Reports from the field",
        _INTRODUCTION,
        f"Reports counted: {len(reports)}, of which {accepted} accepted and {refused} refused.",
        _HOW_THEY_COUNT,
        *_section("Confirmed", [each for each in found if found[each].confirms], found),
        *_section("Contradicted", [each for each in found if found[each].contradicting], found),
        *_open(found),
        *_forms(reports),
        "This page is made from the reports and the checks: `python -m contributions.checks.write_pages`.",
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, checks: list[Check], found: dict[Check, Evidence]) -> list[str]:
    if not checks:
        return [f"## {title}", "None."]
    rows = [
        f"| {_link(check)} | {check.title.en} | {evidence_in_words(found[check]).en} |" for check in checks
    ]
    return [f"## {title}", "\n".join(["| code | rule | reports |", "|---|---|---|", *rows])]


def _open(found: dict[Check, Evidence]) -> list[str]:
    """The rules that neither an official source nor a report settles."""
    rows = []
    for mark in _OPEN:
        checks = [check for check in found if check.mark == mark and not found[check]]
        codes = ", ".join(_link(check) for check in checks)
        rows.append(f"| {mark_in_words(mark).en} | {codes or 'none'} |")
    return ["## Open", "\n".join(["| known only by | rules |", "|---|---|", *rows])]


def _forms(reports: tuple[FieldReport, ...]) -> list[str]:
    """How the files were written that a portal took, and those that it refused."""
    rows = []
    for name in FORMS:
        cells = [
            ", ".join(f"{value} {count}" for value, count in sorted(counts.items())) or "not known"
            for counts in (
                Counter(
                    report.form[name]
                    for report in reports
                    if report.outcome is outcome and name in report.form
                )
                for outcome in Outcome
            )
        ]
        rows.append(f"| {name.replace('_', ' ')} | {cells[0]} | {cells[1]} |")
    return [
        "## How the files were written",
        "\n".join(["| of a file | accepted | refused |", "|---|---|---|", *rows]),
    ]


def _link(check: Check) -> str:
    return f"[{check.code}]({check.code}.md)"
