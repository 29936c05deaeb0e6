"""Hide who somebody is in a report, keeping every column where it is.

The last four characters of an identity number and the first letter of each word of a name stay, so that
whoever has the file can find the person.
"""

import re
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.registry import get_check
from contributions.findings import FileReport, Finding, Place
from contributions.layouts import C2, S1

__all__ = ["masked", "masked_line", "masked_name", "masked_number"]

KEPT = 4
_WIDTHS = {C2.width, S1.width}
_WORD_REST = re.compile(r"(?<=[^\W_])[^\W_]+")
_LONG_NUMBER = re.compile(r"[0-9]{6,}")
_LETTERS_REST = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")


def masked(report: FileReport) -> FileReport:
    """The report without identity numbers and names."""
    return replace(report, findings=tuple(_finding(finding) for finding in report.findings))


def _finding(finding: Finding) -> Finding:
    in_columns = not get_check(finding.code).sets_aside
    return replace(finding, at=tuple(_place(place, in_columns=in_columns) for place in finding.at))


def _place(place: Place, *, in_columns: bool) -> Place:
    hidden = {
        place.employee: masked_number(place.employee),
        place.employee_name: masked_name(place.employee_name),
    }
    return replace(
        place,
        employee=masked_number(place.employee),
        employee_name=masked_name(place.employee_name),
        found=_text(place.found, hidden),
        expected=_text(place.expected, hidden),
        message=_text(place.message, hidden),
        mend=_text(place.mend, hidden),
        text=masked_line(place.text) if in_columns else _anywhere(place.text),
    )


def _text(text: T, hidden: dict[str, str]) -> T:
    english, malay = text.en, text.ms
    for plain, stars in hidden.items():
        for shown in (plain, plain.replace(" ", "_")):
            if shown:
                english, malay = english.replace(shown, stars), malay.replace(shown, stars)
    return T(english, malay)


def _line(text: str) -> str:
    for name, hide in (("identity_number", masked_number), ("name", masked_name)):
        columns = C2[name].columns
        text = text[: columns.start] + hide(text[columns]) + text[columns.stop :]
    return text


def masked_line(text: str) -> str:
    """A line of a file without its identity number and name, or without any when its fields are elsewhere."""
    return _line(text) if len(text) in _WIDTHS else _anywhere(text)


def _anywhere(text: str) -> str:
    """A line whose fields are not in their columns: every number and every word in it."""
    numbers = _LONG_NUMBER.sub(lambda match: masked_number(match[0]), text)
    return _LETTERS_REST.sub(lambda match: "*" * len(match[0]), numbers)


def masked_number(text: str) -> str:
    """An identity number of which the end stays."""
    number = text.rstrip()
    kept = number[-KEPT:] if len(number) > KEPT else ""
    return ("*" * (len(number) - len(kept)) + kept).ljust(len(text))


def masked_name(text: str) -> str:
    """A name of which the first letter of each word stays."""
    return _WORD_REST.sub(lambda match: "*" * len(match[0]), text)
