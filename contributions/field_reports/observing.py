"""Make the report of a file: everything that the file and its check can say, so that nobody is asked."""

import hashlib
import re
from datetime import date

from contributions.checks.registry import get_check
from contributions.checks.row import Row
from contributions.field_reports.evidence import refuses
from contributions.field_reports.outcome import Outcome
from contributions.field_reports.report import LONGEST_WORDS, UNKNOWN_LAYOUT, FieldReport
from contributions.findings import FileReport
from contributions.layouts import READ, Layout, layout_named
from contributions.rates import current

__all__ = ["file_name_of", "masked_hash", "observed"]

END_OF_FILE = b"\x1a"
_BLANKED = ("employer_code", "ssm_number", "identity_number", "name")
_NUMBER = re.compile(r"\S*[0-9]{5,}\S*|\S+@\S+")
_SIZES = ((10, "1-9"), (100, "10-99"), (1_000, "100-999"), (10_000, "1000-9999"))
_FILLS = {(True, True): "both", (True, False): "spaces", (False, True): "zeros", (False, False): "none"}
_LEAST_LETTERS = 3
"""A word of a name that is shorter may be any word."""


def observed(
    content: bytes, report: FileReport, outcome: Outcome, *, day: date, portal_said: str = ""
) -> FieldReport:
    """What a portal did with a file on a day; `report` is the check of the file as it was uploaded.

    Of a file that was refused the rules are those that say so; of one that was accepted all that found
    something.
    """
    layout = layout_named(report.layout) if report.layout in READ else None
    lines = _lines(content)
    rows = [Row(line, 0, 0, layout) for line in lines if len(line) == layout.width] if layout else []
    found = [get_check(finding.code) for finding in report.findings]
    return FieldReport(
        date=day,
        layout=report.layout or UNKNOWN_LAYOUT,
        outcome=outcome,
        portal_said=_without_people(portal_said, rows),
        rules=tuple(
            dict.fromkeys(
                check.code
                for check in found
                if outcome is Outcome.ACCEPTED or refuses(check.severity, check.if_trusted)
            )
        ),
        form={**_ends(content), **(_form(rows, layout) if rows and layout else {})},
        month=report.months[0] if len(report.months) == 1 else None,
        ruleset=current().version,
        masked_sha256=masked_hash(content, layout),
    )


def file_name_of(report: FieldReport) -> str:
    """A name for the file of a report, the same for the same report."""
    return f"{report.date}-{report.layout}-{report.outcome.value}-{report.masked_sha256[:8]}.toml"


def masked_hash(content: bytes, layout: Layout | None) -> str:
    """The hash of a file without employers, numbers and names; of one that cannot be read, of its shape."""
    hashed = hashlib.sha256()
    for line in content.split(b"\n"):
        hashed.update(_blanked(line, layout) + b"\n")
    return hashed.hexdigest()


def _blanked(line: bytes, layout: Layout | None) -> bytes:
    if layout is None or len(line.rstrip(b"\r")) != layout.width:
        return re.sub(rb"[A-Za-z0-9\x80-\xff]", b"*", line)
    for name in _BLANKED:
        columns = layout[name].columns
        line = line[: columns.start] + b"*" * layout[name].length + line[columns.stop :]
    return line


def _lines(content: bytes) -> list[bytes]:
    return [line.rstrip(b"\r") for line in content.rstrip(END_OF_FILE).split(b"\n") if line.strip()]


def _without_people(text: str, rows: list[Row]) -> str:
    """The portal's words without long numbers, addresses, and the names in the file."""
    text = " ".join(text.split())[:LONGEST_WORDS]
    if text:
        said = {word.upper() for word in re.findall(r"[^\W\d_]+", text)}
        named = {
            word
            for row in rows
            for word in row.text("name").upper().split()
            if len(word) >= _LEAST_LETTERS and word in said
        }
        for word in named:
            text = re.sub(rf"\b{re.escape(word)}\b", "***", text, flags=re.IGNORECASE)
    return _NUMBER.sub("***", text)


def _ends(content: bytes) -> dict[str, str]:
    crlf = content.count(b"\r\n")
    counts = {"CRLF": crlf, "LF": content.count(b"\n") - crlf, "CR": content.count(b"\r") - crlf}
    there = [name for name, count in counts.items() if count]
    return {
        "line_ends": "none" if not there else there[0] if len(there) == 1 else "mixed",
        "last_line": "ended" if content.rstrip(END_OF_FILE).endswith(b"\n") else "not ended",
    }


def _form(rows: list[Row], layout: Layout) -> dict[str, str]:
    begins = {row.raw[field.columns][:1] for row in rows for field in layout.amounts if row.text(field.name)}
    ssm = {bool(row.text("ssm_number")) for row in rows}
    text = b"".join(row.raw for row in rows)
    return {
        "fill": _FILLS[b" " in begins, b"0" in begins],
        "order": _order(rows),
        "ssm_number": "both" if len(ssm) > 1 else "filled" if True in ssm else "blank",
        "letters": "upper" if text == text.upper() else "mixed",
        "characters": "ASCII" if text.isascii() else "other",
        "size": _size(len(rows)),
    }


def _order(rows: list[Row]) -> str:
    if len(rows) == 1:
        return "one record"
    for name, shown in (("name", "name"), ("identity_number", "identity number")):
        values = [row.text(name).upper() for row in rows]
        if values == sorted(values):
            return shown
    return "other"


def _size(records: int) -> str:
    return next((shown for below, shown in _SIZES if records < below), "10000 and more")
