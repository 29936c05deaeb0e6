"""Put the files of several branches together: one for each employer code and month.

Band amounts do not add up: who stands twice in a month has the wages added and all amounts looked up again,
in the category and with the schemes of the lines. Where the lines do not agree on these, nothing is guessed.
Who stands once is taken as he is, and told where the amounts do not fit the tables.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.names import letters_of
from contributions.rates import Rates, current, rates_for
from contributions.record import Record

__all__ = ["Line", "Merged", "NotMergeable", "merge"]

_Kind = tuple[str, str, bool, bool]
_CATEGORIES = {
    "employer_cat1_sen": T("first category", "kategori pertama"),
    "employer_cat2_sen": T("second category", "kategori kedua"),
    "": T("no SOCSO", "tiada PERKESO"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A record, and where it stands: the name of its file, and its line there from 1."""

    record: Record
    file: str
    number: int

    @property
    def place(self) -> T:
        """Where it is, for people."""
        return T(f"{self.file}, line {self.number}", f"{self.file}, baris {self.number}")


class NotMergeable(ContributionsError):
    """The lines of somebody do not agree; `identity_number` says whose, and `mend` what to do."""

    def __init__(self, record: Record, who: str, reason: T, mend: T) -> None:
        month = record.month.name
        super().__init__(T(f"{who} in {month.en}: {reason.en}", f"{who} pada {month.ms}: {reason.ms}"))
        self.identity_number = record.identity_number
        self.reason = reason.en
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Merged:
    """The records of one employer code and month, and those that several lines were made into."""

    code: str
    month: YearMonth
    records: tuple[Record, ...]
    added: tuple[Record, ...]
    unfit: tuple[Line, ...] = ()
    """Lines of those who stand once whose amounts do not fit the tables: taken as they are, to be told."""
    ssm_numbers: Mapping[str, Line] = field(default_factory=dict)
    """The MyCoID or SSM numbers of all lines, each with the first line that has it."""

    @property
    def name(self) -> str:
        """For the name of its file."""
        return f"{self.code}-{self.month}"


def merge(lines: Iterable[Line], *, same: Collection[str] = ()) -> tuple[Merged, ...]:
    """The lines of several files together, in the order of first lines.

    `same` are identity numbers whose lines are of one person, whatever their names: the first is taken.

    Raises:
        NotMergeable: somebody's lines differ in name, category or scheme, or do not fit the tables, or the
            rates of the month are not known.
    """
    people: dict[tuple[str, YearMonth], dict[str, list[Line]]] = {}
    for line in lines:
        record = line.record
        of_file = people.setdefault((record.employer_code.upper(), record.month), {})
        of_file.setdefault(record.identity_number.upper() or f" {len(of_file)}", []).append(line)
    return tuple(_merged(code, month, groups, frozenset(same)) for (code, month), groups in people.items())


def _merged(code: str, month: YearMonth, groups: dict[str, list[Line]], same: frozenset[str]) -> Merged:
    together = [
        lines[0].record if len(lines) == 1 else _added(lines, is_same=number in same)
        for number, lines in groups.items()
    ]
    added = tuple(record for record, lines in zip(together, groups.values(), strict=True) if len(lines) > 1)
    numbers: dict[str, Line] = {}
    for line in (line for lines in groups.values() for line in lines if line.record.ssm_number):
        numbers.setdefault(line.record.ssm_number.upper(), line)
    return Merged(code, month, tuple(together), added, _unfit(month, groups.values()), numbers)


def _unfit(month: YearMonth, groups: Iterable[Sequence[Line]]) -> tuple[Line, ...]:
    """The lines of those who stand once that do not fit the tables of the month, where these are known."""
    if not current().knows(month):
        return ()
    rates = rates_for(month)
    return tuple(lines[0] for lines in groups if len(lines) == 1 and not _fits(lines[0], rates))


def _fits(line: Line, rates: Rates) -> bool:
    try:
        _kind(line, rates)
    except NotMergeable:
        return False
    return True


