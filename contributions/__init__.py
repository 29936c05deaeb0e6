"""The domain: contribution files, rates, identifiers, checks. It knows no web, no browser, no database.

Other rooms import from this package. Names are loaded when first used, so that a command that only
needs a month or an amount does not pay for NumPy.
"""

from typing import TYPE_CHECKING

from contributions.lazy_names import loader_of

if TYPE_CHECKING:
    from contributions.accepting import AcceptRule
    from contributions.bilingual import Language, T
    from contributions.checking import check
    from contributions.checks.registry import all_checks, get_check
    from contributions.clock import DayOutside
    from contributions.computing import AgeUnknown, Amounts, Group, Person, compute
    from contributions.errors import (
        ContributionsError,
        NotWritable,
        RatesUnknown,
        UnknownCheck,
        UnreadableFile,
        UnreadableLine,
    )
    from contributions.expectations import PortalExpectations, RosterEntry
    from contributions.findings import FileReport, Finding, Place, Severity, Totals, Verdict
    from contributions.layouts import C1, C2, E1, S1
    from contributions.money import NotAnAmount, format_sen, parse_ringgit
    from contributions.months import NotAMonth, YearMonth
    from contributions.outputs.as_csv import findings_as_csv
    from contributions.outputs.as_json import reports_as_json
    from contributions.outputs.style import Style
    from contributions.outputs.terminal import report_as_text
    from contributions.reading import read, read_single
    from contributions.record import Record, SingleRecord
    from contributions.rosters import UnreadableRoster, read_roster
    from contributions.writing import write

_HOMES = {
    "accepting": ("AcceptRule",),
    "bilingual": ("Language", "T"),
    "computing": ("AgeUnknown", "Amounts", "Group", "Person", "compute"),
    "checking": ("check",),
    "checks.registry": ("all_checks", "get_check"),
    "clock": ("DayOutside",),
    "errors": (
        "ContributionsError",
        "NotWritable",
        "RatesUnknown",
        "UnknownCheck",
        "UnreadableFile",
        "UnreadableLine",
    ),
    "expectations": ("PortalExpectations", "RosterEntry"),
    "findings": ("FileReport", "Finding", "Place", "Severity", "Totals", "Verdict"),
    "layouts": ("C1", "C2", "E1", "S1"),
    "money": ("NotAnAmount", "format_sen", "parse_ringgit"),
    "months": ("NotAMonth", "YearMonth"),
    "outputs.as_csv": ("findings_as_csv",),
    "outputs.as_json": ("reports_as_json",),
    "outputs.style": ("Style",),
    "outputs.terminal": ("report_as_text",),
    "reading": ("read", "read_single"),
    "record": ("Record", "SingleRecord"),
    "rosters": ("UnreadableRoster", "read_roster"),
    "writing": ("write",),
}

__all__ = [
    "C1",
    "C2",
    "E1",
    "S1",
    "AcceptRule",
    "AgeUnknown",
    "Amounts",
    "ContributionsError",
    "DayOutside",
    "FileReport",
    "Finding",
    "Group",
    "Language",
    "NotAMonth",
    "NotAnAmount",
    "NotWritable",
    "Person",
    "Place",
    "PortalExpectations",
    "RatesUnknown",
    "Record",
    "RosterEntry",
    "Severity",
    "SingleRecord",
    "Style",
    "T",
    "Totals",
    "UnknownCheck",
    "UnreadableFile",
    "UnreadableLine",
    "UnreadableRoster",
    "Verdict",
    "YearMonth",
    "all_checks",
    "check",
    "compute",
    "findings_as_csv",
    "format_sen",
    "get_check",
    "parse_ringgit",
    "read",
    "read_roster",
    "read_single",
    "report_as_text",
    "reports_as_json",
    "write",
]


__getattr__ = loader_of(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
