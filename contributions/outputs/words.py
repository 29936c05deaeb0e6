"""The words that every report uses alike: verdicts, severities, what is due."""

from contributions.bilingual import T
from contributions.findings import FileReport, Finding, Place, Severity, Totals, Verdict

__all__ = ["SEVERITY_WORDS", "VERDICT_WORDS", "counted", "due_by_share", "left_out_in_words", "where"]

SEVERITY_WORDS = {
    Severity.FILE: T("File", "Fail"),
    Severity.ERROR: T("Error", "Ralat"),
    Severity.WARNING: T("Warning", "Amaran"),
    Severity.INFO: T("Note", "Nota"),
}
VERDICT_WORDS = {
    Verdict.VALID: T("Valid", "Sah"),
    Verdict.INVALID: T("Invalid", "Tidak sah"),
    Verdict.COULD_NOT_TELL: T("Could not tell", "Tidak dapat ditentukan"),
}


def where(finding: Finding, place: Place) -> T:
    """Where a place is: line and columns; nothing for the whole file."""
    if place.line == 0:
        return T("whole file", "seluruh fail")
    if not finding.field and place.column != place.end_column:
        return T(f"line {place.line}", f"baris {place.line}")
    if place.column == place.end_column:
        return T(f"line {place.line}, column {place.column}", f"baris {place.line}, lajur {place.column}")
    columns = f"{place.column}-{place.end_column}"
    return T(f"line {place.line}, columns {columns}", f"baris {place.line}, lajur {columns}")


def counted(report: FileReport) -> tuple[int, int]:
    """How many errors (those of the whole file among them) and how many warnings."""
    return report.count(Severity.FILE) + report.count(Severity.ERROR), report.count(Severity.WARNING)


def due_by_share(totals: Totals) -> tuple[tuple[T, str, int], ...]:
    """What is due as the portal's Contribution Summary lists it: share, its record, sen.

    A share is listed where it is not 0; one that a layout writes as a single amount stands for both.
    """
    lines = (
        (T("SOCSO, employer", "PERKESO, majikan"), "ACR", totals.socso_employer),
        (T("SOCSO, employee", "PERKESO, pekerja"), "ACR", totals.socso_employee),
        (T("SOCSO, both shares", "PERKESO, kedua-dua caruman"), "ACR", totals.socso_both),
        (T("LINDUNG 24 JAM", "LINDUNG 24 JAM"), "ACR", totals.lindung),
        (T("EIS, employer", "SIP, majikan"), "ECR", totals.eis_employer),
        (T("EIS, employee", "SIP, pekerja"), "ECR", totals.eis_employee),
        (T("EIS, both shares", "SIP, kedua-dua caruman"), "ECR", totals.eis_both),
    )
    return tuple(line for line in lines if line[2])


def left_out_in_words(count: int) -> T:
    """How many findings were not shown because the user chose codes, without a stop."""
    findings = "finding" if count == 1 else "findings"
    return T(
        f"{count:,} {findings} left out by --select or --ignore",
        f"{count:,} dapatan ditinggalkan oleh --select atau --ignore",
    )
