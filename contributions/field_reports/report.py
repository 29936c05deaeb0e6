"""One report: what a portal did with a file, what form the file had, and which rules that bears on.

It is TOML that a person can read before it is sent. It names no person and no employer: the file is known by
a hash of what is left when they are blanked.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from contributions.field_reports.outcome import FieldReportInvalid, Outcome
from contributions.layouts import LAYOUTS
from contributions.months import NotAMonth, YearMonth

__all__ = ["FORMS", "LONGEST_WORDS", "UNKNOWN_LAYOUT", "FieldReport", "as_toml", "parse_report"]

REPORT_VERSION = 1
UNKNOWN_LAYOUT = "unknown"
LONGEST_WORDS = 2_000
FORMS: Mapping[str, tuple[str, ...]] = {
    "fill": ("spaces", "zeros", "both", "none"),
    "line_ends": ("CRLF", "LF", "CR", "mixed", "none"),
    "last_line": ("ended", "not ended"),
    "order": ("name", "identity number", "other", "one record"),
    "ssm_number": ("filled", "blank", "both"),
    "letters": ("upper", "mixed"),
    "characters": ("ASCII", "other"),
    "size": ("1-9", "10-99", "100-999", "1000-9999", "10000 and more"),
}
"""How a file was written: questions that sources leave open, and the answers that a file gives of itself."""
_PERSONAL = re.compile(r"[0-9]{6,}|(?<![0-9])[0-9]{6}-[0-9]{2}-[0-9]{4}|\b[A-Za-z][0-9]{7,}[A-Za-z]?\b|@")
_CODE = re.compile(r"[A-Z]{2}[0-9]{2}")
_HASH = re.compile(r"[0-9a-f]{64}")
_KEYS = (
    "version", "example", "date", "layout", "outcome", "portal_said", "rules", "month", "ruleset", "form",
    "masked_sha256",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldReport:
    """What a portal did with one file."""

    date: date
    """The day of the upload."""
    layout: str
    """The layout that the lines have, or `unknown`."""
    outcome: Outcome
    portal_said: str
    """The portal's words, without numbers that belong to somebody; empty where nobody wrote them down."""
    rules: tuple[str, ...]
    """Codes of the checks whose findings the file had and on which the outcome bears."""
    form: Mapping[str, str]
    """How the file was written: some of `FORMS`."""
    month: YearMonth | None
    ruleset: str
    masked_sha256: str
    """Of the file with employers, numbers and names blanked: it is known again, nobody in it is."""
    is_example: bool = False
    """Whether it only shows what a report looks like; it is never counted."""


def parse_report(text: str, where: str) -> FieldReport:
    """The report in a TOML text; `where` is what its file is called.

    Raises:
        FieldReportInvalid: it is none, says what cannot be, or names somebody.
    """
    try:
        facts = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FieldReportInvalid(where, f"is not TOML: {error}") from None
    return _Facts(facts, where).report()


def as_toml(report: FieldReport) -> str:
    """A report as it is written to a file."""
    lines = [
        f"version = {REPORT_VERSION}",
        *(["example = true"] if report.is_example else []),
        f"date = {report.date.isoformat()}",
        f"layout = {_quoted(report.layout)}",
        f"outcome = {_quoted(report.outcome.value)}",
        f"portal_said = {_quoted(report.portal_said)}",
        f"rules = [{', '.join(_quoted(code) for code in report.rules)}]",
        *([f"month = {_quoted(str(report.month))}"] if report.month else []),
        f"ruleset = {_quoted(report.ruleset)}",
        f"masked_sha256 = {_quoted(report.masked_sha256)}",
        "",
        "[form]",
        *(f"{name} = {_quoted(value)}" for name, value in report.form.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    import json

    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return json.dumps(printable, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a TOML text says, on its way to a report."""

    facts: Mapping[str, Any]
    where: str

    def report(self) -> FieldReport:
        """The report, when everything in it is as it must be."""
        for key in self.facts:
            if key not in _KEYS:
                raise self.wrong(f"has {key!r}, which a report does not have")
        if self.facts.get("version") != REPORT_VERSION:
            raise self.wrong(f"version is {REPORT_VERSION}, not {self.facts.get('version')!r}")
        return FieldReport(
            date=self.taken("date", lambda value: value if _is_day(value) else None, "a day as YYYY-MM-DD"),
            layout=self.one_of("layout", (*sorted(LAYOUTS), UNKNOWN_LAYOUT)),
            outcome=Outcome(self.one_of("outcome", tuple(Outcome))),
            portal_said=self.words("portal_said"),
            rules=self.rules(),
            form=self.form(),
            month=self.month(),
            ruleset=self.words("ruleset"),
            masked_sha256=self.taken("masked_sha256", _hash, "64 letters and digits"),
            is_example=self.facts.get("example") is True,
        )

    def wrong(self, reason: str) -> FieldReportInvalid:
        """The error for a reason."""
        return FieldReportInvalid(self.where, reason)

    def taken(self, key: str, read: Callable[[object], Any], what: str) -> Any:
        """The value of a key, which `read` turns into nothing where it is none."""
        value = read(self.facts.get(key))
        if value is None:
            raise self.wrong(f"{key} is {what}, not {self.facts.get(key)!r}")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """A value that is one of some."""
        found = self.facts.get(key)
        if not (isinstance(found, str) and found in allowed):
            raise self.wrong(f"{key} is one of {', '.join(allowed)}, not {found!r}")
        return str(found)

    def words(self, key: str) -> str:
        """A text that names nobody."""
        text = str(self.taken(key, lambda value: value if isinstance(value, str) else None, "a text"))
        if len(text) > LONGEST_WORDS:
            raise self.wrong(f"{key} has {len(text):,} letters; {LONGEST_WORDS:,} are enough")
        if _PERSONAL.search(text):
            raise self.wrong(f"{key} has a number or an address that may belong to somebody; take it out")
        return text

    def rules(self) -> tuple[str, ...]:
        """The codes, each of a check that there is or was."""
        from contributions.checks.registry import shipped_codes

        found = self.facts.get("rules")
        if not (isinstance(found, list) and all(isinstance(code, str) for code in found)):
            raise self.wrong(f'rules is a list of codes such as ["FL12"], not {found!r}')
        known = shipped_codes() if found else ()
        for code in found:
            if not _CODE.fullmatch(code) or code not in known:
                raise self.wrong(f"rules has {code!r}, which is no check; assist explain lists them")
        return tuple(dict.fromkeys(found))

    def form(self) -> Mapping[str, str]:
        """How the file was written."""
        found = self.facts.get("form", {})
        if not isinstance(found, dict):
            raise self.wrong("form is a table, [form]")
        for name, value in found.items():
            if name not in FORMS:
                raise self.wrong(f"[form] has {name!r}; it takes {', '.join(FORMS)}")
            if value not in FORMS[name]:
                raise self.wrong(f"{name} is one of {', '.join(FORMS[name])}, not {value!r}")
        return found

    def month(self) -> YearMonth | None:
        """The contribution month; a file that could not be read has none."""
        found = self.facts.get("month")
        try:
            return (
                None if found is None else YearMonth.parse(found if isinstance(found, str) else repr(found))
            )
        except NotAMonth as error:
            raise self.wrong(f"month: {error}") from None


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _hash(value: object) -> str | None:
    return value if isinstance(value, str) and _HASH.fullmatch(value) else None
