"""Reports that the tests of outputs share: one of each verdict, with a name that tries to break out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from contributions import FileReport, check, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
TAN = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")
HOSTILE = replace(SAMPLE, identity_number="010515105437", name="=<B>\"&'", eis_employee=6_70)


def good() -> FileReport:
    return check(write([SAMPLE, TAN]), as_of=AS_OF, name="good.txt")


def bad() -> FileReport:
    """An error on two lines, one of them of a person whose name is a formula and a tag."""
    return check(
        write([SAMPLE, replace(TAN, eis_employee=6_70), HOSTILE]), as_of=AS_OF, name="bad <1>, 50%.txt"
    )


def refused() -> FileReport:
    return check(b"PK\x03\x04 \x00\x01\xff", as_of=AS_OF, name="sheet.txt")


def missing() -> FileReport:
    return check(Path("no-such-file.txt"), as_of=AS_OF)


def every() -> list[FileReport]:
    return [good(), bad(), refused(), missing()]


def warned() -> FileReport:
    """Two people of one name."""
    return check(
        write([SAMPLE, replace(SAMPLE, identity_number="880515105437")]), as_of=AS_OF, name="warned.txt"
    )
