"""Reports from the field: what a real portal said of a file, written down without anybody in it."""

from typing import TYPE_CHECKING

from contributions.lazy_names import loader_of

if TYPE_CHECKING:
    from contributions.field_reports.evidence import Evidence, evidence_about, known_by
    from contributions.field_reports.outcome import FieldReportInvalid, Outcome
    from contributions.field_reports.report import FieldReport, parse_report

_HOMES = {
    "evidence": ("Evidence", "evidence_about", "known_by"),
    "outcome": ("FieldReportInvalid", "Outcome"),
    "report": ("FieldReport", "parse_report"),
}

__all__ = [
    "Evidence",
    "FieldReport",
    "FieldReportInvalid",
    "Outcome",
    "evidence_about",
    "known_by",
    "parse_report",
]

__getattr__ = loader_of(__name__, _HOMES)
