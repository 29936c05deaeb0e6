"""The layouts of contribution files: what stands in which columns.

C2 is the combined SOCSO + EIS + LINDUNG 24 JAM file, format 2 of 13 February 2026; C1 the combined file
before it; S1 and E1 the files of one scheme; D1 and K1 what programs wrote before ASSIST (contribution-files
notes, sections 1 and 3 to 6). Positions are written here and nowhere else; reader, writer, checks, ruler and
documentation take them from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contributions.bilingual import T

__all__ = [
    "BEFORE_ASSIST",
    "C1",
    "C2",
    "COMBINED",
    "D1",
    "E1",
    "K1",
    "LAYOUTS",
    "READ",
    "S1",
    "SINGLE",
    "WAGE",
    "CommaList",
    "Field",
    "Kind",
    "Layout",
    "known_layout",
    "layout_named",
]


class Kind(StrEnum):
    """What a field holds, which decides how it is read, written and checked."""

    TEXT = "text"
    """Printable characters, left justified, filled with spaces."""
    SEN = "sen"
    """Digits, right justified, filled with spaces or zeros."""
    MONTH = "month"
    """MMYYYY."""
    DATE = "date"
    """DDMMYYYY, or spaces."""
    STATUS = "status"
    """One letter, or a space."""
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
    """Whether a line of the layout, or of an older one read by the same table, always fills it."""

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
    may_end_after: tuple[str, ...] = ()
    """Fields after which a line may hold nothing but spaces, so that an editor may have cut it there."""

    @property
    def width(self) -> int:
        """Bytes in a line, without its end."""
        return self.fields[-1].end

    @property
    def trimmed_width(self) -> int:
        """Bytes left when an editor has cut the spaces at the end of a line with every field filled."""
        return self.trimmed_widths[0]

    @property
    def trimmed_widths(self) -> tuple[int, ...]:
        """Bytes left when an editor has cut spaces, longest first; none when a line does not end in some."""
        return tuple(self[name].end for name in self.may_end_after)

    @property
    def amounts(self) -> tuple[Field, ...]:
        """The money fields, in order."""
        return self.of_kind(Kind.SEN)

    @property
    def shares(self) -> tuple["Field", ...]:
        """The money fields but the wage, in order."""
        return tuple(field for field in self.amounts if field.name != WAGE)

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

    def __hash__(self) -> int:
        return hash(self.name)  # a table is asked for far more often than there are tables

    def __contains__(self, name: object) -> bool:
        return any(field.name == name for field in self.fields)

    def __getitem__(self, name: str) -> Field:
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)


@dataclass(frozen=True, slots=True)
class CommaList:
    """A layout whose fields are separated by commas; it is recognised and explained, but not read."""

    name: str
    title: T
    source: str
    columns: tuple[T, ...]


WAGE = "wage"

_WHO = (
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
)  # fmt: skip
_SHARES = (
    Field(WAGE, 201, 14, Kind.SEN, T("wage", "gaji"), T("wage", "gaji")),
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
)  # fmt: skip


def _filler(number: int, start: int, length: int) -> Field:
    return Field(
        f"filler_{number}", start, length, Kind.FILLER,
        T(f"filler {number}", f"ruang kosong {number}"), T(f"filler {number}", f"kosong {number}"),
    )  # fmt: skip


def _single(name: str, title: T, source: str, total: T) -> Layout:
    """A layout of one scheme: the same columns for SOCSO and for EIS."""
    return Layout(
        name=name,
        title=title,
        source=source,
        fields=(
            *_WHO,
            Field("total", 201, 14, Kind.SEN, total, T("both shares", "jumlah")),
            Field(
                "employment_date", 215, 8, Kind.DATE,
                T("employment date", "tarikh pekerjaan"), T("date", "tarikh"), required=False,
            ),
            Field(
                "employment_status", 223, 1, Kind.STATUS,
                T("employment status", "status pekerjaan"), T("status", "status"), required=False,
            ),
        ),
        may_end_after=("employment_date", "total"),
    )  # fmt: skip


C2 = Layout(
    name="C2",
    title=T(
        "combined SOCSO, EIS and LINDUNG 24 JAM, format 2",
        "gabungan PERKESO, SIP dan LINDUNG 24 JAM, format 2",
    ),
    source="contribution-files 3",
    fields=(
        *_WHO,
        *_SHARES,
        Field(
            "lindung", 239, 6, Kind.SEN,
            T("LINDUNG 24 JAM", "LINDUNG 24 JAM"), T("LIND24", "LIND24"), required=False,
        ),
        _filler(1, 245, 14),
        _filler(2, 259, 20),
    ),
    may_end_after=("lindung", "eis_employee"),
)  # fmt: skip
C1 = Layout(
    name="C1",
    title=T("combined SOCSO and EIS, format 1.0", "gabungan PERKESO dan SIP, format 1.0"),
    source="contribution-files 4",
    fields=(*_WHO, *_SHARES, _filler(1, 239, 20), _filler(2, 259, 20)),
    may_end_after=("eis_employee",),
)
S1 = _single(
    "S1",
    T("SOCSO alone", "PERKESO sahaja"),
    "contribution-files 5",
    T("SOCSO contribution, both shares", "caruman PERKESO, kedua-dua pihak"),
)
E1 = _single(
    "E1",
    T("EIS alone (Lampiran 1)", "SIP sahaja (Lampiran 1)"),
    "contribution-files 5",
    T("EIS contribution, both shares", "caruman SIP, kedua-dua pihak"),
)
D1 = Layout(
    name="D1",
    title=T("diskette BRG8A", "disket BRG8A"),
    source="contribution-files 6",
    fields=(
        Field("employer_code", 1, 9, Kind.TEXT, T("employer code", "kod majikan"), T("employer", "majikan")),
        Field(
            "identity_number", 10, 12, Kind.TEXT,
            T("identity number", "nombor pengenalan"), T("identity", "pengenalan"),
        ),
        Field(
            "socso_number", 22, 9, Kind.TEXT, T("SOCSO number", "nombor PERKESO"), T("SOCSO", "PERKESO"),
        ),
        Field("short_month", 31, 4, Kind.TEXT, T("month (MMYY)", "bulan (BBTT)"), T("MMYY", "BBTT")),
        Field("name", 35, 45, Kind.TEXT, T("employee name", "nama pekerja"), T("name", "nama")),
        Field(
            "total", 80, 4, Kind.SEN,
            T("SOCSO contribution, both shares", "caruman PERKESO, kedua-dua pihak"), T("both", "jml"),
        ),
    ),
)  # fmt: skip
K1 = CommaList(
    name="K1",
    title=T("comma list SIPE", "senarai berkoma SIPE"),
    source="contribution-files 5.1",
    columns=(
        T("row number", "nombor baris"),
        T("employer code", "kod majikan"),
        T("MyCoID", "MyCoID"),
        T("identity number", "nombor pengenalan"),
        T("name", "nama"),
        T("month (MMYYYY)", "bulan (BBTTTT)"),
        T("amount in ringgit", "amaun dalam ringgit"),
        T("start date", "tarikh mula"),
        T("status", "status"),
    ),
)

_KNOWN: dict[str, Layout | CommaList] = {layout.name: layout for layout in (C2, C1, S1, E1, D1, K1)}
LAYOUTS = frozenset(_KNOWN)
"""The names of all layouts that are known."""
COMBINED = frozenset({C2.name, C1.name})
"""Those with both schemes in a line; their fields stand in the same columns."""
SINGLE = frozenset({S1.name, E1.name})
"""Those of one scheme; their fields stand in the same columns."""
READ = COMBINED | SINGLE
"""Those whose lines are read and judged."""
BEFORE_ASSIST = frozenset({D1.name, K1.name})
"""Those that are recognised and explained, and never taken."""


def known_layout(name: str) -> Layout | CommaList:
    """A layout by its name.

    Raises:
        KeyError: there is none.
    """
    return _KNOWN[name]


def layout_named(name: str) -> Layout:
    """A layout of fixed columns by its name.

    Raises:
        KeyError: there is none.
    """
    layout = _KNOWN[name]
    if isinstance(layout, CommaList):
        raise KeyError(name)
    return layout
