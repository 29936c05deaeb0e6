"""AM: the SOCSO shares of Act 4, by rate table and category (contribution-files notes, 9.4)."""

import numpy as np

from contributions.bilingual import NOTHING, T
from contributions.checks.amounts.categories import is_first, is_second
from contributions.checks.amounts.due import categories, in_categories, into_columns, written_shares
from contributions.checks.amounts.fields import FORMAT_2, JUDGED
from contributions.checks.check import Check
from contributions.checks.examples import record
from contributions.checks.row import Row
from contributions.findings import Severity
from contributions.layouts import COMBINED
from contributions.matrix.lines import Lines
from contributions.matrix.types import Mask
from contributions.money import format_sen

__all__ = ["CHECKS"]

_ADDED = T(": LINDUNG 24 JAM was added to the share", ": LINDUNG 24 JAM telah ditambah pada caruman itu")


def _has_lindung_added(lines: Lines) -> Mask:
    """Whose employee share is what is due plus LINDUNG 24 JAM, in either category, its own columns none.

    With an amount in these columns too, LINDUNG 24 JAM would be paid twice: then the share is simply wrong.
    """
    extra = lines.sen("socso_employee") - lines.due.lindung
    added: Mask = (is_first(lines) & (extra == lines.due.employee_first)) | (is_second(lines) & (extra == 0))
    has_own = ~lines.is_blank("lindung") & (lines.sen("lindung") != 0)
    return np.asarray(added & ~has_own & (lines.due.lindung > 0))


def _employer_wrong(lines: Lines) -> Mask:
    return lines.is_assessable & ~is_first(lines) & ~is_second(lines)


def _employee_wrong(lines: Lines) -> Mask:
    share, due = lines.sen("socso_employee"), lines.due.employee_first
    first, second = is_first(lines), is_second(lines)
    neither = ~first & ~second & (share != due) & (share != 0)
    wrong: Mask = (first & (share != due)) | (second & (share != 0)) | neither
    return lines.is_assessable & wrong & ~_has_lindung_added(lines)


def _employer_categories(row: Row) -> tuple[bool, ...]:
    """The categories that a wrong employer's share may have been meant for, the first as `True`.

    The employee's share shows it where it is the one that is due; of another the age may show it.
    Where it is nothing, the employer's may be both shares together; else the age shows it, or the second
    category is meant, unless the employer's is nothing too and the age shows neither.
    """
    if _has_lindung_in_employers(row):
        return (bool(row.amount("socso_employee")),)
    by_age = categories(row)
    if row.amount("socso_employee"):
        return (True,) if row.amount("socso_employee") == row.cell("employee_first") else by_age
    both = row.cell("employer_first") + row.cell("employee_first")
    if row.amount("socso_employer") == both and True in by_age:
        return (True,)
    return by_age if len(by_age) == 1 or not row.amount("socso_employer") else (False,)


def _has_lindung_in_employers(row: Row) -> bool:
    """Whether a wrong employer's share is what is due plus LINDUNG 24 JAM, its own columns none.

    In the lowest band that is also the sum of both shares of the first category, and then shows nothing.
    """
    lindung, first, employee = (row.cell(each) for each in ("lindung", "employer_first", "employee_first"))
    sums = {(first + lindung, employee), (row.cell("employer_second") + lindung, 0)} - {(first + employee, 0)}
    return row.sen("lindung") == 0 and written_shares(row)[:2] in sums


def _employer_choices(row: Row) -> tuple[int, ...]:
    return tuple(
        row.cell("employer_first" if in_first else "employer_second")
        for in_first in _employer_categories(row)
    )


def _right_employer_share(row: Row) -> dict[str, T]:
    shares = _employer_choices(row)
    choices = [str(share) for share in shares]
    right = T(" or ".join(choices), " atau ".join(choices))
    if _has_lindung_in_employers(row):
        return {"right": right, "beside": _and_into(row.cell("lindung"), "239-244"), "since": _ADDED}
    # Where the employee's share is nothing as well, the first category needs both: nobody else says so.
    if _employer_categories(row) != (True,) or row.amount("socso_employee"):
        return {"right": right, "beside": NOTHING, "since": NOTHING}
    return {"right": right, "beside": _and_into(row.cell("employee_first"), "221-226"), "since": NOTHING}


def _and_into(amount: int, columns: str) -> T:
    return T(f" and {amount} into columns {columns}", f" dan {amount} dalam lajur {columns}")


def _due_employer(row: Row) -> T:
    choices = [format_sen(share) for share in _employer_choices(row)]
    return T(" or ".join(choices), " atau ".join(choices))


def _employee_should_be(row: Row) -> int:
    """What the employer's share shows, or the age where that is of neither category."""
    employer = row.amount("socso_employer")
    if employer == row.cell("employer_first") or (
        employer != row.cell("employer_second") and True in categories(row)
    ):
        return row.cell("employee_first")
    return 0


