"""Reports as one page that needs nothing else: both languages, findings folded, no script.

The language is chosen by two radio buttons and the style sheet alone, so that the page can be mailed,
opened from a disk and printed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from importlib.resources import files
from itertools import count

from contributions.bilingual import Language, T
from contributions.findings import FileReport, Finding, Place, Verdict
from contributions.money import format_sen
from contributions.outputs.html_tables import Column, both, table
from contributions.outputs.printable import printable_report
from contributions.outputs.ruler import ruler_of
from contributions.outputs.version import tool_version
from contributions.outputs.words import (
    SEVERITY_WORDS,
    VERDICT_WORDS,
    counted,
    due_by_share,
    left_out_in_words,
    where,
)
from contributions.source_marks import mark_in_words

__all__ = ["reports_as_html", "reports_as_part"]

RULER_WIDTH = 110
OPENED = 3
"""So many findings of a file are unfolded when it has no more."""
_TITLE = T("Check of contribution files", "Semakan fail caruman")


def reports_as_html(
    reports: Iterable[FileReport], *, as_of: date, mask: bool = False, language: Language = "en"
) -> str:
    """The page, shown in `language` first. `mask` only tells that numbers and names are hidden."""
    listed = [printable_report(report) for report in reports]
    style = files("contributions.outputs").joinpath("report.css").read_text(encoding="utf-8")
    body = [
        "<main>",
        *_switch(language),
        '<div class="shown">',
        f"<h1>{both(_TITLE)}</h1>",
        f'<p class="lead">{both(_sentence(listed))}</p>',
        *_overview_and_files(listed),
        f"<footer>{both(_foot(as_of, mask=mask))}</footer>",
        "</div>",
        "</main>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(_TITLE.in_language(language))}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


def reports_as_part(reports: Iterable[FileReport]) -> str:
    """What the page says of the files, for a page that has a frame, a heading and a style of its own.

    Texts are there in both languages, marked by `lang`: the page hides the one that it is not in.
    """
    listed = list(reports)
    return "\n".join([f'<p class="lead">{both(_sentence(listed))}</p>', *_overview_and_files(listed)])


def _overview_and_files(reports: Sequence[FileReport]) -> Iterator[str]:
    if len(reports) > 1:
        yield from _overview(reports)
    for number, report in enumerate(reports, start=1):
        yield from _file(report, number, len(reports))


def _switch(language: Language) -> Iterator[str]:
    for code in ("en", "ms"):
        checked = " checked" if code == language else ""
        yield f'<input class="switch" type="radio" name="language" id="show-{code}"{checked}>'
    yield (
        '<nav class="languages" aria-label="Language / Bahasa"><label for="show-en" lang="en">English</label>'
        '<label for="show-ms" lang="ms">Bahasa Melayu</label></nav>'
    )


def _sentence(reports: Sequence[FileReport]) -> T:
    """The verdict of a file or of all, and what was left out of it."""
    verdict = VERDICT_WORDS[reports[0].verdict] if len(reports) == 1 else _verdicts(reports)
    count = sum(report.left_out for report in reports)
    if not count:
        return verdict
    left_out = left_out_in_words(count)
    return T(f"{verdict.en.rstrip('.')}; {left_out.en}.", f"{verdict.ms.rstrip('.')}; {left_out.ms}.")


def _verdicts(reports: Sequence[FileReport]) -> T:
    counts = {verdict: sum(report.verdict is verdict for report in reports) for verdict in Verdict}
    valid, invalid, unknown = counts.values()
    text = T(
        f"{valid:,} of {len(reports):,} files are valid", f"{valid:,} daripada {len(reports):,} fail sah"
    )
    if invalid:
        text = T(f"{text.en}, {invalid:,} invalid", f"{text.ms}, {invalid:,} tidak sah")
    if unknown:
        text = T(
            f"{text.en}, {unknown:,} could not be told", f"{text.ms}, {unknown:,} tidak dapat ditentukan"
        )
    return T(f"{text.en}.", f"{text.ms}.")


_OVERVIEW = (
    Column(T("File", "Fail"), "name"),
    Column(T("Verdict", "Keputusan")),
    Column(T("Layout", "Susun atur")),
    Column(T("Employees", "Pekerja"), "number"),
    Column(T("Errors", "Ralat"), "number"),
    Column(T("Warnings", "Amaran"), "number"),
    Column(T("Total", "Jumlah"), "number"),
)
_PLACES = (
    Column(T("Place", "Tempat")),
    Column(T("Employee", "Pekerja")),
    Column(T("Found", "Ditemui")),
    Column(T("Expected", "Dijangka")),
)


def _overview(reports: Sequence[FileReport]) -> Iterator[str]:
    yield from table(_OVERVIEW, map(_in_overview, reports, count(1)), len(reports))


def _in_overview(report: FileReport, number: int) -> tuple[str, ...]:
    errors, warnings = counted(report)
    return (
        _link(report, number),
        _verdict(report),
        escape(report.layout or ""),
        f"{report.totals.heads:,}",
        f"{errors:,}",
        f"{warnings:,}",
        format_sen(report.totals.total),
    )


def _link(report: FileReport, number: int) -> str:
    """The file's name, leading to its findings where it has some."""
    name = escape(report.name)
    return f'<a href="#file-{number}">{name}</a>' if report.findings else name


def _file(report: FileReport, number: int, of: int) -> Iterator[str]:
    if of > 1 and not report.findings:
        return
    yield f'<section id="file-{number}" aria-labelledby="name-{number}">'
    yield f'<h2 id="name-{number}">{escape(report.name)} {_verdict(report)}</h2>'
    yield f'<p class="quiet">{both(_facts(report))}</p>'
    if report.totals.total or report.totals.wages:
        yield from _due(report)
    is_open = len(report.findings) <= OPENED
    for finding in report.findings:
        yield from _finding(finding, report.layout, is_open=is_open)
    yield "</section>"


