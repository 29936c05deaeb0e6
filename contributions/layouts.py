"""The layouts of contribution files: what stands in which columns.

Layout C2 is the combined SOCSO + EIS + LINDUNG 24 JAM file, format 2 of 13 February 2026
(contribution-files notes, section 3: eight public programs agree on every position). Positions are
written here and nowhere else; reader, writer, checks, ruler and documentation take them from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contributions.bilingual import T

__all__ = ["C2", "LAYOUTS", "OTHER_LAYOUTS", "Field", "Kind", "Layout", "OtherLayout"]


class Kind(StrEnum):
    """What a field holds, which decides how it is read, written and checked."""

    TEXT = "text"
    """Printable characters, left justified, filled with spaces."""
    SEN = "sen"
    """Digits, right justified, filled with spaces or zeros."""
    MONTH = "month"
    """MMYYYY."""
    FILLER = "filler"
    """Spaces."""


@dataclass(frozen=True, slots=True)
class Field:
    """A slice of a line. `start` is the first column, 1-based as in the specification."""

    name: str
    start: int
    length: int
    kind: Kind
    title: T
    short: T
    """A title for the ruler, not wider than the field can bear."""
    required: bool = True

    @property
    def end(self) -> int:
        """The last column, 1-based and inclusive."""
        return self.start + self.length - 1

    @property
    def columns(self) -> slice:
        """The field as a slice of a line."""
        return slice(self.start - 1, self.end)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table of fields that together make a line of fixed width."""

    name: str
    title: T
    source: str
    fields: tuple[Field, ...]

    @property
    def width(self) -> int:
        """Bytes in a line, without its end."""
        return self.fields[-1].end

    @property
    def trimmed_width(self) -> int:
        """Bytes left when an editor has cut the spaces of the fillers."""
        return self.fillers[0].start - 1

    @property
    def amounts(self) -> tuple[Field, ...]:
        """The money fields, in order."""
        return self.of_kind(Kind.SEN)

    @property
    def shares(self) -> tuple["Field", ...]:
        """The money fields but the wage, in order."""
        return tuple(field for field in self.amounts if field.name != "wage")

    @property
    def texts(self) -> tuple[Field, ...]:
        """The text fields, in order."""
        return self.of_kind(Kind.TEXT)

    @property
    def fillers(self) -> tuple[Field, ...]:
        """The fields that stay blank, in order."""
        return self.of_kind(Kind.FILLER)

    def of_kind(self, kind: Kind) -> tuple[Field, ...]:
        """The fields of one kind, in order."""
        return tuple(field for field in self.fields if field.kind is kind)

    def __getitem__(self, name: str) -> Field:
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)


@dataclass(frozen=True, slots=True)
class OtherLayout:
    """A layout that is recognised by its line width and explained, but not read."""

    name: str
    width: int
    """Bytes in a line; 0 when it varies."""
    title: T
    accepted_until: date
    trimmed_width: int = 0
    """Bytes in a line whose trailing spaces were cut; 0 when that cannot happen."""


C2 = Layout(
    name="C2",
    title=T(
        "combined SOCSO, EIS and LINDUNG 24 JAM, format 2",
        "gabungan PERKESO, SIP dan LINDUNG 24 JAM, format 2",
    ),
    source="contribution-files 3",
    fields=(
        Field("employer_code", 1, 12, Kind.TEXT, T("employer code", "kod majikan"), T("employer", "majikan")),
        Field(
            "ssm_number", 13, 20, Kind.TEXT,
            T("MyCoID / SSM number", "nombor MyCoID / SSM"), T("SSM number", "nombor SSM"), required=False,
        ),
        Field(
            "identity_number", 33, 12, Kind.TEXT,
            T("identity number", "nombor pengenalan"), T("identity", "pengenalan"),
        ),
        Field("name", 45, 150, Kind.TEXT, T("employee name", "nama pekerja"), T("name", "nama")),
        Field("month", 195, 6, Kind.MONTH, T("contribution month", "bulan caruman"), T("month", "bulan")),
        Field("wage", 201, 14, Kind.SEN, T("wage", "gaji"), T("wage", "gaji")),
        Field(
            "socso_employer", 215, 6, Kind.SEN,
            T("SOCSO employer share", "caruman PERKESO majikan"), T("SOC er", "PKS mj"),
        ),
        Field(
            "socso_employee", 221, 6, Kind.SEN,
            T("SOCSO employee share", "caruman PERKESO pekerja"), T("SOC ee", "PKS pk"),
        ),
        Field(
            "eis_employer", 227, 6, Kind.SEN,
            T("EIS employer share", "caruman SIP majikan"), T("EIS er", "SIP mj"),
        ),
        Field(
            "eis_employee", 233, 6, Kind.SEN,
            T("EIS employee share", "caruman SIP pekerja"), T("EIS ee", "SIP pk"),
        ),
        Field("lindung", 239, 6, Kind.SEN, T("LINDUNG 24 JAM", "LINDUNG 24 JAM"), T("LIND24", "LIND24")),
        Field("filler_1", 245, 14, Kind.FILLER, T("filler 1", "ruang kosong 1"), T("filler 1", "kosong 1")),
        Field("filler_2", 259, 20, Kind.FILLER, T("filler 2", "ruang kosong 2"), T("filler 2", "kosong 2")),
    ),
)  # fmt: skip

LAST_DAY_OF_OLD_LAYOUTS = date(2026, 9, 30)
LAST_DAY_OF_DISKETTES = date(2019, 12, 31)  # assumed: contribution-files 6 says "to 2017/2019"

OTHER_LAYOUTS = {
    layout.name: layout
    for layout in (
        OtherLayout(
            "C1", 278,
            T("combined SOCSO and EIS, format 1.0", "gabungan PERKESO dan SIP, format 1.0"),
            LAST_DAY_OF_OLD_LAYOUTS, trimmed_width=238,
        ),
        OtherLayout(
            "S1", 223, T("SOCSO alone", "PERKESO sahaja"), LAST_DAY_OF_OLD_LAYOUTS, trimmed_width=214,
        ),
        OtherLayout(
            "E1", 223, T("EIS alone (Lampiran 1)", "SIP sahaja (Lampiran 1)"), LAST_DAY_OF_OLD_LAYOUTS,
            trimmed_width=214,
        ),
        OtherLayout("D1", 83, T("diskette BRG8A", "disket BRG8A"), LAST_DAY_OF_DISKETTES),
        OtherLayout(
            "K1", 0, T("comma list SIPE", "senarai berkoma SIPE"), LAST_DAY_OF_OLD_LAYOUTS,
        ),
    )
}  # fmt: skip

LAYOUTS = frozenset({C2.name, *OTHER_LAYOUTS})