def _right_socso_shares(row: Row) -> dict[str, T]:
    """What to write: by the employer's share or the age, unless the employee's is right in another category.

    Then the age decides which of them is wrong, or either may be.
    """
    written = written_shares(row)
    contradictions = {
        (row.cell("employer_first"), 0),
        (row.cell("employer_second"), row.cell("employee_first")),
    }
    if written[:2] in contradictions:
        return {"right": in_categories(row)}
    return {"right": into_columns((written[0], _employee_should_be(row), *written[2:]), written)}


AM09 = Check(
    code="AM09",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L48",
    mark="official",
    layouts=COMBINED,
    title=T(
        "SOCSO employer share does not fit the wage", "Caruman PERKESO majikan tidak sepadan dengan gaji"
    ),
    why=T(
        "The share is read from the table of the Third Schedule for the wage; there is one figure for the "
        "first category and one for the second.",
        "Caruman dibaca daripada Jadual Ketiga bagi gaji berkenaan; ada satu angka bagi kategori pertama dan "
        "satu bagi kategori kedua.",
    ),
    message=T(
        "On a wage of {wage} in {month} the employer pays {due_employer_first} (first category) or "
        "{due_employer_second} (second), not {socso_employer}.",
        "Atas gaji {wage} pada {month} majikan membayar {due_employer_first} (kategori pertama) atau "
        "{due_employer_second} (kedua), bukan {socso_employer}.",
    ),
    mend=T(
        "Put {right} into columns 215-220{beside} of line {line}{since}.",
        "Isi {right} dalam lajur 215-220{beside} baris {line}{since}.",
    ),
    facts=_right_employer_share,
    points_at="socso_employer",
    needs=JUDGED,
    wrong=_employer_wrong,
    expected=_due_employer,
    bad=record(socso_employer=56_90),
    good=record(),
)

AM10 = Check(
    code="AM10",
    severity=Severity.ERROR,
    source="contribution-files 10.4 L49",
    mark="official",
    layouts=COMBINED,
    title=T("SOCSO employee share does not fit", "Caruman PERKESO pekerja tidak sepadan"),
    why=T(
        "In the first category the employee pays for invalidity; in the second, nothing. The share must "
        "belong to the category of the employer's share.",
        "Dalam kategori pertama pekerja membayar bagi keilatan; dalam kategori kedua, tiada. Caruman mesti "
        "dalam kategori yang sama dengan caruman majikan.",
    ),
    message=T(
        "Beside an employer share of {socso_employer} the employee pays {expected}, not {socso_employee}.",
        "Bagi caruman majikan {socso_employer}, pekerja membayar {expected}, bukan {socso_employee}.",
    ),
    mend=T("Put {right} of line {line}.", "Isi {right} baris {line}."),
    facts=_right_socso_shares,
    points_at="socso_employee",
    needs=JUDGED,
    wrong=_employee_wrong,
    should_be=_employee_should_be,
    bad=record(socso_employee=0),
    good=record(),
)

AM19 = Check(
    code="AM19",
    severity=Severity.WARNING,
    source="contribution-files 10.4 W21",
    mark="code",
    layouts=FORMAT_2,
    title=T("LINDUNG 24 JAM was added to the SOCSO share", "LINDUNG 24 JAM ditambah pada caruman PERKESO"),
    why=T(
        "Programs write LINDUNG 24 JAM in columns of its own; one account of PERKESO's own "
        "answers says to add it. "
        "As sources disagree, this is only a warning.",
        "Program menulis LINDUNG 24 JAM dalam lajurnya sendiri; satu catatan tentang jawapan "
        "PERKESO menyuruh "
        "menambahnya. Oleh sebab sumber bercanggah, ini hanya amaran.",
    ),
    message=T(
        "The SOCSO employee share {socso_employee} is the share due plus {due_lindung} for LINDUNG 24 JAM; "
        "so it is on {on_lines}.",
        "Caruman PERKESO pekerja {socso_employee} ialah caruman kena bayar campur {due_lindung} "
        "bagi LINDUNG 24 JAM; begitulah pada {on_lines}.",
    ),
    mend=T(
        "Put {put} into columns 221-226 and the rest into columns 239-244.",
        "Isi {put} dalam lajur 221-226 dan selebihnya dalam lajur 239-244.",
    ),
    points_at="socso_employee",
    needs=JUDGED,
    wrong=lambda lines: lines.is_assessable & _has_lindung_added(lines),
    should_be=_employee_should_be,
    bad=record(socso_employee=16_25 + 24_35, lindung=0),
    good=record(),
)

CHECKS = (AM09, AM10, AM19)
