"""What the findings page and the Contribution Summary show, prepared for their templates."""

from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString, lazy_gettext

from contributions import FileReport, Language, Severity, Totals, YearMonth
from mock_portal.submissions.text_file.findings import FindingRow, rows
from mock_portal.submissions.text_file.service import CheckedUpload
from mock_portal.submissions.words import LINE_WORDS
from mock_portal.ui.filters import file_size

__all__ = ["FindingsTable", "Summary"]

GROUPS: Final[dict[Severity, LazyString]] = {
    Severity.FILE: lazy_gettext("Whole file"),
    Severity.ERROR: lazy_gettext("Errors"),
    Severity.WARNING: lazy_gettext("Warnings"),
    Severity.INFO: lazy_gettext("Information"),
}


@dataclass(frozen=True)
class SeverityGroup:
    """One choice of the filter; `severity` empty means all."""

    severity: str
    words: LazyString
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FindingsTable:
    """The findings of a file, of one severity or all."""

    rows: tuple[FindingRow, ...]
    groups: tuple[SeverityGroup, ...]

    @classmethod
    def of(cls, seen: CheckedUpload, *, only: Severity | None, language: Language) -> "FindingsTable":
        """The table of an uploaded file."""
        report = seen.report
        if report is None:
            return cls(rows=(), groups=())
        counts = {severity: report.count_places(severity) for severity in Severity}
        everything = SeverityGroup("", lazy_gettext("All"), sum(counts.values()), is_chosen=only is None)
        groups = [
            SeverityGroup(severity.value, GROUPS[severity], count, is_chosen=only is severity)
            for severity, count in counts.items()
            if count
        ]
        return cls(rows=rows(report, language=language, only=only), groups=(everything, *groups))


@dataclass(frozen=True)
class Summary:
    """The Contribution Summary of a file, or what could be read of it."""

    seen: CheckedUpload

    @property
    def report(self) -> FileReport:
        """The report; a submitted file has none and is never shown here."""
        if self.seen.report is None:
            raise LookupError(f"upload {self.seen.id} is submitted")
        return self.seen.report

    @property
    def totals(self) -> Totals:
        """Sums over the file, in sen."""
        return self.report.totals

    @property
    def months(self) -> tuple[YearMonth, ...]:
        """The contribution months in it."""
        return self.report.months

    @property
    def size(self) -> str:
        """The file's size in words."""
        return file_size(self.seen.size_bytes)

    @property
    def lines(self) -> list[list[object]]:
        """What is due, a row for each share; LINDUNG 24 JAM is one of its own, under the ACR."""
        of_acr = ("socso_employer", "socso_employee", "lindung")
        of_ecr = ("eis_employer", "eis_employee")
        return [
            [LINE_WORDS[kind], record, getattr(self.totals, kind)]  # type: ignore[index]
            for record, kinds in (("ACR", of_acr), ("ECR", of_ecr))
            for kind in kinds
        ]

    @property
    def acr(self) -> int:
        """What the ACR will ask for, in sen."""
        return self.totals.socso + self.totals.lindung

    @property
    def ecr(self) -> int:
        """What the ECR will ask for, in sen."""
        return self.totals.eis
