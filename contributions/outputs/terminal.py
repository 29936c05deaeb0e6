"""A report as text for a terminal: the file in a line, each finding under a ruler, the sum at the end."""

from contributions.bilingual import T
from contributions.findings import FileReport, Severity, Verdict
from contributions.layouts import READ
from contributions.money import format_sen
from contributions.outputs.printable import printable_report
from contributions.outputs.style import Style, wrapped
from contributions.outputs.words import left_out_in_words

__all__ = ["report_as_text"]

_VERDICT_COLOURS = {Verdict.VALID: "1;32", Verdict.INVALID: "1;31", Verdict.COULD_NOT_TELL: "1;33"}
_VERDICTS = {
    Verdict.VALID: T("Valid", "Sah"),
    Verdict.INVALID: T("Invalid", "Tidak sah"),
    Verdict.COULD_NOT_TELL: T("Could not tell", "Tidak dapat ditentukan"),
}


def report_as_text(report: FileReport, style: Style, *, seconds: float | None = None) -> str:
    """The report of one file; `seconds` is how long its check took."""
    report = printable_report(report)
    lines = [_heading(report, style)]
    if report.findings:
        from contributions.outputs.terminal_finding import findings_as_lines  # a valid file needs no ruler

        lines += [*findings_as_lines(report, style), "", _summary(report, style, seconds)]
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
    return words if is_short else "\n".join(wrapped(words, style.width))


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