def _facts(report: FileReport) -> T:
    english = [report.layout or "unknown layout", f"{report.records:,} records"]
    malay = [report.layout or "susun atur tidak dikenali", f"{report.records:,} rekod"]
    if report.employer_codes:
        codes = ", ".join(report.employer_codes)
        english.append(f"employer {codes}")
        malay.append(f"majikan {codes}")
    english += [month.name.en for month in report.months]
    malay += [month.name.ms for month in report.months]
    if report.sha256:
        english.append(f"SHA-256 {report.sha256}")
        malay.append(f"SHA-256 {report.sha256}")
    return T(", ".join(english), ", ".join(malay))


def _due(report: FileReport) -> Iterator[str]:
    totals = report.totals
    heads = T(f"What is due, {totals.heads:,} employees", f"Jumlah perlu dibayar, {totals.heads:,} pekerja")
    yield f'<div class="wide"><table><caption>{both(heads)}</caption><tbody>'
    for share, record, sen in due_by_share(totals):
        yield f'<tr><th scope="row">{both(share)}</th><td>{record}</td>{_number(format_sen(sen))}</tr>'
    yield "</tbody><tfoot>"
    for title, sen in (
        (T("ACR, SOCSO with LINDUNG 24 JAM", "ACR, PERKESO dengan LINDUNG 24 JAM"), totals.acr),
        (T("ECR, EIS", "ECR, SIP"), totals.ecr),
        (T("Total", "Jumlah"), totals.total),
    ):
        yield f'<tr><th scope="row">{both(title)}</th><td></td>{_number(format_sen(sen))}</tr>'
    yield "</tfoot></table></div>"


def _finding(finding: Finding, layout: str | None, *, is_open: bool) -> Iterator[str]:
    severity = both(SEVERITY_WORDS[finding.severity])
    badge = f'<span class="badge {finding.severity.value}">{severity} {finding.code}</span>'
    place = f'<span class="quiet">{both(where(finding, finding.first))}</span>'
    count = f' <span class="quiet">{both(_places(finding))}</span>' if finding.places > 1 else ""
    yield f"<details{' open' if is_open else ''}>"
    yield f'<summary>{badge} <span class="title">{both(finding.title)}</span> {place}{count}</summary>'
    yield from _ruled(finding, layout)
    yield f"<p>{both(finding.first.message)}</p>"
    mark = mark_in_words(finding.source_mark)
    yield "<dl>"
    yield from _fact(T("Field", "Medan"), finding.field_title)
    yield from _fact(T("Employee", "Pekerja"), T.same(_who(finding.first)))
    yield from _fact(T("Found", "Ditemui"), finding.first.found)
    yield from _fact(T("Expected", "Dijangka"), finding.first.expected)
    yield from _fact(T("Mend", "Betulkan"), finding.first.mend)
    yield from _fact(T("Why", "Sebab"), finding.why)
    yield from _fact(
        T("Source", "Sumber"), T(f"{mark.en} ({finding.source})", f"{mark.ms} ({finding.source})")
    )
    yield "</dl>"
    if len(finding.at) > 1:
        yield from _more(finding)
    yield "</details>"


def _more(finding: Finding) -> Iterator[str]:
    rows = (
        [both(part) for part in (where(finding, place), T.same(_who(place)), place.found, place.expected)]
        for place in finding.at
    )
    left = finding.places - len(finding.at)
    yield f"<details><summary>{both(_places(finding))}</summary>"
    rest = both(T(f"and {left:,} more", f"dan {left:,} lagi")) if left else ""
    yield from table(_PLACES, rows, len(finding.at), rest)
    yield "</details>"


def _ruled(finding: Finding, layout: str | None) -> Iterator[str]:
    for language in ("en", "ms"):
        ruler = ruler_of(finding, width=RULER_WIDTH, language=language, layout_name=layout)
        if ruler is None:
            return
        lines = [
            f"{'':>6}   {ruler.titles}",
            f"{finding.line:>6} | {ruler.content}",
            f"{'':>6} | {ruler.carets}",
        ]
        shown = [escape(line) for line in lines if line.strip(" |")]
        if ruler.carets:
            shown[-1] = shown[-1].replace(ruler.carets.strip(), f"<b>{ruler.carets.strip()}</b>")
        yield f'<pre lang="{language}" tabindex="0">' + "\n".join(shown) + "</pre>"


def _fact(label: T, text: T) -> Iterator[str]:
    if text.en:
        yield f"<dt>{both(label)}</dt><dd>{both(text)}</dd>"


def _who(place: Place) -> str:
    return " ".join(part for part in (place.employee, place.employee_name) if part)


def _places(finding: Finding) -> T:
    return T(f"{finding.places:,} places", f"{finding.places:,} tempat")


def _verdict(report: FileReport) -> str:
    return f'<span class="badge {report.verdict.value}">{both(VERDICT_WORDS[report.verdict])}</span>'


def _foot(as_of: date, *, mask: bool) -> T:
    english = f"Checked as of {as_of:%d/%m/%Y} by assist {tool_version()}. This is not a page of PERKESO."
    malay = f"Disemak setakat {as_of:%d/%m/%Y} oleh assist {tool_version()}. Ini bukan halaman PERKESO."
    if mask:
        english += " Identity numbers and names are hidden."
        malay += " Nombor pengenalan dan nama disembunyikan."
    return T(english, malay)


def _number(text: str) -> str:
    return f'<td class="number">{text}</td>'
