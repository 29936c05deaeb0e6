"""What `assist convert` says: what is taken as what, what became of the rows, and the result for programs."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from contributions import FileReport
from contributions.bilingual import Language, T
from contributions.converting import FIELDS, Columns, Conversion, Kind, Remark
from contributions.converting.columns import Column
from contributions.layouts import C2
from contributions.outputs.as_json import totals_for_json
from contributions.outputs.masking import masked_name, masked_number
from contributions.outputs.words import counted
from contributions.printable_json import printable_json
from contributions.sheets.cells import text
from contributions.sheets.shares import WITH_LINDUNG
from harness.cli.convert_plan import Plan

__all__ = ["Speaker", "as_json"]

LISTED = 20
SAMPLE_WIDTH, HEADING_WIDTH = 24, 34
_MONEY = frozenset(field.name for field in C2.amounts) | {WITH_LINDUNG}
_HIDDEN = {"identity_number": masked_number, "name": masked_name}
_KINDS = {
    Kind.WRONG: T("Cannot be taken", "Tidak dapat diambil"),
    Kind.LEFT_OUT: T("Left out", "Ditinggalkan"),
    Kind.MENDED: T("Put right", "Dibetulkan"),
    Kind.DIFFERS: T(
        "Kept as in the sheet, and other than expected",
        "Dikekalkan seperti dalam helaian, dan berlainan daripada jangkaan",
    ),
    Kind.DOUBT: T("Look at", "Perlu disemak"),
    Kind.REGISTER: T("To be recorded in the portal", "Perlu direkodkan dalam portal"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Says things in one language, with or without who people are."""

    language: Language = "en"
    mask: bool = False
    width: int = 100

    def say(self, words: T) -> str:
        """A text in the reader's language."""
        return words.in_language(self.language)

    def columns(self, columns: Columns) -> Iterator[str]:
        """The table of columns: letter, heading, what it is taken as, first values."""
        head = [
            T("column", "lajur"),
            T("heading", "tajuk"),
            T("taken as", "diambil sebagai"),
            T("first values", "nilai pertama"),
        ]
        rows = [[self.say(title) for title in head]]
        for column in columns.columns:
            samples = "  |  ".join(self.sample(column, each) for each in column.samples)
            rows.append([column.letter, _cut(column.heading, HEADING_WIDTH), self.taken_as(column), samples])
        widths = [max(len(row[index]) for row in rows) for index in range(3)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True))
            yield f"  {'  '.join(cells)}".rstrip()

    def taken_as(self, column: Column) -> str:
        """A field in words."""
        if column.field is None:
            return self.say(T("- (left out)", "- (ditinggalkan)"))
        unit = T.same("")
        if column.field in _MONEY:
            unit = T.same(", sen" if column.is_sen else ", ringgit")
        if column.is_empty:
            unit = T(" (empty)", " (kosong)")
        return f"{self.say(FIELDS[column.field])}{self.say(unit)}"

    def sample(self, column: Column, cell: object) -> str:
        """A value as it stands; nobody is named where people are hidden."""
        shown = _cut(_written(column, cell), SAMPLE_WIDTH)
        if not self.mask:
            return shown
        if column.field is None:
            return "*" * min(len(shown), 6)
        return _HIDDEN[column.field](shown) if column.field in _HIDDEN else shown

    def remarks(self, conversion: Conversion) -> Iterator[str]:
        """What is to be said of rows, by kind, the first of each."""
        for kind, title in _KINDS.items():
            found = conversion.of_kind(kind)
            if not found:
                continue
            yield ""
            yield f"{self.say(title)} ({len(found):,}):"
            for each in found[:LISTED]:
                yield from self.wrapped(self.remark(each))
            if len(found) > LISTED:
                more = len(found) - LISTED
                yield self.say(
                    T(
                        f"  ... {more:,} more; --json tells all of them",
                        f"  ... {more:,} lagi; --json menyatakan semuanya",
                    )
                )

    def wrapped(self, said: str) -> list[str]:
        """A sentence within the width of the terminal."""
        return textwrap.wrap(
            said, self.width, initial_indent="  ", subsequent_indent="      ", break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip

    def remark(self, remark: Remark) -> str:
        """A remark on one line: where, who, what, and what to do."""
        who = remark.who or remark.number
        if re.search(rf"(?<!\w){re.escape(who)}(?!\w)", self.say(remark.message)):
            who = ""  # the message says it
        name = who
        if self.mask and who:
            name = masked_name(who) if remark.who else masked_number(who)
        said = ". ".join(
            _sentence(self.hidden(remark, each)) for each in (remark.message, remark.mend) if each.en
        )
        return f"{self.say(_where(remark))}{f' ({name})' if name else ''}: {said.rstrip('.')}."

    def hidden(self, remark: Remark, words: T) -> str:
        """A text in which nobody is named where people are hidden."""
        said = self.say(words)
        if self.mask:
            for plain, stars in (
                (remark.number, masked_number(remark.number)),
                (remark.who, masked_name(remark.who)),
            ):
                said = said.replace(plain, stars) if plain else said
        return said


def _written(column: Column, cell: object) -> str:
    """A cell as a spreadsheet shows it."""
    if column.field == "month" and isinstance(cell, date):
        return f"{cell:%m/%Y}"
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if column.field in _MONEY and is_number and not column.is_sen:
        return f"{cell:,.2f}"
    return text(cell).removeprefix("'")


def _sentence(said: str) -> str:
    return said.rstrip(".")


def _cut(text_: str, width: int) -> str:
    return text_ if len(text_) <= width else f"{text_[: width - 3]}..."


def _where(remark: Remark) -> T:
    if remark.source:
        return T(f"{remark.source}, line {remark.row}", f"{remark.source}, baris {remark.row}")
    if remark.column:
        return T(
            f"row {remark.row}, column {remark.column} {remark.heading!r}",
            f"baris {remark.row}, lajur {remark.column} {remark.heading!r}",
        )
    return T(f"row {remark.row}", f"baris {remark.row}")


def as_json(  # noqa: PLR0913 - what a program reads, by name
    speaker: Speaker,
    plan: Plan,
    *,
    sources: Sequence[Path],
    output: Path | None,
    report: FileReport | None,
    reason: T | None = None,
) -> str:
    """The result for programs; `output` is `None` when nothing was written, and `reason` says why."""
    conversion = plan.conversion or Conversion((), ())
    document: dict[str, Any] = {
        "version": 1,
        "sources": [str(path) for path in sources],
        "sheet": plan.columns.sheet.name if plan.columns else "",
        "output": str(output) if output else None,
        "written": output is not None,
        "reason": speaker.say(reason) if reason else "",
        "columns": [
            {
                "column": column.letter,
                "heading": column.heading,
                "field": column.field,
                "is_empty": column.is_empty,
                "samples": [speaker.sample(column, each) for each in column.samples],
            }
            for column in (plan.columns.columns if plan.columns else ())
        ],
        "facts": [speaker.say(fact) for fact in plan.facts],
        "records": plan.records,
        "wrong": len(conversion.of_kind(Kind.WRONG)),
        "remarks": [
            {
                "kind": each.kind.value,
                "source": each.source,
                "row": each.row,
                "column": each.column,
                "heading": each.heading,
                "employee": masked_number(each.number) if speaker.mask else each.number,
                "name": masked_name(each.who) if speaker.mask else each.who,
                "message": speaker.hidden(each, each.message),
                "mend": speaker.hidden(each, each.mend),
            }
            for each in conversion.remarks
        ],
        "check": _checked(report),
    }
    return printable_json(document)


def _checked(report: FileReport | None) -> dict[str, Any] | None:
    if report is None:
        return None
    errors, warnings = counted(report)
    return {
        "verdict": report.verdict.value,
        "errors": errors,
        "warnings": warnings,
        "totals": totals_for_json(report.totals),
    }
