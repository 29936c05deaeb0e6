"""Reports from the field: what a real portal said of a file, written down without anybody in it."""

from contributions.field_reports.evidence import Evidence, evidence_about, known_by
from contributions.field_reports.report import FieldReport, FieldReportInvalid, Outcome, parse_report

__all__ = [
    "Evidence",
    "FieldReport",
    "FieldReportInvalid",
    "Outcome",
    "evidence_about",
    "known_by",
    "parse_report",
]
