"""Hide who somebody is in a report, keeping every column where it is.

The last four characters of an identity number and the first letter of each word of a name stay, so that
whoever has the file can find the person. What is hidden in a line is hidden in every text about it, however
it is cut or joined there.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from contributions.bilingual import T
from contributions.checks.check import Check
from contributions.checks.registry import get_check
from contributions.checks.row import decoded
from contributions.findings import FileReport, Finding, Place
from contributions.identifiers import mykad
from contributions.layouts import C2, S1, Kind

__all__ = ["masked", "masked_line", "masked_name", "masked_number", "masked_unchecked"]

KEPT, MYKAD_DIGITS = 4, 12
LETTERS_THAT_TELL, DIGITS_THAT_TELL = 4, 6
"""So many letters of a name or digits of a number in a row say who somebody is."""
_WHO = frozenset({"employer_code", "ssm_number", "identity_number", "name"})
_WIDTHS = {C2.width, S1.width}
_WORD_REST = re.compile(r"(?<=[^\W_])[^\W_]+")
_LONG_NUMBER = re.compile(r"[0-9]+(?:-[0-9]+)+|[0-9]{6,}")
_IDENTITY = re.compile(r"(?<![0-9])[0-9]{6}-?[0-9]{2}-?[0-9]{4}(?![0-9])|[Ss][Ss][Ff][Dd]?[Ww][0-9]{6,}")
_YEAR = re.compile("19|20")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_OUR_WORDS = re.compile(r"-?RM [0-9,]+\.[0-9]{2}|(?:April|September|November) [0-9]{4}")
"""An amount or a month that could be read, as we write it in either language."""
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NOT_PLAIN = re.compile(r"[^\x00-\x7f]+")
_NAME_ENDS = C2["name"].columns.stop
_CODE_WIDTH = C2["employer_code"].length
_WHO_COLUMNS = slice(C2["identity_number"].columns.start, _NAME_ENDS)
_MONTH = re.compile(r"(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}")
_CODE = re.compile(r"[A-Za-z][0-9]+[A-Za-z]? *$")
_SSM = re.compile(r"(?:19|20)[0-9]{9,12}(?![0-9])(?:\([0-9A-Za-z-]+\))?|[0-9]{1,8}-?[A-Za-z](?![A-Za-z0-9])")
"""A new number, to which the old one may be added, with a digit or two lost or too many; an old one."""
_BEGINS, _ENDS = re.compile(r"^[^\W_]+"), re.compile(r"[^\W_]+$")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_RUN = re.compile(r"[A-Za-z0-9\x80-\xff]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")
_LETTERS_REST = re.compile(r"(?<=[^\W\d_])[^\W\d_]+")


def masked(report: FileReport) -> FileReport:
    """The report without identity numbers and names."""
    return replace(
        report,
        employer_codes=tuple(map(_code, report.employer_codes)),
        findings=tuple(_finding(finding) for finding in report.findings),
    )


def _finding(finding: Finding) -> Finding:
    return replace(
        finding, at=tuple(_place(place, finding.field, get_check(finding.code)) for place in finding.at)
    )


def _place(place: Place, field: str, check: Check) -> Place:
    is_ssm = field == "ssm_number"
    line = _anywhere(place.text) if check.sets_aside else masked_line(place.text)
    hidden = {
        place.employee: masked_number(place.employee),
        place.employee_name: masked_name(place.employee_name),
    }
    if field in _HEAD:  # the number of another line may be told too
        hidden |= {fact: _HEAD[field](fact) for fact in _data(check.message, place.message)}
    if field == "name":  # a name on record stands in no line
        hidden[place.expected.en] = masked_name(place.expected.en)
    is_read = field in _WHO or _OUR_WORDS.fullmatch(place.found.en) is not None
    if field and place.found.en == place.found.ms and not is_read:  # where nobody's name belongs
        hidden[place.found.en] = _stray(place.found.en)
    secrets = _secrets(place.text, line)
    ours = frozenset(_WORD_OR_NUMBER.findall(f"{check.message.en} {check.message.ms}"))

    def text(text: T) -> T:
        return _text(text, hidden, secrets, ours, is_ssm=is_ssm)

    return replace(
        place,
        employee=masked_number(place.employee),
        employee_name=masked_name(place.employee_name),
        found=text(place.found),
        expected=text(place.expected),
        message=text(place.message),
        mend=text(place.mend),
        text=line,
    )


def _data(text: T, said: T) -> set[str]:
    """What a message says of the file: its facts that are the same in both languages."""
    return _facts(text.en, said.en) & _facts(text.ms, said.ms)


def _facts(text: str, said: str) -> set[str]:
    match = re.fullmatch("(.*)".join(map(re.escape, _PLACEHOLDER.split(text))), said)
    return set(match.groups()) if match else set()


def _text(
    text: T, hidden: dict[str, str], secrets: frozenset[str], ours: frozenset[str], *, is_ssm: bool
) -> T:
    english, malay = text.en, text.ms
    for plain, stars in sorted(
        hidden.items(), key=lambda each: -len(each[0])
    ):  # a part would break the whole
        for shown in (plain, plain.replace(" ", "_")):
            if shown:
                english, malay = english.replace(shown, stars), malay.replace(shown, stars)
    english, malay = (_without_identities(each, is_ssm=is_ssm) for each in (english, malay))
    return T(_without_secrets(english, secrets, ours), _without_secrets(malay, secrets, ours))


def _secrets(plain: str, line: str) -> frozenset[str]:
    """The words and numbers of a line of which a letter is hidden, whole and as its fields cut them."""
    bounds = [0, *(field.columns.stop for field in C2), len(plain)]
    pieces = [slice(_WHO_COLUMNS.start, _WHO_COLUMNS.stop), *map(slice, bounds, bounds[1:])]
    if len(plain) not in _WIDTHS:
        pieces = [slice(0, len(plain))]
    return frozenset(
        decoded(run[0])
        for piece in pieces
        for run in _RUN.finditer(plain[piece])
        if run[0] != line[piece][run.start() : run.end()]
    )


def _without_secrets(text: str, secrets: frozenset[str], ours: frozenset[str]) -> str:
    """Without words and numbers of a line that are hidden in it, or parts of them that say who it is."""
    return _WORD_OR_NUMBER.sub(
        lambda match: match[0] if match[0] in ours else _unless_secret(match[0], secrets), text
    )


def _unless_secret(word: str, secrets: frozenset[str]) -> str:
    if word in secrets and word.isalpha():
        return masked_name(word)
    if _tells(word) and any(word in secret for secret in secrets):
        return masked_name(word) if word.isalpha() else "*" * len(word)
    return "*" * len(word) if any(_tells(secret) and secret in word for secret in secrets) else word


def _tells(text: str) -> bool:
    return len(text) >= (LETTERS_THAT_TELL if text.isalpha() else DIGITS_THAT_TELL)


def _without_identities(text: str, *, is_ssm: bool = False) -> str:
    """Without what looks like a MyKad; an employer's SSM number, which begins with a year, stays."""
    return _IDENTITY.sub(
        lambda match: match[0] if is_ssm and _YEAR.match(match[0]) else masked_number(match[0]), text
    )


