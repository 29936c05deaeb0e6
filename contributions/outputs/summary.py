"""What is due by a file, as the portal's Contribution Summary shows it, as text for a terminal."""

from collections.abc import Iterator

from contributions.bilingual import T
from contributions.findings import FileReport
from contributions.money import format_sen
from contributions.outputs.style import Style
from contributions.outputs.words import due_by_share

__all__ = ["summary_as_text"]

INDENT = "  "


def summary_as_text(report: FileReport, style: Style) -> str:
    """The table: heads, each share with its record, the sums of ACR and ECR; empty without records."""
    if not report.records:
        return ""
    rows = list(_rows(report))
    names = [style.say(name) for name, _, _ in rows]
    width, room = max(map(len, names)), max(len(amount) for _, _, amount in rows)
    title = style.say(T("Contribution summary", "Ringkasan caruman"))
    lines = [
        f"{INDENT}{name:<{width}}  {record:<3}  {amount:>{room}}".rstrip()
        for name, (_, record, amount) in zip(names, rows, strict=True)
    ]
    return "\n".join([f"{title}", *lines]) + "\n"


def _rows(report: FileReport) -> Iterator[tuple[T, str, str]]:
    totals = report.totals
    yield T("Employees", "Pekerja"), "", f"{totals.heads:,}"
    if totals.wages:
        yield T("Wages", "Gaji"), "", format_sen(totals.wages)
    for share, record, sen in due_by_share(totals):
        yield share, record, format_sen(sen)
    yield T("SOCSO with LINDUNG 24 JAM", "PERKESO dengan LINDUNG 24 JAM"), "ACR", format_sen(totals.acr)
    yield T("EIS", "SIP"), "ECR", format_sen(totals.ecr)
    yield T("Total", "Jumlah"), "", format_sen(totals.total)
