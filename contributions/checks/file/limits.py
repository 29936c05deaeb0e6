"""FL: what a portal may refuse to take: a large file, another ending of the name."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import PurePath
from string import ascii_uppercase

from contributions.bilingual import T
from contributions.checks.check import Check, Sight, Sighting
from contributions.checks.examples import SAMPLE, Example, record
from contributions.checks.whole_file import WholeFile
from contributions.findings import Severity
from contributions.writing import write

__all__ = ["CHECKS", "MOST_BYTES", "MOST_ROWS"]

MOST_ROWS = 10_000  # assumed: contribution-files 2
MOST_BYTES = 5 * 1_048_576  # assumed: contribution-files 2; a megabyte as Windows counts, the more lenient


def _crowd() -> bytes:
    """More records than the limit, each of another person."""
    letters = ["".join(parts) for parts in product(ascii_uppercase, repeat=3)]
    people = (
        replace(
            SAMPLE, identity_number=f"SSFW{number:08}", name=letters[number], eis_employer=0, eis_employee=0
        )
        for number in range(MOST_ROWS + 1)
    )
    return write(people)


def _too_large(file: WholeFile) -> Iterator[Sighting]:
    lines, size = file.reading.lines, file.reading.size
    if lines > MOST_ROWS or size > MOST_BYTES:
        found = T(f"{lines:,} lines, {size:,} bytes", f"{lines:,} baris, {size:,} bait")
        severity = Severity.WARNING if file.context.portal_limits else Severity.INFO
        yield Sighting(places=1, at=(Sight(found=found),), severity=severity)


def _other_ending(file: WholeFile) -> Iterator[Sighting]:
    ending = PurePath(file.context.name).suffix if file.context.name else ".txt"
    if ending.lower() != ".txt":
        ends = (
            T(f"ends in {ending}", f"berakhir dengan {ending}")
            if ending
            else T("has no ending", "tiada hujung")
        )
        found = T.same(ending) if ending else T("no ending", "tiada hujung nama")
        yield Sighting(places=1, at=(Sight(found=found, expected=T.same(".txt"), facts={"ends": ends}),))


FL21 = Check(
    code="FL21",
    severity=Severity.INFO,
    source="contribution-files 10.1 F01, F20",
    mark="assumed",
    if_trusted=Severity.ERROR,
    title=T("A very large file", "Fail terlalu besar"),
    why=T(
        "No limit of the portal is known; 10,000 lines and 5 MB (of 1,048,576 bytes, as Windows "
        "counts) are assumed. It counts as a warning when portal limits are asked for.",
        "Had portal tidak diketahui; 10,000 baris dan 5 MB (1,048,576 bait setiap MB, seperti kiraan "
        "Windows) diandaikan. Ia menjadi amaran apabila had portal diminta.",
    ),
    message=T("The file has {found}.", "Fail mempunyai {found}."),
    mend=T("Split the file if the portal refuses it.", "Pecahkan fail jika portal menolaknya."),
    seen=_too_large,
    bad=Example(content=_crowd),
    good=record(),
)

FL23 = Check(
    code="FL23",
    severity=Severity.WARNING,
    source="contribution-files 10.1 F01",
    mark="vendor",
    title=T("The name does not end in .txt", "Nama fail tidak berakhir dengan .txt"),
    why=T(
        "Vendors upload files whose names end in .txt or .TXT.",
        "Vendor memuat naik fail yang namanya berakhir dengan .txt atau .TXT.",
    ),
    message=T("The name of the file {ends}.", "Nama fail {ends}."),
    mend=T("Let the name end in .txt.", "Jadikan nama fail berakhir dengan .txt."),
    seen=_other_ending,
    bad=Example(content=write([SAMPLE]), name="october.dat"),
    good=Example(content=write([SAMPLE]), name="OCTOBER.TXT"),
)

CHECKS = (FL21, FL23)
