"""Contribution files for tests: the shipped ones, and what can be made of them."""

from dataclasses import replace

from assist_data import data_path
from contributions import YearMonth, read, write

OCTOBER = YearMonth(2026, 10)


def contoh_maju() -> bytes:
    """The good file of CONTOH MAJU for October 2026."""
    return data_path("files", "contoh-maju-2026-10.txt").read_bytes()


def teladan() -> bytes:
    """The good file of TELADAN NIAGA for October 2026."""
    return data_path("files", "teladan-niaga-2026-10.txt").read_bytes()


def of_month(month: YearMonth) -> bytes:
    """CONTOH MAJU's file with another month on every line."""
    return write([replace(record, month=month) for record in read(contoh_maju())])


def with_a_wrong_share() -> bytes:
    """An EIS share of the first line that differs from the other: an error."""
    return contoh_maju().replace(b"   650   650  2435", b"   610   650  2435", 1)


def with_a_doubtful_place() -> bytes:
    """A MyKad number whose place code is in no list: a warning."""
    return contoh_maju().replace(b"880515105437", b"880515005437", 1)


def of_zeros() -> bytes:
    """A line that asks for nothing at all."""
    shares = {"socso_employer": 0, "socso_employee": 0, "eis_employer": 0, "eis_employee": 0, "lindung": 0}
    (first, *_) = read(contoh_maju())
    return write([replace(first, **shares)])  # type: ignore[arg-type]
