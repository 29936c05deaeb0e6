"""What a person says of the columns of a sheet: `--map HEADING=FIELD`, and a mapping that was kept."""

import argparse

from contributions.bilingual import T
from contributions.converting import NotConvertible

__all__ = ["add_column_options", "columns_said"]


def add_column_options(parser: argparse.ArgumentParser) -> None:
    """The options, in the same words for every command that reads a sheet."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="what a column is; - leaves it out",
    )
    parser.add_argument("--mapping", metavar="FILE", help="what each column is, as --save-mapping kept it")


def columns_said(options: argparse.Namespace) -> dict[str, str]:
    """Fields by heading or letter, as `--map` has them.

    Raises:
        NotConvertible: one of them has no sign between the two.
    """
    said: dict[str, str] = {}
    for each in options.map:
        heading, sign, field = each.rpartition("=")
        if not sign or not heading:
            raise NotConvertible(
                T(f"--map {each!r} has no =", f"--map {each!r} tiada ="),
                T('Write it as --map "Gross Pay=wage".', 'Tulis sebagai --map "Gaji Kasar=wage".'),
            )
        said[heading] = field
    return said
