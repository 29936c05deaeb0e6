"""What is written on a line and what is due by the rate tables, as five amounts and as words."""

from contributions.bilingual import T
from contributions.checks.row import Row
from contributions.layouts import C2
from contributions.matrix.people import FOREIGN_PREFIXES
from contributions.rates import current

__all__ = [
    "categories",
    "due_shares",
    "due_to_person",
    "first_beside",
    "first_wrong",
    "in_a_row",
    "in_categories",
    "into_columns",
    "is_foreign",
    "others_put",
    "written_shares",
]

_CATEGORY = {True: T("first category", "kategori pertama"), False: T("second category", "kategori kedua")}


def written_shares(row: Row) -> tuple[int, ...]:
    """The contributions (sen) as they stand in the line."""
    return tuple(row.amount(field.name) for field in C2.shares)


def due_shares(row: Row, wage: int | None = None) -> tuple[int, ...]:
    """The contributions of the table, none where none was written: which category, the amounts have shown.

    They are those on the wage of the row, or on another (sen).
    """
    if row.amount("socso_employee"):
        socso = row.cell("employer_first", wage), row.cell("employee_first", wage)
    else:
        socso = row.cell("employer_second", wage), 0
    eis, lindung = row.cell("eis", wage), row.cell("lindung", wage)
    others = ((eis, "eis_employer"), (eis, "eis_employee"), (lindung, "lindung"))
    return (*socso, *(due if row.amount(field) else 0 for due, field in others))


def _may_have_eis(row: Row) -> bool:
    rules = current().rules
    return not is_foreign(row) and (row.age is None or rules.eis_from_age <= row.age < rules.eis_until_age)


def is_foreign(row: Row) -> bool:
    """Whether the identity number is that of a foreign worker."""
    return row.raw[row.layout["identity_number"].columns].upper().startswith(FOREIGN_PREFIXES)


def categories(row: Row) -> tuple[bool, ...]:
    """The categories of Act 4 that the person may be in by age and month, the first as `True`."""
    rules = current().rules
    if is_foreign(row) and row.month is not None and row.month < rules.foreign_both_categories_from:
        return (False,)
    if row.age is None:
        return True, False
    first = (True,) if row.age < rules.second_category_age else ()
    return (*first, False) if row.age >= rules.late_entry_age else first


def in_categories(row: Row) -> T:
    """The SOCSO shares to write in each category that the person may be in, with its name."""
    parts = [(_socso_put(row, is_first=is_first), _CATEGORY[is_first]) for is_first in categories(row)]
    return T(
        ", or ".join(f"{text.en} ({category.en})" for text, category in parts),
        ", atau ".join(f"{text.ms} ({category.ms})" for text, category in parts),
    )


def _socso_put(row: Row, *, is_first: bool) -> T:
    """The SOCSO shares of a category, where they are not those that are written."""
    written = written_shares(row)
    if is_first:
        socso = row.cell("employer_first"), row.cell("employee_first")
    else:
        socso = row.cell("employer_second"), 0
    return into_columns((*socso, *written[2:]), written)


def others_put(row: Row) -> T:
    """EIS and LINDUNG 24 JAM of the person, where they are not those that are written."""
    written = written_shares(row)
    eis = row.cell("eis") if _may_have_eis(row) else 0
    return into_columns((*written[:2], eis, eis, row.cell("lindung")), written)


def due_to_person(row: Row) -> T:
    """What to write on a line whose amounts may be those of another person, so that they show no category.

    Who has none of EIS may be outside it and a local without LINDUNG 24 JAM released, whatever the wage.
    """
    written = written_shares(row)
    eis = row.cell("eis") if _may_have_eis(row) else 0
    eis_paid = eis if any(written[2:4]) else 0
    lindung = row.cell("lindung") if written[4] or is_foreign(row) else 0
    text = in_categories(row)
    others = into_columns((*written[:2], eis_paid, eis_paid, lindung), written)
    if others.en:
        text = T(f"{text.en}; and {others.en}", f"{text.ms}; dan {others.ms}")
    if eis != eis_paid:
        put = into_columns((*written[:2], eis, eis, written[4]), written)
        text = T(
            f"{text.en}; and, if EIS covers the person, {put.en}",
            f"{text.ms}; dan, jika SIP melindungi orang itu, {put.ms}",
        )
    return text


def first_beside(amounts: tuple[int, ...], right: tuple[int, ...]) -> int:
    """The index of the first amount that is another than the right one."""
    return next(index for index, amount in enumerate(amounts) if amount != right[index])


def first_wrong(row: Row) -> int:
    """The index of the first contribution that is not the one of the table; there must be one."""
    return first_beside(written_shares(row), due_shares(row))


def into_columns(amounts: tuple[int, ...], beside: tuple[int, ...] | None = None) -> T:
    """What to write where: `5685 into columns 215-220, ...`; with `beside`, only what differs from these."""
    places = [
        (f"{amount:04d}" if amount == 0 else str(amount), f"{field.start}-{field.end}")
        for index, (amount, field) in enumerate(zip(amounts, C2.shares, strict=True))
        if (field.required or amount) and (beside is None or amount != beside[index])
    ]
    return T(
        ", ".join(f"{text} into columns {columns}" for text, columns in places),
        ", ".join(f"{text} dalam lajur {columns}" for text, columns in places),
    )


def in_a_row(amounts: tuple[int, ...]) -> T:
    """Amounts in sen, as they stand in a line: `5685 1625 650 650 2435`."""
    return T.same(" ".join(map(str, amounts)))
