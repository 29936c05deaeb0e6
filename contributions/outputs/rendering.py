"""One call for every form in which reports are written; each is imported only when it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from contributions.bilingual import Language
from contributions.findings import FileReport
from contributions.selecting import Selection

__all__ = ["FORMATS", "FORMAT_OF_SUFFIX", "Run", "rendered"]

FORMATS: Final = ("text", "json", "csv", "html", "xlsx", "junit", "sarif", "github")
FORMAT_OF_SUFFIX: Final = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".xml": "junit",
    ".sarif": "sarif",
}
_ALL = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the reports of one run have in common. `selection` was applied to them already."""

    as_of: date
    mask: bool = False
    language: Language = "en"
    selection: Selection = _ALL
    all_places: bool = False
    """Whether the reports list every place, so that a form that shows one of each finding shows all."""


def rendered(reports: Sequence[FileReport], form: str, run: Run) -> bytes:
    """The reports as a file of one of `FORMATS`, in UTF-8 where it is text.

    Raises:
        KeyError: there is no such form.
    """
    if form == "xlsx":
        from contributions.outputs.as_xlsx import reports_as_xlsx

        return reports_as_xlsx(_shown(reports, run), as_of=run.as_of, language=run.language)
    return _AS_TEXT[form](reports, run).encode()


def _shown(reports: Sequence[FileReport], run: Run) -> Sequence[FileReport]:
    if not run.mask:
        return reports
    from contributions.outputs.masking import masked

    return [masked(report) for report in reports]


def _text(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.style import Style
    from contributions.outputs.terminal import report_as_text

    style = Style(language=run.language)
    texts = [report_as_text(report, style) for report in _shown(reports, run)]
    ends = ["\n" if report.findings else "" for report in reports[:-1]]
    return "".join(text + end for text, end in zip(texts, [*ends, ""], strict=True))


def _json(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_json import reports_as_json

    text = reports_as_json(
        reports, as_of=run.as_of, mask=run.mask, language=run.language, selection=run.selection
    )
    return text + "\n"


def _csv(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_csv import reports_as_csv

    return reports_as_csv(_shown(reports, run), language=run.language)


def _html(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_html import reports_as_html

    return reports_as_html(_shown(reports, run), as_of=run.as_of, mask=run.mask, language=run.language)


def _junit(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_junit import reports_as_junit

    return reports_as_junit(
        _shown(reports, run), as_of=run.as_of, language=run.language, selection=run.selection
    )


def _sarif(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_sarif import reports_as_sarif

    return reports_as_sarif(_shown(reports, run), language=run.language) + "\n"


def _github(reports: Sequence[FileReport], run: Run) -> str:
    from contributions.outputs.as_github import reports_as_annotations

    return reports_as_annotations(_shown(reports, run), language=run.language, all_places=run.all_places)


_AS_TEXT = {
    "text": _text,
    "json": _json,
    "csv": _csv,
    "html": _html,
    "junit": _junit,
    "sarif": _sarif,
    "github": _github,
}
