"""Hide who somebody is in a report, keeping every column where it is.

The last four characters of an identity number and the first letter of each word of a name stay, so that
whoever has the file can find the person.
"""

import re
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.registry import get_check
from contributions.findings import FileReport, Finding, Place
from contributions.layouts import C2, S1, Kind

__all__ = ["masked", "masked_line", "masked_name", "masked_number", "masked_unchecked"]

KEPT = 4
_WHO = frozenset({"employer_code", "ssm_number", "identity_number", "name"})
_WIDTHS = {C2.width, S1.width}
_WORD_REST = re.compile(r"(?<=[^\W_])[^\W_]+")
_LONG_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)+|[0-9]{6,}")
_IDENTITY = re.compile(r"(?<![0-9])[0-9]{6}-?[0-9]{2}-?[0-9]{4}(?![0-9])")
_YEAR = re.compile("19|20")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_OUR_WORDS = re.compile(r"-?RM [0-9,]+\.[0-9]{2}|(?:April|September|November) [0-9]{4}")
"""An amount or a month that could be read, as we write it in either language."""
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NOT_PLAIN = re.compile(r"[^\x00-\x7f]+")
_NAME_ENDS = C2["name"].columns.stop
_LETTERS_REST = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")


def masked(report: FileReport) -> FileReport:
    """The report without identity numbers and names."""
    return replace(report, findings=tuple(_finding(finding) for finding in report.findings))


def _finding(finding: Finding) -> Finding:
    in_columns = not get_check(finding.code).sets_aside
    return replace(
        finding, at=tuple(_place(place, finding.field, in_columns=in_columns) for place in finding.at)
    )


def _place(place: Place, field: str, *, in_columns: bool) -> Place:
    is_ssm = field == "ssm_number"
    hidden = {
        place.employee: masked_number(place.employee),
        place.employee_name: masked_name(place.employee_name),
    }
    is_read = field in _WHO or _OUR_WORDS.fullmatch(place.found.en) is not None
    if field and place.found.en == place.found.ms and not is_read:  # where nobody's name belongs
        hidden[place.found.en] = _stray(place.found.en)
    return replace(
        place,
        employee=masked_number(place.employee),
        employee_name=masked_name(place.employee_name),
        found=_text(place.found, hidden, is_ssm=is_ssm),
        expected=_text(place.expected, hidden, is_ssm=is_ssm),
        message=_text(place.message, hidden, is_ssm=is_ssm),
        mend=_text(place.mend, hidden, is_ssm=is_ssm),
        text=masked_line(place.text) if in_columns else _anywhere(place.text),
    )


def _text(text: T, hidden: dict[str, str], *, is_ssm: bool) -> T:
    english, malay = text.en, text.ms
    for plain, stars in hidden.items():
        for shown in (plain, plain.replace(" ", "_")):
            if shown:
                english, malay = english.replace(shown, stars), malay.replace(shown, stars)
    return T(_without_identities(english, is_ssm=is_ssm), _without_identities(malay, is_ssm=is_ssm))


def _without_identities(text: str, *, is_ssm: bool = False) -> str:
    """Without what looks like a MyKad; an employer's SSM number, which begins with a year, stays."""
    return _IDENTITY.sub(
        lambda match: match[0] if is_ssm and _YEAR.match(match[0]) else masked_number(match[0]), text
    )


def _stray(text: str) -> str:
    """Names and identity numbers in a month, an amount or a blank column; amounts stay."""
    return _WORDS.sub(lambda match: masked_name(match[0]), _without_identities(text))


def _line(text: str) -> str:
    for name, hide in (("identity_number", masked_number), ("name", masked_name)):
        columns = C2[name].columns
        text = text[: columns.start] + hide(_plain(text[columns])) + text[columns.stop :]
    for field in S1 if len(text) == S1.width else C2:
        if field.columns.start >= _NAME_ENDS:
            hide = _anywhere if field.kind is Kind.FILLER else _stray
            text = text[: field.columns.start] + hide(text[field.columns]) + text[field.columns.stop :]
    return text


def masked_line(text: str) -> str:
    """A line of a file without its identity number and name, or without any when its fields are elsewhere."""
    return _line(text) if len(text) in _WIDTHS else _anywhere(text)


def masked_unchecked(text: str) -> str:
    """A line of which no finding says whether its fields are in their columns: `text` has a letter a byte.

    Where a number begins the line or something touches the identity number from the left, or where a letter
    is wider than a byte, all of the line is hidden that could be somebody.
    """
    if not text.isprintable():
        return _LETTER_OR_DIGIT.sub("*", text)
    who = C2["identity_number"].columns.start
    if len(text) not in _WIDTHS or text[0].isdigit() or text[who - 1] != " ":
        return _anywhere(text)
    return _before(text[:who]) + _line(text)[who:]


def _before(text: str) -> str:
    """The columns of employer code and SSM number: these stay, and nobody else's number or name does."""
    ssm = C2["ssm_number"].columns.start
    shown = _IDENTITY.sub(
        lambda match: match[0] if match.start() == ssm and _YEAR.match(match[0]) else masked_number(match[0]),
        text,
    )
    return _WORDS.sub(lambda match: masked_name(match[0]), shown)


def _anywhere(text: str) -> str:
    """A line whose fields are not in their columns: every number and every word in it."""
    numbers = _LONG_NUMBER.sub(lambda match: masked_number(match[0]), text)
    return _LETTERS_REST.sub(lambda match: "*" * len(match[0]), _plain(numbers))


def _plain(text: str) -> str:
    """Without letters that are not plain: a line has them in bytes, so that each would be a first letter."""
    return _NOT_PLAIN.sub(lambda match: "*" * len(match[0]), text)


def masked_number(text: str) -> str:
    """An identity number of which the end stays."""
    number = text.rstrip()
    kept = number[-KEPT:] if len(number) > KEPT else ""
    return ("*" * (len(number) - len(kept)) + kept).ljust(len(text))


def masked_name(text: str) -> str:
    """A name of which the first letter of each word stays."""
    return _WORD_REST.sub(lambda match: "*" * len(match[0]), text)
