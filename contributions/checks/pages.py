"""The page of each check, for `docs/checks/` and for `assist explain`: made from the check itself."""

import textwrap

from contributions.bilingual import Language, T
from contributions.checking import check as check_file
from contributions.checks.check import Check
from contributions.checks.examples import Example
from contributions.checks.registry import all_checks
from contributions.field_reports.evidence import evidence_about, known_by
from contributions.field_reports.page import evidence_in_words
from contributions.findings import FileReport, Severity
from contributions.outputs.style import Style
from contributions.outputs.terminal import report_as_text
from contributions.source_marks import mark_in_words

__all__ = ["check_as_text", "index_page", "page_of"]

PAGE_WIDTH = 90
MOST_SHOWN = 2_000
_SEVERITIES = {
    Severity.FILE: T("file: the file as a whole is refused", "fail: seluruh fail ditolak"),
    Severity.ERROR: T("error: the line blocks Submit", "ralat: baris menghalang Hantar"),
    Severity.WARNING: T("warning: look and tick", "amaran: semak dan tandakan"),
    Severity.INFO: T("note: only told", "nota: dimaklumkan sahaja"),
}
_SUBJECTS = {
    "FL": T("The file and its lines", "Fail dan barisnya"),
    "ID": T("Who the lines are about", "Orang dalam baris"),
    "MO": T("Months", "Bulan"),
    "AM": T("Amounts", "Amaun"),
    "ST": T("Days and status of the single schemes", "Tarikh dan status skim tunggal"),
}


def check_as_text(check: Check, language: Language, width: int) -> str:
    """A check in full, for a terminal."""
    mark = mark_in_words(known_by(check))
    field = evidence_in_words(evidence_about(check))
    rows = (
        (T("severity", "tahap"), _SEVERITIES[check.severity]),
        (T("says", "mesej"), check.message),
        (T("why", "sebab"), check.why),
        (T("mend", "betulkan"), check.mend),
        (T("layouts", "susun atur"), T.same(", ".join(sorted(check.layouts)))),
        (T("source", "sumber"), T.same("{mark} ({entry})").filled(mark=mark, entry=check.source)),
        *(((T("field", "lapangan"), field),) if field.en else ()),
    )
    lines = [f"{check.code}  {check.title.in_language(language)}", ""]
    for label, text in rows:
        indent = " " * 12
        lines += textwrap.wrap(
            text.in_language(language),
            width,
            initial_indent=label.in_language(language).ljust(12),
            subsequent_indent=indent,
        )
    if check.fixable:
        lines.append(
            T(
                "Mending it cannot change what the file means.", "Membetulkannya tidak mengubah maksud fail."
            ).in_language(language)
        )
    return "\n".join(lines) + "\n"


def page_of(check: Check) -> str:
    """The Markdown page of a check, in both languages, with its bad example as the checker shows it."""
    sections = [
        f"# {check.code}: {check.title.en}",
        f"*{check.title.ms}*",
        _facts(check),
        *_language_part(check, "en"),
        *_language_part(check, "ms"),
        *_example(check),
        "This page is made from the check itself: `python -m contributions.checks.write_pages`.",
    ]
    return "\n\n".join(sections) + "\n"


def index_page() -> str:
    """The Markdown page that lists all checks by subject."""
    parts = [
        "# Checks",
        (
            "Each check has a code that is never used again for another rule. `assist explain "
            "CODE` prints the "
            "same as its page. How a rule is known: *official* (PERKESO, the Acts), "
            "*official-2nd* (the same, "
            "restated by others), *vendor*, *code* (public programs), *assumed* (nobody knows; at most a "
            "warning), *cannot be read otherwise* (no reader could take the file or the line apart), "
            "*field* (a portal did so: "
            "[reports from the field](field-reports.md)). What stands in which columns: "
            "[layouts](../layouts.md)."
        ),
    ]
    for subject, title in _SUBJECTS.items():
        rows = [
            f"| [{check.code}]({check.code}.md) | {check.severity.value} | {check.title.en} | "
            f"{check.title.ms} "
            f"| {mark_in_words(known_by(check)).en} |"
            for check in sorted(all_checks(), key=lambda each: each.code)
            if check.subject == subject
        ]
        table = ["| code | severity | English | Melayu | known by |", "|---|---|---|---|---|", *rows]
        parts += [f"## {subject}: {title.en} / {title.ms}", "\n".join(table)]
    parts.append("This page is made from the checks: `python -m contributions.checks.write_pages`.")
    return "\n\n".join(parts) + "\n"


def _facts(check: Check) -> str:
    rows = (
        ("severity", check.severity.value),
        ("layouts", ", ".join(sorted(check.layouts))),
        ("safe to mend by a program", "yes" if check.fixable else "no"),
        ("known by", mark_in_words(known_by(check)).en),
        *((("field", field),) if (field := evidence_in_words(evidence_about(check)).en) else ()),
        ("notes", check.source),
        ("since", check.since),
    )
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def _language_part(check: Check, language: Language) -> list[str]:
    heading = T("## In English", "## Dalam bahasa Melayu").in_language(language)
    labels = (
        (T("Why", "Sebab"), check.why),
        (T("It says", "Mesejnya"), check.message),
        (T("Mend", "Betulkan"), check.mend),
    )
    lines = [f"**{label.in_language(language)}.** {text.in_language(language)}" for label, text in labels]
    return [heading, *lines]


def _example(check: Check) -> list[str]:
    content = check.bad.file
    if check.code in {"FL90", "FL91"} or len(content) > MOST_SHOWN:
        return []
    shown = report_as_text(_checked(check.bad), Style(width=PAGE_WIDTH)).rstrip()
    return ["## Example", f"```text\n{shown}\n```"]


def _checked(example: Example) -> FileReport:
    return check_file(
        example.file,
        as_of=example.as_of,
        name=example.name or "example.txt",
        portal=example.portal,
        portal_limits=example.portal_limits,
        accept_rule=example.accept_rule,
    )
