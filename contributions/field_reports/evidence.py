"""What the reports from the field say about a rule: they confirm it, or contradict it.

A portal that refuses a file with one grave finding confirms that rule; with several, nobody can tell which of
them it was. One that accepts a file confirms what is only told of it, and contradicts what would refuse it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contributions.field_reports.folders import counted_reports
from contributions.field_reports.outcome import Outcome
from contributions.findings import Severity
from contributions.source_marks import FIELD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contributions.checks.check import Check
    from contributions.field_reports.report import FieldReport

__all__ = ["Evidence", "evidence_about", "known_by", "refuses"]

_STRONGER = "official"
"""What a report from the field adds nothing to."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reports that bear on one rule."""

    confirming: "tuple[FieldReport, ...]" = ()
    contradicting: "tuple[FieldReport, ...]" = ()

    @property
    def confirms(self) -> bool:
        """Whether some confirm the rule and none contradicts it."""
        return bool(self.confirming) and not self.contradicting

    def __bool__(self) -> bool:
        return bool(self.confirming or self.contradicting)


def refuses(severity: Severity, if_trusted: Severity | None) -> bool:
    """Whether a rule says that a portal refuses what it finds, if only by an assumption."""
    grave = {Severity.FILE, Severity.ERROR}
    return severity in grave or if_trusted in grave


def evidence_about(check: "Check", reports: "Sequence[FieldReport] | None" = None) -> Evidence:
    """The reports that bear on a check, of those that count or of some.

    Raises:
        FieldReportInvalid: a report that counts is wrong.
    """
    reports = counted_reports() if reports is None else reports
    about = [report for report in reports if check.code in report.rules]
    if not about:
        return Evidence()
    refused = [report for report in about if report.outcome is Outcome.REFUSED and len(report.rules) == 1]
    accepted = [report for report in about if report.outcome is Outcome.ACCEPTED]
    if not refuses(check.severity, check.if_trusted):
        refused, accepted = accepted, refused
    return Evidence(tuple(refused), tuple(accepted))


def known_by(check: "Check") -> str:
    """How a rule is known: the mark of its source, or `field` where reports confirm it.

    Raises:
        FieldReportInvalid: a report that counts is wrong.
    """
    if check.mark != _STRONGER and evidence_about(check).confirms:
        return FIELD
    return check.mark
