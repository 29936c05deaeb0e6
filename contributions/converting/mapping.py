"""Which column of a sheet is taken as which field: guessed from its heading, or said by a person.

Nothing is guessed where two columns could be meant, or where a heading names a part of the wage only.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from contributions.bilingual import T
from contributions.converting.columns import AMOUNTS, FIELDS, LEFT_OUT, Column, Columns
from contributions.converting.empty_columns import empty_columns
from contributions.converting.errors import (
    AmbiguousHeading,
    InThousands,
    MissingHeading,
    NoHeadings,
    OtherHeadings,
    SheetNotChosen,
    UnknownField,
    UnknownHeading,
)
from contributions.layouts import WAGE
from contributions.sheets import Sheet, field_named, find_headings, plain
from contributions.sheets.above import months_above, values_above
from contributions.sheets.cells import is_blank
from contributions.sheets.column_letters import letter_of
from contributions.sheets.headings import Headings
from contributions.sheets.money import is_in_thousands
from contributions.sheets.parts import other_heading
from contributions.sheets.shares import WITH_LINDUNG
from contributions.sheets.within import SaidWithin, said_within

__all__ = ["NEEDED", "choose_sheet", "map_columns", "refuse_part_of_wage", "said_field"]

NEEDED: Final = ("identity_number", "name", WAGE)
SAMPLES = 2
_PARTS_OF_WAGE = frozenset(
    f"{part} {pay}" for part in ("basic", "net", "nett") for pay in ("salary", "pay", "wage", "wages")
) | {"basic", "gaji pokok", "gaji asas", "upah pokok", "gaji bersih", "pendapatan bersih", "take home pay"}


def choose_sheet(sheets: Sequence[Sheet], name: str | None = None) -> Sheet:
    """The sheet that was named, or the only one with headings.

    Raises:
        NoHeadings: the file is empty.
        SheetNotChosen: there is none of that name, or several have headings.
    """
    names = [sheet.name for sheet in sheets]
    if name is not None:
        for sheet in sheets:
            if sheet.name == name:
                return sheet
        raise SheetNotChosen(T(f"there is no sheet {name!r}", f"tiada helaian {name!r}"), names)
    with_headings = [sheet for sheet in sheets if _looks_like_payroll(sheet)]
    if len(with_headings) > 1:
        raise SheetNotChosen(
            T(
                f"{len(with_headings)} sheets have headings of a payroll",
                f"{len(with_headings)} helaian mempunyai tajuk gaji",
            ),
            [sheet.name for sheet in with_headings],
        )
    if with_headings:
        return with_headings[0]
    if len(sheets) == 1:
        return sheets[0]
    if not sheets:
        raise NoHeadings
    raise SheetNotChosen(
        T("no sheet has headings that are known", "tiada helaian dengan tajuk yang dikenali"), names
    )


def _looks_like_payroll(sheet: Sheet) -> bool:
    headings = find_headings(sheet.rows, sheet.merged)
    return headings is not None and bool({"identity_number", "name"} & set(headings.fields.values()))


def map_columns(
    sheet: Sheet, said: Mapping[str, str], *, guess: bool = True, needed: Sequence[str] = NEEDED
) -> Columns:
    """What each column is taken as. `said` has fields by heading or letter; `guess` looks at the others.

    Raises:
        NotConvertible: headings are missing, ambiguous or unknown, or others stand further down.
    """
    headings = find_headings(sheet.rows, sheet.merged, also=frozenset(map(plain, said)))
    if headings is None:
        raise NoHeadings
    by_person = _said_fields(headings, said)
    fields = _guessed(sheet, headings, by_person) if guess else by_person
    _refuse_twice(headings, fields)
    _refuse_thousands(headings, fields)
    empty = empty_columns(sheet, headings.first, fields, AMOUNTS)
    columns = tuple(
        Column(
            index,
            heading,
            None if fields.get(index, LEFT_OUT) == LEFT_OUT else fields[index],
            _samples(sheet, headings.first, index),
            is_empty=index in empty,
            is_said=index in by_person,
        )
        for index, heading in sorted(headings.texts.items())
    )
    _refuse_missing(columns, needed)
    _refuse_others(sheet, headings, columns)
    above = sheet.rows[: headings.first - headings.rows]
    return Columns(
        sheet,
        headings.first,
        columns,
        {field: (said.cell, said.value) for field, said in values_above(above).items()},
        months_above(above),
        _within(sheet, headings, columns),
    )


def said_field(name: str) -> str:
    """The field of a name that a person gave: its key, a heading that means it, or the sign for left out.

    Raises:
        UnknownField: it is none.
    """
    if name.strip() in {LEFT_OUT, ""}:
        return LEFT_OUT
    key = name.strip().lower().replace(" ", "_")
    if key in FIELDS:
        return key
    field = field_named(name)
    if field is None or field not in FIELDS:
        raise UnknownField(name, FIELDS)
    return field


def _said_fields(headings: Headings, said: Mapping[str, str]) -> dict[int, str]:
    fields: dict[int, str] = {}
    for heading, name in said.items():
        field = said_field(name)
        found = [
            at for at, text in headings.texts.items() if plain(text) == plain(heading) and plain(heading)
        ]
        found = found or [at for at in headings.texts if letter_of(at) == heading.strip().upper()]
        if not found:
            raise UnknownHeading(heading, headings.texts.values())
        if len(found) > 1:
            letters = ", ".join(map(letter_of, found))
            raise AmbiguousHeading(
                field,
                T(
                    f"columns {letters} all have the heading {heading!r}",
                    f"lajur {letters} semuanya bertajuk {heading!r}",
                ),
                T(
                    f"Name the column by its letter: --map {letter_of(found[0])}={field}.",
                    f"Namakan lajur dengan hurufnya: --map {letter_of(found[0])}={field}.",
                ),
            )
        fields[found[0]] = field
    return fields


def _guessed(sheet: Sheet, headings: Headings, said: Mapping[int, str]) -> dict[int, str]:
    """The fields that a person said, and those of the headings that are known."""
    fields = dict(said)
    taken = {field for field in said.values() if field != LEFT_OUT}
    for index, field in headings.fields.items():
        if index not in fields and field not in taken and field in FIELDS:
            fields[index] = field
    empty = empty_columns(sheet, headings.first, fields, AMOUNTS)
    if not any(field == "socso_employee" and index not in empty for index, field in fields.items()):
        return fields
    # where the share itself stands, the other is a sum of what stands here anyway
    return {index: field for index, field in fields.items() if field != WITH_LINDUNG or index in said}


def _refuse_twice(headings: Headings, fields: Mapping[int, str]) -> None:
    by_field: dict[str, list[int]] = {}
    for index, field in sorted(fields.items()):
        if field != LEFT_OUT:
            by_field.setdefault(field, []).append(index)
    for field, found in by_field.items():
        if len(found) > 1:
            title = FIELDS[field]
            places = ", ".join(f"{letter_of(index)} {headings.texts[index]!r}" for index in found)
            heading = headings.texts[found[0]]
            if [plain(text) for text in headings.texts.values()].count(plain(heading)) > 1:
                heading = letter_of(found[0])
            raise AmbiguousHeading(
                field,
                T(
                    f"several columns could be the {title.en}: {places}",
                    f"beberapa lajur mungkin {title.ms}: {places}",
                ),
                T(
                    f'Say which it is, such as --map "{heading}={field}".',
                    f'Nyatakan yang mana, seperti --map "{heading}={field}".',
                ),
            )


def _refuse_thousands(headings: Headings, fields: Mapping[int, str]) -> None:
    for index, field in sorted(fields.items()):
        if field in {WAGE, *AMOUNTS} and is_in_thousands(headings.texts[index]):
            raise InThousands(letter_of(index), headings.texts[index])


def refuse_part_of_wage(headings: Iterable[str]) -> None:
    """Raise where a heading names a part of the wage, and so may be why none is the wage.

    Raises:
        MissingHeading: it does.
    """
    part = next((heading for heading in headings if plain(heading) in _PARTS_OF_WAGE), None)
    if part:
        raise MissingHeading(
            WAGE,
            T(
                f"no column is the wage: {part!r} is not taken for it, since SOCSO counts overtime, "
                "allowances and commission as wages too",
                f"tiada lajur gaji: {part!r} tidak diambil, kerana PERKESO mengira kerja lebih masa, "
                "elaun dan komisen sebagai upah juga",
            ),
            T(
                f'Add a column Gross Wages; or, where nothing else is paid, --map "{part}=wage".',
                f'Tambah lajur Gaji Kasar; atau, jika tiada bayaran lain, --map "{part}=wage".',
            ),
        )


def _refuse_missing(columns: Sequence[Column], needed: Iterable[str]) -> None:
    taken = {column.field for column in columns}
    for field in needed:
        if field in taken:
            continue
        title = FIELDS[field]
        if field == WAGE:
            refuse_part_of_wage(column.heading for column in columns)
        free = ", ".join(f"{column.letter} {column.heading!r}" for column in columns if not column.field)
        raise MissingHeading(
            field,
            T(
                f"no heading says which column is the {title.en}",
                f"tiada tajuk yang menyatakan lajur {title.ms}",
            ),
            T(
                f'Say which it is, such as --map "HEADING={field}"; not taken so far: {free or "none"}.',
                f'Nyatakan yang mana, seperti --map "TAJUK={field}"; yang belum diambil: {free or "tiada"}.',
            ),
        )


def _refuse_others(sheet: Sheet, headings: Headings, columns: Iterable[Column]) -> None:
    taken = {column.index: column.field for column in columns if column.field}
    other = other_heading(sheet, headings, taken)
    if other:
        raise OtherHeadings(other.row, letter_of(other.column), other.here, (other.top, headings.first))


def _within(sheet: Sheet, headings: Headings, columns: Iterable[Column]) -> tuple[SaidWithin, ...]:
    at = next((column.index for column in columns if column.field == "identity_number"), None)
    return () if at is None else said_within(sheet.rows, headings.first, at)


def _samples(sheet: Sheet, first: int, index: int) -> tuple[object, ...]:
    found: list[object] = []
    for row in sheet.rows[first : first + 100]:
        if index < len(row) and not is_blank(row[index]):
            found.append(row[index])
            if len(found) == SAMPLES:
                break
    return tuple(found)
