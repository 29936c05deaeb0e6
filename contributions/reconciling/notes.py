"""What is said of how a payroll sheet was read: rows left out, cells that were empty or rounded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contributions.bilingual import T
from contributions.months import YearMonth

__all__ = ["Seen", "empty_columns", "hidden"]

ROWS_LISTED = 12
_FORMULAS = T(
    "Where formulas stand there, open the workbook in Excel and save it.",
    "Jika ada formula di situ, buka buku kerja dalam Excel dan simpan.",
)


@dataclass(slots=True)
class Seen:
    """What was met in the rows of a sheet: rows by number, months and codes of others."""

    other_months: list[YearMonth] = field(default_factory=list)
    other_codes: list[str] = field(default_factory=list)
    rounded: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    """Those with nobody in them."""

    def notes(self) -> Iterator[T]:
        """What was left out or put right, for people to know."""
        months, codes, rounded = len(self.other_months), len(self.other_codes), len(self.rounded)
        if months:
            yield T(
                f"{months:,} {'row' if months == 1 else 'rows'} of other months {_were(months)} left out.",
                f"{months:,} baris bulan lain tidak diambil kira.",
            )
        if codes:
            yield T(
                f"{codes:,} {'row' if codes == 1 else 'rows'} of other employers {_were(codes)} left out.",
                f"{codes:,} baris majikan lain tidak diambil kira.",
            )
        if self.left_out:
            yield _of_nobody(self.left_out)
        if self.empty:
            count = len(self.empty)
            many = "cell" if count == 1 else "cells"
            yield T(
                f"{count:,} empty {many} of amounts {_were(count)} taken as nothing; the first is in row "
                f"{self.empty[0]} of the sheet. {_FORMULAS.en}",
                f"{count:,} sel amaun yang kosong diambil sebagai tiada; yang pertama di baris "
                f"{self.empty[0]} hamparan. {_FORMULAS.ms}",
            )
        if rounded:
            row = self.rounded[0]
            many = "amount" if rounded == 1 else "amounts"
            yield T(
                f"{rounded:,} {many} with parts of a sen {_were(rounded)} rounded; the first is in row {row} "
                "of the sheet.",
                f"{rounded:,} amaun berpecahan sen dibundarkan; yang pertama di baris {row} hamparan.",
            )


def _of_nobody(rows: Sequence[int]) -> T:
    """Which rows were left out for nobody is in them."""
    listed = ", ".join(map(str, rows[:ROWS_LISTED])) + (", ..." if len(rows) > ROWS_LISTED else "")
    english = f"Row {listed} was" if len(rows) == 1 else f"Rows {listed} were"
    whose = "it is" if len(rows) == 1 else "they are"
    return T(
        f"{english} left out: {whose} nobody's (sums, counts, dates, who signed).",
        f"Baris {listed} ditinggalkan: bukan baris pekerja (jumlah, bilangan, tarikh, tandatangan).",
    )


def empty_columns(titles: Sequence[str]) -> Iterator[T]:
    """What is said of columns of amounts that are empty for everybody."""
    if titles:
        listed = ", ".join(f'"{title}"' for title in titles)
        yield T(
            f"Not compared, since nobody has an amount in it: {listed}. {_FORMULAS.en}",
            f"Tidak dibandingkan kerana tiada amaun bagi sesiapa: {listed}. {_FORMULAS.ms}",
        )


def hidden(rows: Sequence[int]) -> Iterator[T]:
    """What is said of people in rows that nobody sees who looks at the workbook."""
    if rows:
        count = len(rows)
        yield T(
            f"{count:,} hidden {'row' if count == 1 else 'rows'} {_were(count)} read too; the first is row "
            f"{rows[0]}.",
            f"{count:,} baris tersembunyi dibaca juga; yang pertama ialah baris {rows[0]}.",
        )


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
