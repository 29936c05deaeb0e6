"""A report as outputs for people show it: nothing of a file reaches a terminal or a page as it is."""

from dataclasses import replace

from contributions.bilingual import T
from contributions.findings import FileReport, Place
from contributions.printable import printable

__all__ = ["printable_report"]


def printable_report(report: FileReport) -> FileReport:
    """The report with all that came from the file, and its name, in letters that can be seen."""
    return replace(
        report,
        name=printable(report.name),
        employer_codes=tuple(map(printable, report.employer_codes)),
        findings=tuple(replace(finding, at=tuple(map(_place, finding.at))) for finding in report.findings),
    )


def _place(place: Place) -> Place:
    texts = (place.found, place.expected, place.message, place.mend)
    plain = (place.employee, place.employee_name)
    if all(text.en.isprintable() and text.ms.isprintable() for text in texts) and all(
        text.isprintable() for text in plain
    ):
        return place
    found, expected, message, mend = (T(printable(text.en), printable(text.ms)) for text in texts)
    return replace(
        place,
        employee=printable(place.employee),
        employee_name=printable(place.employee_name),
        found=found,
        expected=expected,
        message=message,
        mend=mend,
    )