def _stray(text: str) -> str:
    """Names and identity numbers in a month, an amount or a blank column; amounts stay."""
    return _WORDS.sub(lambda match: masked_name(match[0]), _without_identities(text))


def _line(text: str) -> str:
    text = _before(text[: _WHO_COLUMNS.start]) + text[_WHO_COLUMNS.start :]
    for name, hide in (("identity_number", masked_number), ("name", masked_name)):
        columns = C2[name].columns
        text = text[: columns.start] + hide(_plain(text[columns])) + text[columns.stop :]
    for field in S1 if len(text) == S1.width else C2:
        if field.columns.start >= _NAME_ENDS:
            hide = _anywhere if field.kind is Kind.FILLER else _stray
            text = text[: field.columns.start] + hide(text[field.columns]) + text[field.columns.stop :]
    return text if _MONTH.match(text, _NAME_ENDS) else _without_number_in_amounts(text)


def _without_number_in_amounts(text: str) -> str:
    """A line without a month at its place, whose amounts may be the end of a number."""
    rest = text[_NAME_ENDS:]
    if text[_NAME_ENDS - 1] != " ":
        rest = _BEGINS.sub(_starred, rest)
    for at in range(len(rest)):
        if mykad.is_valid(rest[at : at + MYKAD_DIGITS]):
            rest = rest[:at] + masked_number(rest[at : at + MYKAD_DIGITS]) + rest[at + MYKAD_DIGITS :]
    return text[:_NAME_ENDS] + rest


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
    who = _WHO_COLUMNS.start
    if len(text) not in _WIDTHS or text[0].isdigit() or text[who - 1] != " ":
        return _anywhere(text)
    return _line(text)


def _before(text: str) -> str:
    """The columns of employer code and SSM number: these stay, and nobody else's number or name does."""
    code, ssm = _code(text[:_CODE_WIDTH]), _ssm(text[_CODE_WIDTH:])
    if text[_CODE_WIDTH - 1] != " " and not (_CODE.match(text[:_CODE_WIDTH]) or _SSM.match(ssm)):
        ssm = _BEGINS.sub(_starred, ssm)  # it began in the employer code
    return code + _ENDS.sub(_starred, ssm)  # it goes on in the identity number


def _code(text: str) -> str:
    return text if _CODE.match(text) else _nobody(text)


def _ssm(text: str) -> str:
    if _CODE.match(text):  # told beside the SSM number
        return text
    number = _SSM.match(text)
    end = number.end() if number else 0
    return text[:end] + _nobody(text[end:])


_HEAD: dict[str, Callable[[str], str]] = {"employer_code": _code, "ssm_number": _ssm}


def _nobody(text: str) -> str:
    """A text without names and long numbers."""
    hidden = _LONG_NUMBER.sub(lambda match: masked_number(match[0]), _without_identities(_plain(text)))
    return _WORDS.sub(lambda match: masked_name(match[0]), hidden)


def _starred(match: re.Match[str]) -> str:
    return "*" * len(match[0])


def _anywhere(text: str) -> str:
    """A line whose fields are not in their columns: every number and every word in it."""
    numbers = _LONG_NUMBER.sub(lambda match: masked_number(match[0]), text)
    return _LETTERS_REST.sub(_starred, _plain(numbers))


def _plain(text: str) -> str:
    """Without letters that are not plain: a line has them in bytes, so that each would be a first letter."""
    return _NOT_PLAIN.sub(_starred, text)


def masked_number(text: str) -> str:
    """An identity number of which the end stays."""
    number = text.rstrip()
    kept = _WORDS.sub(_starred, number[-KEPT:]) if len(number) > KEPT else ""
    return ("*" * (len(number) - len(kept)) + kept).ljust(len(text))


def masked_name(text: str) -> str:
    """A name of which the first letter of each word stays."""
    return _WORD_REST.sub(_starred, text)
