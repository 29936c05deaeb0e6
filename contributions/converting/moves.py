"""Who joined or left, by the days in a sheet: the file has no place for it, but the portal must be told."""

from collections.abc import Iterator
from datetime import date

from contributions.bilingual import T
from contributions.months import YearMonth

__all__ = ["moves"]


def moves(month: YearMonth, started: date | None, resigned: date | None) -> Iterator[tuple[str, T]]:
    """What happened, and the field that tells it: who joined or left in the month, or was not there."""
    if started and YearMonth.of(started) == month:
        yield "started", T(f"joined on {started:%d/%m/%Y}", f"mula bekerja pada {started:%d/%m/%Y}")
    if started and YearMonth.of(started) > month:
        yield (
            "started",
            T(
                f"joined only on {started:%d/%m/%Y}, after the month",
                f"mula bekerja hanya pada {started:%d/%m/%Y}, selepas bulan itu",
            ),
        )
    if resigned and YearMonth.of(resigned) == month:
        yield "resigned", T(f"left on {resigned:%d/%m/%Y}", f"berhenti pada {resigned:%d/%m/%Y}")
    if resigned and YearMonth.of(resigned) < month:
        yield (
            "resigned",
            T(
                f"left on {resigned:%d/%m/%Y}, before the month",
                f"berhenti pada {resigned:%d/%m/%Y}, sebelum bulan itu",
            ),
        )
