"""Which findings of a report count: some chosen, some left out, warnings as grave as errors.

What stops the reading of a file, and what says that something could not be judged, is never left out:
a report without it would call a file valid that nobody judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.findings import FileReport, Finding, Severity, Verdict

__all__ = ["Selection", "Strict", "UnknownSelection"]


class Strict(StrEnum):
    """What makes a file invalid besides errors."""

    NO = "no"
    ASSUMED = "assumed"
    """What rests on an assumption about the portal, where it would be an error if that is right."""
    WARNINGS = "warnings"
    """Every warning."""


class UnknownSelection(ContributionsError):
    """No check has a code that begins so; `wanted` is what was given."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            T(
                f"no check has a code that begins with {wanted!r}; `assist explain` lists them",
                f"tiada semakan dengan kod yang bermula dengan {wanted!r}; `assist explain` menyenaraikannya",
            )
        )
        self.wanted = wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Codes or their beginnings (`AM`, `AM1`, `AM11`) to show alone or to leave out, and how strict to be."""

    select: tuple[str, ...] = ()
    """Empty for all."""
    ignore: tuple[str, ...] = ()
    strict: Strict = Strict.NO

    @classmethod
    def of(
        cls, select: Iterable[str] = (), ignore: Iterable[str] = (), strict: Strict = Strict.NO
    ) -> "Selection":
        """A selection of codes as people write them.

        Raises:
            UnknownSelection: no code begins as one of them does.
        """
        return cls(select=_known(select), ignore=_known(ignore), strict=strict)

    def applied(self, report: FileReport) -> FileReport:
        """The report with the findings that count, and the verdict that they give."""
        if self == _ALL:
            return report
        findings = tuple(self._graded(finding) for finding in report.findings if self._keeps(finding))
        left_out = report.left_out + len(report.findings) - len(findings)
        return replace(report, findings=findings, verdict=self._verdict(findings), left_out=left_out)

    def _graded(self, finding: Finding) -> Finding:
        """With the severity that it has where assumptions are trusted."""
        if self.strict is not Strict.ASSUMED or finding.if_trusted is None:
            return finding
        return replace(finding, severity=finding.if_trusted)

    def _keeps(self, finding: Finding) -> bool:
        if finding.severity is Severity.FILE or finding.leaves_open:
            return True
        chosen = not self.select or finding.code.startswith(self.select)
        return chosen and not (self.ignore and finding.code.startswith(self.ignore))

    def _verdict(self, findings: tuple[Finding, ...]) -> Verdict:
        if any(self.fails(finding) for finding in findings):
            return Verdict.INVALID
        if any(finding.leaves_open for finding in findings):
            return Verdict.COULD_NOT_TELL
        return Verdict.VALID

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes a file invalid."""
        if finding.leaves_open:
            return False
        if finding.severity is Severity.WARNING:
            return self.strict is Strict.WARNINGS
        return finding.severity in {Severity.FILE, Severity.ERROR}


_ALL = Selection()


def _known(wanted: Iterable[str]) -> tuple[str, ...]:
    wanted = tuple(wanted)
    if not wanted:
        return ()
    from contributions.checks.registry import shipped_codes

    codes = shipped_codes()
    found = []
    for text in wanted:
        begin = text.strip().upper()
        if not begin or not any(code.startswith(begin) for code in codes):
            raise UnknownSelection(text)
        found.append(begin)
    return tuple(dict.fromkeys(found))
