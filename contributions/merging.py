"""Put the files of several branches together: one for each employer code and month.

Band amounts do not add up: who stands twice in a month has the wages added and all amounts looked up again,
in the category and with the schemes of the lines. Where the lines do not agree on these, nothing is guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.money import format_sen
from contributions.months import YearMonth
from contributions.rates import Rates, current, rates_for
from contributions.record import Record

__all__ = ["Merged", "NotMergeable", "merge"]


_NAMES_DIFFER = T(
    "its lines bear different names; decide whether this is one person",
    "barisnya mempunyai nama berlainan; tentukan sama ada ini orang yang sama",
)
_KINDS_DIFFER = T(
    "its lines differ in category or in what is paid; decide which is right",
    "barisnya berbeza kategori atau bayaran; tentukan yang mana betul",
)


class NotMergeable(ContributionsError):
    """The lines of somebody do not agree; `identity_number` says whose."""

    def __init__(self, record: Record, reason: T) -> None:
        who, month = f"{record.identity_number} {record.name}", record.month.name
        super().__init__(T(f"{who} in {month.en}: {reason.en}", f"{who} pada {month.ms}: {reason.ms}"))
        self.identity_number = record.identity_number
        self.reason = reason.en


@dataclass(frozen=True, slots=True)
class Merged:
    """The records of one employer code and month, and those that several lines were made into."""

    code: str
    month: YearMonth
    records: tuple[Record, ...]
    added: tuple[Record, ...]

    @property
    def name(self) -> str:
        """For the name of its file."""
        return f"{self.code}-{self.month}"


def merge(records: Iterable[Record]) -> tuple[Merged, ...]:
    """The records of several files together, in the order of first lines.

    Raises:
        NotMergeable: somebody's lines differ in name, category or scheme, or do not fit the tables, or the
            rates of the month are not known.
    """
    people: dict[tuple[str, YearMonth], dict[str, list[Record]]] = {}
    for record in records:
        of_file = people.setdefault((record.employer_code.upper(), record.month), {})
        of_file.setdefault(record.identity_number.upper() or f" {len(of_file)}", []).append(record)
    return tuple(_merged(code, month, list(groups.values())) for (code, month), groups in people.items())


def _merged(code: str, month: YearMonth, groups: Sequence[Sequence[Record]]) -> Merged:
    together = [group[0] if len(group) == 1 else _added(group) for group in groups]
    added = tuple(record for record, group in zip(together, groups, strict=True) if len(group) > 1)
    return Merged(code, month, tuple(together), added)


def _added(lines: Sequence[Record]) -> Record:
    first = lines[0]
    if len({_letters(line.name) for line in lines}) > 1:
        raise NotMergeable(first, _NAMES_DIFFER)
    if not current().knows(first.month):
        raise NotMergeable(
            first,
            T(
                f"no rates are known, so the amounts of {len(lines)} lines cannot be added",
                f"tiada kadar diketahui, maka amaun {len(lines)} baris tidak dapat dicampur",
            ),
        )
    rates = rates_for(first.month)
    paid = [line for line in lines if line.wage > 0]
    wage = sum(line.wage for line in lines)
    kinds = {_kind(line, rates) for line in paid}
    if len(kinds) > 1:
        raise NotMergeable(first, _KINDS_DIFFER)
    if not kinds:
        return first
    employer, employee, eis, lindung = kinds.pop()
    return replace(
        first,
        ssm_number=next((line.ssm_number for line in lines if line.ssm_number), ""),
        wage=wage,
        socso_employer=rates.act4.amount(employer, wage) if employer else 0,
        socso_employee=rates.act4.amount(employee, wage) if employee else 0,
        eis_employer=rates.act800.amount("employer_sen", wage) if eis and rates.act800 else 0,
        eis_employee=rates.act800.amount("employee_sen", wage) if eis and rates.act800 else 0,
        lindung=rates.lindung.amount("employee_sen", wage) if lindung and rates.lindung else 0,
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.upper()))


def _kind(line: Record, rates: Rates) -> tuple[str, str, bool, bool]:
    """The columns of Act 4 and whether EIS and LINDUNG 24 JAM are paid, by which a line was made."""
    shares = line.socso_employer, line.socso_employee
    first = tuple(rates.act4.amount(name, line.wage) for name in ("employer_cat1_sen", "employee_cat1_sen"))
    second = rates.act4.amount("employer_cat2_sen", line.wage), 0
    columns = {
        first: ("employer_cat1_sen", "employee_cat1_sen"),
        second: ("employer_cat2_sen", ""),
        (0, 0): ("", ""),
    }.get(shares)
    eis = rates.act800.amount("employee_sen", line.wage) if rates.act800 else 0
    lindung = rates.lindung.amount("employee_sen", line.wage) if rates.lindung else 0
    is_eis = (line.eis_employer, line.eis_employee) == (eis, eis)
    if (
        columns is None
        or not (is_eis or line.eis_employer == line.eis_employee == 0)
        or line.lindung not in {0, lindung}
    ):
        raise NotMergeable(
            line,
            T(
                f"the amounts on a wage of {format_sen(line.wage)} do not fit the tables",
                f"amaun bagi gaji {format_sen(line.wage)} tidak sepadan dengan jadual",
            ),
        )
    return *columns, is_eis and eis > 0, line.lindung > 0