def _added(lines: Sequence[Line], *, is_same: bool) -> Record:
    first = lines[0].record
    if not is_same:
        _refuse_names(lines)
    if not current().knows(first.month):
        raise _refusal(
            lines[0],
            T(
                f"no rates are known, so the amounts of {len(lines)} lines cannot be added",
                f"tiada kadar diketahui, maka amaun {len(lines)} baris tidak dapat dicampur",
            ),
            T(
                "Leave the files apart until they are known (assist rules update).",
                "Asingkan fail-fail itu sehingga kadar diketahui (assist rules update).",
            ),
        )
    rates = rates_for(first.month)
    wage = sum(line.record.wage for line in lines)
    kinds: dict[_Kind, Line] = {}
    for line in lines:
        if line.record.wage > 0:
            kinds.setdefault(_kind(line, rates), line)
    if len(kinds) > 1:
        raise _kinds_differ(kinds)
    if not kinds:
        return first
    ((employer, employee, eis, lindung),) = kinds
    return replace(
        first,
        ssm_number=next((line.record.ssm_number for line in lines if line.record.ssm_number), ""),
        wage=wage,
        socso_employer=rates.act4.amount(employer, wage) if employer else 0,
        socso_employee=rates.act4.amount(employee, wage) if employee else 0,
        eis_employer=rates.act800.amount("employer_sen", wage) if eis and rates.act800 else 0,
        eis_employee=rates.act800.amount("employee_sen", wage) if eis and rates.act800 else 0,
        lindung=rates.lindung.amount("employee_sen", wage) if lindung and rates.lindung else 0,
    )


def _refuse_names(lines: Sequence[Line]) -> None:
    names: dict[str, Line] = {}
    for line in lines:
        names.setdefault(letters_of(line.record.name), line)
    if len(names) == 1:
        return
    record = lines[0].record
    listed = _listed([(T.same(line.record.name), line) for line in names.values()])
    raise NotMergeable(
        record,
        record.identity_number,
        T(f"its lines bear different names: {listed.en}", f"barisnya bernama berlainan: {listed.ms}"),
        T(
            f"If they are one person, --same {record.identity_number} takes the first name; else correct the "
            "identity number.",
            f"Jika orang yang sama, --same {record.identity_number} mengambil nama pertama; jika tidak, "
            "betulkan nombor pengenalan.",
        ),
    )


def _kinds_differ(kinds: dict[_Kind, Line]) -> NotMergeable:
    listed = _listed([(_in_words(kind), line) for kind, line in kinds.items()])
    return _refusal(
        next(iter(kinds.values())),
        T(
            f"its lines differ in category or in what is paid: {listed.en}",
            f"barisnya berbeza kategori atau bayaran: {listed.ms}",
        ),
        T(
            "Decide which is right, and correct the other line.",
            "Tentukan yang mana betul, dan betulkan baris yang lain.",
        ),
    )


def _listed(found: Sequence[tuple[T, Line]]) -> T:
    """What differs, each with its place."""
    return T(
        "; ".join(f"{what.en} ({line.place.en})" for what, line in found),
        "; ".join(f"{what.ms} ({line.place.ms})" for what, line in found),
    )


def _in_words(kind: _Kind) -> T:
    employer, _, eis, lindung = kind
    parts = (
        _CATEGORIES[employer],
        T("EIS", "SIP") if eis else T("no EIS", "tiada SIP"),
        T.same("LINDUNG 24 JAM") if lindung else T("no LINDUNG 24 JAM", "tiada LINDUNG 24 JAM"),
    )
    return T(", ".join(part.en for part in parts), ", ".join(part.ms for part in parts))


def _refusal(line: Line, reason: T, mend: T) -> NotMergeable:
    record = line.record
    return NotMergeable(record, f"{record.identity_number} {record.name}", reason, mend)


def _kind(line: Line, rates: Rates) -> _Kind:
    """The columns of Act 4 and whether EIS and LINDUNG 24 JAM are paid, by which a line was made."""
    record = line.record
    shares = record.socso_employer, record.socso_employee
    first = tuple(rates.act4.amount(name, record.wage) for name in ("employer_cat1_sen", "employee_cat1_sen"))
    second = rates.act4.amount("employer_cat2_sen", record.wage), 0
    columns = {
        first: ("employer_cat1_sen", "employee_cat1_sen"),
        second: ("employer_cat2_sen", ""),
        (0, 0): ("", ""),
    }.get(shares)
    eis = rates.act800.amount("employee_sen", record.wage) if rates.act800 else 0
    lindung = rates.lindung.amount("employee_sen", record.wage) if rates.lindung else 0
    is_eis = (record.eis_employer, record.eis_employee) == (eis, eis)
    if (
        columns is None
        or not (is_eis or record.eis_employer == record.eis_employee == 0)
        or record.lindung not in {0, lindung}
    ):
        raise _refusal(
            line,
            T(
                f"the amounts on a wage of {format_sen(record.wage)} do not fit the tables ({line.place.en})",
                f"amaun bagi gaji {format_sen(record.wage)} tidak sepadan dengan jadual ({line.place.ms})",
            ),
            T(
                f"assist check {line.file} tells what they should be.",
                f"assist check {line.file} menerangkan amaun yang betul.",
            ),
        )
    return *columns, is_eis and eis > 0, record.lindung > 0
