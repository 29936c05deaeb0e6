"""A report as text for a terminal: the file in a line, each finding under a ruler, the sum at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from contributions.bilingual import NOTHING, Language, T
from contributions.findings import FileReport, Finding, Place, Severity, Verdict
from contributions.layouts import READ
from contributions.money import format_sen
from contributions.outputs.other_lines import other_lines
from contributions.outputs.printable import printable_report
from contributions.outputs.ruler import NUMBER_WIDTH, ruler_of
from contributions.outputs.words import left_out_in_words, where
from contributions.source_marks import mark_in_words

__all__ = ["Style", "report_as_text"]

LABEL_WIDTH = 11
SPACE = "_"
_A_SPACE = T(" (_ is a space)", " (_ ialah ruang kosong)")
_COLOURS = {
    Severity.FILE: "1;31",
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}
_VERDICT_COLOURS = {Verdict.VALID: "1;32", Verdict.INVALID: "1;31", Verdict.COULD_NOT_TELL: "1;33"}
_SEVERITIES = {
    Severity.FILE: T("file", "fail"),
    Severity.ERROR: T("error", "ralat"),
    Severity.WARNING: T("warning", "amaran"),
    Severity.INFO: T("note", "nota"),
}
_VERDICTS = {
    Verdict.VALID: T("Valid", "Sah"),
    Verdict.INVALID: T("Invalid", "Tidak sah"),
    Verdict.COULD_NOT_TELL: T("Could not tell", "Tidak dapat ditentukan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to write: width of the terminal, colour, plain ASCII for consoles that need it, language."""

    width: int = 100
    colour: bool = False
    ascii_only: bool = False
    language: Language = "en"

    def say(self, text: T) -> str:
        """A text in the language of the reader."""
        return text.in_language(self.language)

    def paint(self, text: str, colour: str) -> str:
        """Text in a colour, where colour is wanted."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour and text else text


def report_as_text(report: FileReport, style: Style, *, seconds: float | None = None) -> str:
    """The report of one file; `seconds` is how long its check took."""
    report = printable_report(report)
    lines = [_heading(report, style)]
    if report.findings:
        first_with_spaces = next(filter(_shows_spaces, report.findings), None)
        for finding in report.findings:
            explains = finding is first_with_spaces
            lines += ["", *_finding(finding, report.layout, style, explains_spaces=explains)]
        lines += ["", _summary(report, style, seconds)]
    else:
        lines = [f"{_heading(report, style)}  {_summary(report, style, seconds)}"]
    text = "\n".join(lines) + "\n"
    return text.encode("ascii", "replace").decode("ascii") if style.ascii_only else text


def _heading(report: FileReport, style: Style) -> str:
    facts = [report.layout or style.say(T("unknown layout", "susun atur tidak dikenali"))]
    if report.records or report.layout in READ:
        facts.append(style.say(_records(report)))
    if report.employer_codes:
        codes = ", ".join(report.employer_codes[:3]) + (" ..." if len(report.employer_codes) > 3 else "")  # noqa: PLR2004
        facts.append(style.say(T(f"employer {codes}", f"majikan {codes}")))
    if report.months:
        facts.append(", ".join(style.say(month.name) for month in report.months[:3]))
    return f"{style.paint(report.name, '1')}   {', '.join(facts)}"


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
    yield from (indent + line for line in _wrapped(style.say(place.message), style.width - NUMBER_WIDTH))
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
    wrapped = _wrapped(text, max(style.width - NUMBER_WIDTH - LABEL_WIDTH, 20))
    return [first + wrapped[0], *(" " * (NUMBER_WIDTH + LABEL_WIDTH) + line for line in wrapped[1:])]


def _where(finding: Finding, place: Place) -> T:
    return where(finding, place) if place.line else T("", "")


def _records(report: FileReport) -> T:
    plural = "" if report.records == 1 else "s"
    return T(f"{report.records:,} record{plural}", f"{report.records:,} rekod")


def _summary(report: FileReport, style: Style, seconds: float | None) -> str:
    verdict = style.paint(style.say(_VERDICTS[report.verdict]), _VERDICT_COLOURS[report.verdict])
    took = "" if seconds is None else f" ({seconds:.2f} s)"
    counts = [style.say(_counts(report))] if report.findings else []
    if report.left_out:
        counts.append(style.say(left_out_in_words(report.left_out)))
    parts = [f"{verdict}: {', '.join(counts)}{took}." if counts else f"{verdict}{took}."]
    if report.records:
        totals = report.totals
        shares = (
            ("SOCSO", "PERKESO", totals.socso),
            ("EIS", "SIP", totals.eis),
            ("LINDUNG", "LINDUNG", totals.lindung),
        )
        split = T(
            ", ".join(f"{en} {format_sen(sen)[3:]}" for en, _, sen in shares),
            ", ".join(f"{ms} {format_sen(sen)[3:]}" for _, ms, sen in shares),
        )
        total = format_sen(totals.total)
        parts.append(style.say(T(f"Total {total} ({split.en}).", f"Jumlah {total} ({split.ms}).")))
    if report.assumed:
        parts.append(
            style.say(
                T(
                    f"{report.assumed} of the findings rests on an assumption about the portal."
                    if report.assumed == 1
                    else f"{report.assumed} of the findings rest on assumptions about the portal.",
                    f"{report.assumed} daripada dapatan berdasarkan andaian tentang portal.",
                )
            )
        )
    words = " ".join(parts)
    is_short = style.colour or len(words) <= style.width
    return words if is_short else "\n".join(_wrapped(words, style.width))


def _wrapped(text: str, width: int) -> list[str]:
    import textwrap  # a valid file needs none, and its import is a hundredth of a small check

    return textwrap.wrap(text, width, break_on_hyphens=False)  # an option stays in one piece


def _counts(report: FileReport) -> T:
    errors = report.count(Severity.FILE) + report.count(Severity.ERROR)
    places = report.count_places(Severity.FILE) + report.count_places(Severity.ERROR)
    warnings = report.count(Severity.WARNING)
    at = T(f" at {places:,} places", f" di {places:,} tempat") if places > errors else T("", "")
    inside = T(f" in {_records(report).en}", f" dalam {_records(report).ms}") if report.records else T("", "")
    return T(
        f"{_plural(errors, 'error')}{at.en}, {_plural(warnings, 'warning')}{inside.en}",
        f"{errors:,} ralat{at.ms}, {warnings:,} amaran{inside.ms}",
    )


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
