"""Programs that check tables of data, each with six rules on the same lines as CSV, read by polars."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["PEERS"]

CODE = r"^[A-Z][0-9]{10}[A-Z]$"
IDENTITY = r"^[0-9]{12}$"
MONTH = r"^(0[1-9]|1[0-2])20[0-9]{2}$"
TEXTS = ("employer_code", "ssm_number", "identity_number", "month")
AMOUNTS = ("wage", "eis_employer", "eis_employee")


def frame(path: Path) -> Any:
    """The lines as a table."""
    import polars as pl

    return pl.read_csv(path, schema_overrides=dict.fromkeys(TEXTS, pl.String))


def pandera(path: Path) -> tuple[float, int]:
    """Seconds and lines of `pandera[polars]`."""
    import pandera.polars as pa
    import polars as pl

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
    began = time.perf_counter()
    table = frame(path)
    schema.validate(table, lazy=True)
    return time.perf_counter() - began, table.height


def dataframely(path: Path) -> tuple[float, int]:
    """Seconds and lines of `dataframely`."""
    import dataframely as dy
    import polars as pl

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

    began = time.perf_counter()
    table = frame(path)
    Lines.validate(table)
    return time.perf_counter() - began, table.height


def pointblank(path: Path) -> tuple[float, int]:
    """Seconds and lines of `pointblank`."""
    import pointblank as pb

    began = time.perf_counter()
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
    seconds = time.perf_counter() - began
    if not checked.all_passed():
        sys.exit("pointblank finds the lines wrong, so its figure would mean nothing")
    return seconds, table.height


PEERS: dict[str, Callable[[Path], tuple[float, int]]] = {
    "pandera[polars]": pandera,
    "dataframely": dataframely,
    "pointblank": pointblank,
}
