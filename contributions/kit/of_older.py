"""Mistakes that only the layouts before format 2 can have."""

from collections.abc import Callable

from contributions.kit.good_file import GoodFile
from contributions.kit.mistake import Made, Mistake, at_field, everywhere

__all__ = ["MISTAKES"]

HUNDRED = 100
EIS_TOTAL = 1_300
SOCSO, EIS = "socso-alone", "eis-alone"


def _total(change: Callable[[int], int]) -> Callable[[GoodFile], Made]:
    return at_field("total", lambda good, at: good.put(at, total=change(good.sen(at, "total"))))


def _day(good: GoodFile, *, form: str = "%d%m%Y", of_month_before: bool = False) -> str:
    month = good.month.previous() if of_month_before else good.month
    return month.first_day.replace(day=15).strftime(form)


def _status(
    letter: str, day: Callable[[GoodFile], str], *, field: str = "employment_date"
) -> Callable[[GoodFile], Made]:
    return at_field(field, lambda good, at: good.put(at, employment_status=letter, employment_date=day(good)))


MISTAKES = (
    Mistake("AM28", _total(lambda sen: sen - 1), base=SOCSO),
    Mistake("AM29", _total(lambda sen: sen - 1), base=EIS),
    Mistake("AM30", at_field("total", lambda good, at: good.put(at, total=325_055)), base=SOCSO),
    Mistake("AM31", everywhere("month", lambda good: good), base="socso-alone-june"),
    Mistake("AM32", everywhere("month", lambda good: good), base="format-1-june"),
    Mistake("AM33", _total(lambda sen: sen * HUNDRED), base=SOCSO),
    Mistake("AM35", _total(lambda _sen: EIS_TOTAL), base=SOCSO),
    Mistake("ST01", _status("X", lambda _good: "", field="employment_status"), base=SOCSO),
    Mistake("ST02", _status("H", lambda _good: ""), base=SOCSO),
    Mistake("ST03", _status("B", lambda good: _day(good, form="%Y%m%d")), base=SOCSO),
    Mistake("ST04", _status("B", lambda good: _day(good, of_month_before=True)), base=SOCSO),
    Mistake("ST05", _status(" ", _day), base=SOCSO),
    Mistake("ST06", _status(" ", lambda _good: "00000000"), base=SOCSO),
    Mistake("ST07", _status("T", lambda _good: "", field="total"), base=SOCSO),
)
