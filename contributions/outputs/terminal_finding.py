"""One finding as text for a terminal: where, the line under a ruler, what was found, and the mend."""

from collections.abc import Iterator

from contributions.bilingual import NOTHING, T
from contributions.findings import FileReport, Finding, Place, Severity
from contributions.outputs.other_lines import other_lines
from contributions.outputs.ruler import NUMBER_WIDTH, ruler_of
from contributions.outputs.style import Style, wrapped
from contributions.outputs.words import where
from contributions.source_marks import mark_in_words

__all__ = ["findings_as_lines"]

LABEL_WIDTH = 11
SPACE = "_"
_A_SPACE = T(" (_ is a space)", " (_ ialah ruang kosong)")
_COLOURS = {
    Severity.FILE: "1;31",
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}
_SEVERITIES = {
    Severity.FILE: T("file", "fail"),
    Severity.ERROR: T("error", "ralat"),
    Severity.WARNING: T("warning", "amaran"),
    Severity.INFO: T("note", "nota"),
}


def findings_as_lines(report: FileReport, style: Style) -> Iterator[str]:
    """Every finding of a report, each after an empty line."""
    first_with_spaces = next(filter(_shows_spaces, report.findings), None)
    for finding in report.findings:
        yield ""
        yield from _finding(finding, report.layout, style, explains_spaces=finding is first_with_spaces)


def _shows_spaces(finding: Finding) -> bool:
    """Whether what was found has spaces written so that they can be counted."""
    place = finding.first
    return place.line > 0 and SPACE in place.found.en and SPACE not in place.text


def _finding(finding: Finding, layout: str | None, style: Style, *, explains_spaces: bool) -> Iterator[str]:
    place = finding.first
    said = _A_SPACE if explains_spaces else NOTHING
    found = T(f"{place.found.en}{said.en}", f"{place.found.ms}{said.ms}") if place.line else NOTHING
    where = style.say(_where(finding, place))
    head = style.paint(
        f"{style.say(_SEVERITIES[finding.severity])} {finding.code}", _COLOURS[finding.severity]
    )
    subject = finding.field_title if finding.field else finding.title
    yield "  ".join(part for part in (head, where, style.say(subject)) if part)
    yield from _ruled(finding, layout, style)
    indent = " " * NUMBER_WIDTH
    yield from (indent + line for line in wrapped(style.say(place.message), style.width - NUMBER_WIDTH))
    rows = (
        (T("found", "ditemui"), found),
        (T("expected", "dijangka"), place.expected),
        (T("mend", "betulkan"), place.mend),
        (T("also on", "juga pada"), other_lines(finding)),
    )
    for label, text in rows:
        yield from _labelled(style.say(label), style.say(text), style)
    mark = mark_in_words(finding.source_mark)
    source = style.say(T(f"source: {mark.en}", f"sumber: {mark.ms}"))
    yield from _labelled(style.say(T("why", "sebab")), f"assist explain {finding.code}   {source}", style)


def _ruled(finding: Finding, layout: str | None, style: Style) -> Iterator[str]:
    ellipsis = "..." if style.ascii_only else "…"
    ruler = ruler_of(
        finding, width=style.width, language=style.language, layout_name=layout, ellipsis=ellipsis
    )
    if ruler is None:
        return
    blank = " " * NUMBER_WIDTH
    if ruler.titles:
        yield style.paint(f"{blank}   {ruler.titles}", "2")
    yield f"{finding.line:>{NUMBER_WIDTH}} | {ruler.content}"
    if ruler.carets:
        yield f"{blank} | {style.paint(ruler.carets, _COLOURS[finding.severity])}"


def _labelled(label: str, text: str, style: Style) -> list[str]:
    if not text:
        return []
    indent = " " * NUMBER_WIDTH
    first = f"{indent}{style.paint(label.ljust(LABEL_WIDTH), '2')}"
    parts = wrapped(text, max(style.width - NUMBER_WIDTH - LABEL_WIDTH, 20))
    return [first + parts[0], *(" " * (NUMBER_WIDTH + LABEL_WIDTH) + line for line in parts[1:])]


def _where(finding: Finding, place: Place) -> T:
    return where(finding, place) if place.line else T("", "")
