"""Programs that check tables of data, each with six rules on the same lines as CSV, read by polars."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["PEERS", "Checked"]

CODE = r"^[A-Z][0-9]{10}[A-Z]$"
IDENTITY = r"^[0-9]{12}$"
MONTH = r"^(0[1-9]|1[0-2])20[0-9]{2}$"
TEXTS = ("employer_code", "ssm_number", "identity_number", "month")
AMOUNTS = ("wage", "eis_employer", "eis_employee")


@dataclass(frozen=True, slots=True)
class Checked:
    """One check by a peer: how long it took, how long a processor was busy, and what came of it."""

    seconds: float
    processor: float
    lines: int
    is_right: bool


class Watch:
    """Time since it was made."""

    def __init__(self) -> None:
        self.began, self.busy = time.perf_counter(), time.process_time()

    def stopped(self, lines: int, *, is_right: bool) -> Checked:
        """What was checked until now."""
        return Checked(
            time.perf_counter() - self.began, time.process_time() - self.busy, lines, is_right=is_right
        )


def frame(path: Path) -> Any:
    """The lines as a table."""
    import polars as pl

    return pl.read_csv(path, schema_overrides=dict.fromkeys(TEXTS, pl.String))


def pandera(path: Path) -> Checked:
    """Lines checked by `pandera[polars]`."""
    import pandera.polars as pa
    import polars as pl
    from pandera.errors import SchemaErrors

    amount = pa.Column(pl.Int64, pa.Check.ge(0))
    schema = pa.DataFrameSchema(
        {
            "employer_code": pa.Column(pl.String, pa.Check.str_matches(CODE)),
            "identity_number": pa.Column(pl.String, pa.Check.str_matches(IDENTITY), unique=True),
            "name": pa.Column(pl.String, pa.Check.str_length(1, 150)),
            "month": pa.Column(pl.String, pa.Check.str_matches(MONTH)),
            **dict.fromkeys(AMOUNTS, amount),
        },
        checks=pa.Check(lambda data: data.lazyframe.select(pl.col("eis_employer") == pl.col("eis_employee"))),
    )
    watch = Watch()
    table = frame(path)
    try:
        schema.validate(table, lazy=True)
    except SchemaErrors:
        return watch.stopped(table.height, is_right=False)
    return watch.stopped(table.height, is_right=True)


def dataframely(path: Path) -> Checked:
    """Lines checked by `dataframely`."""
    import dataframely as dy
    import polars as pl
    from dataframely.exc import ValidationError

    class Lines(dy.Schema):  # type: ignore[misc,unused-ignore]
        employer_code = dy.String(regex=CODE)
        identity_number = dy.String(regex=IDENTITY, unique=True)
        name = dy.String(min_length=1, max_length=150)
        month = dy.String(regex=MONTH)
        wage = dy.Int64(min=0)
        eis_employer = dy.Int64(min=0)
        eis_employee = dy.Int64(min=0)

        @dy.rule()  # type: ignore[untyped-decorator, unused-ignore]
        def shares_are_equal(cls) -> Any:  # noqa: N805 - as dataframely calls it
            return pl.col("eis_employer") == pl.col("eis_employee")

    watch = Watch()
    table = frame(path)
    try:
        Lines.validate(table)
    except ValidationError:
        return watch.stopped(table.height, is_right=False)
    return watch.stopped(table.height, is_right=True)


def pointblank(path: Path) -> Checked:
    """Lines checked by `pointblank`."""
    import pointblank as pb

    watch = Watch()
    table = frame(path)
    checked = (
        pb.Validate(table)
        .col_vals_regex("employer_code", pattern=CODE)
        .col_vals_regex("identity_number", pattern=IDENTITY)
        .rows_distinct("identity_number")
        .col_vals_regex("name", pattern=r"^.{1,150}$")
        .col_vals_regex("month", pattern=MONTH)
        .col_vals_ge(list(AMOUNTS), value=0)
        .col_vals_eq("eis_employer", value=pb.col("eis_employee"))
        .interrogate()
    )
    return watch.stopped(table.height, is_right=checked.all_passed())


PEERS: dict[str, Callable[[Path], Checked]] = {
    "pandera[polars]": pandera,
    "dataframely": dataframely,
    "pointblank": pointblank,
}
