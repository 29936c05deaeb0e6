"""What the checks of the whole file look at, after all its lines were read."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from contributions.accepting import AcceptRule
from contributions.bilingual import T
from contributions.checks.check import Sight, Sighting
from contributions.checks.recognition import hidden_mark, not_text, recognise
from contributions.layouts import C1, C2, READ, Layout, layout_named
from contributions.matrix.chunks import Reading
from contributions.matrix.context import Context
from contributions.matrix.tally import Counted, Tally
from contributions.matrix.types import Hashes, Integers, Mask, SmallIntegers
from contributions.months import YearMonth
from contributions.rates import current

__all__ = ["WholeFile"]

LINES_SAMPLED = 200
_Number = TypeVar("_Number", np.int32, np.int64, np.uint64)


@dataclass(slots=True, kw_only=True)
class OddLines:
    """Lines that have not the width of a record."""

    numbers: Integers
    offsets: Integers
    widths: Integers

    def where(self, rows: Mask) -> "OddLines":
        """Some of them."""
        return OddLines(numbers=self.numbers[rows], offsets=self.offsets[rows], widths=self.widths[rows])

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def none(self) -> "OddLines":
        """None of them."""
        return self.where(np.zeros(len(self), np.bool_))


@dataclass(kw_only=True)
class WholeFile:
    """A file that was read to its end, or whose beginning already says that it is no text."""

    context: Context
    reading: Reading
    head: bytes
    tally: Tally
    odd: OddLines
    read_line: Callable[[int], bytes]
    """The line that begins at an offset, without its end; at most some hundred bytes of it."""
    empty_records: int = 0
    """Lines as wide as a record that are spaces and nothing else."""
    table: Layout = C2
    """The layout by which its records were read; C1 is read as C2."""

    @cached_property
    def layout(self) -> str | None:
        """The name of the layout, told by the lines alone; `None` when none fits."""
        if hidden_mark(self.head) or not_text(self.head):
            return None
        read = self.reading.lines - len(self.odd)
        if self.tally.records:
            is_c1 = self.table is C2 and self.tally.records == self.tally.blank_lindung
            return C1.name if is_c1 else self.table.name
        widths = Counter(self.odd.widths[self.odd.widths > 0].tolist())
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        other = self._recognised(width) if count > read else None
        return self.table.name if other is None and read else other

    def _recognised(self, width: int) -> str | None:
        """The layout that lines of one width show, by some of them from all over the file."""
        offsets = self.odd.where(self.odd.widths == width).offsets
        samples = offsets[:: max(1, len(offsets) // LINES_SAMPLED)][:LINES_SAMPLED]
        return recognise(width, [self.read_line(offset) for offset in samples.tolist()])

    @cached_property
    def shown(self) -> Layout:
        """The layout whose fields are shown: that of the file, else the one accepted today."""
        return layout_named(self.layout) if self.layout in READ else C2

    @property
    def is_refused(self) -> bool:
        """Whether the portal does not take the layout any more, by the rule that is asked for."""
        if self.layout not in READ:
            return False
        until = self.accepted_until
        return until is not None and self._day_of_acceptance > until

    @property
    def accepted_until(self) -> date | None:
        """The last day on which its layout is taken, by the data pack in force; `None` for no end."""
        return current().accepted_until.get(self.layout or "")

    @property
    def accept_rule(self) -> AcceptRule:
        """The rule that was asked for, else that of the data pack in force."""
        return self.context.accept_rule or current().accept_rule

    @property
    def _day_of_acceptance(self) -> date:
        """The day that decides which layouts are taken: of the upload, or of the latest month."""
        latest = max(self.tally.months, default=None)
        if self.accept_rule is AcceptRule.UPLOAD_DATE or latest is None:
            return self.context.as_of
        return YearMonth.from_number(latest).first_day

    @cached_property
    def filled_lines(self) -> int:
        """How many lines are not empty."""
        return self.reading.lines - int((self.odd.widths == 0).sum()) - self.empty_records

    @cached_property
    def last_line(self) -> int:
        """Number of the last line that is not empty."""
        last = [int(part[-1]) for part in self.tally.numbers if len(part)][-1:]
        filled = self.odd.numbers[self.odd.widths > 0]
        return max([*last, *filled[-1:].tolist()], default=0)

    @cached_property
    def numbers(self) -> SmallIntegers:
        """Line number of each record."""
        return _joined(self.tally.numbers, np.int32)

    @cached_property
    def offsets(self) -> Integers:
        """Byte offset of each record."""
        return _joined(self.tally.offsets, np.int64)

    @cached_property
    def identities(self) -> Hashes:
        """Fingerprint of the identity number of each record; 0 where it is blank or certainly wrong."""
        return _joined(self.tally.identities, np.uint64)

    @cached_property
    def names(self) -> Hashes:
        """Fingerprint of the name of each record."""
        return _joined(self.tally.names, np.uint64)

    @cached_property
    def months(self) -> SmallIntegers:
        """`YearMonth.number` of each record."""
        return _joined(self.tally.month_numbers, np.int32)

    @property
    def named_months(self) -> tuple[YearMonth, ...]:
        """The months of its records, each once, in order."""
        return tuple(YearMonth.from_number(number) for number in sorted(self.tally.months))

    @property
    def main_month(self) -> tuple[YearMonth, Counted] | None:
        """The month of most records, the earlier in the file of two that are alike; `None` without any."""
        months = self.tally.months.items()
        number, counted = min(
            months, key=lambda each: (-each[1].times, each[1].first), default=(0, Counted(0, 0))
        )
        return (YearMonth.from_number(number), counted) if counted.times else None

    def sight(self, record: int, **facts: T) -> Sight:
        """A place on a record, given by its index."""
        return Sight(line=int(self.numbers[record]), offset=int(self.offsets[record]), facts=facts)

    def at_records(self, records: Sequence[int] | Integers) -> Sighting:
        """A sighting of records, given by their indices."""
        kept = records[: self.context.places_kept]
        return Sighting(places=len(records), at=tuple(self.sight(record) for record in kept))

    def at_values(self, field: str, values: Mapping[bytes, Counted], **facts: T) -> Sighting:
        """A sighting of all records that have one of some values in a text field."""
        return self.at_texts(self.shown[field].columns, values, **facts)

    def at_texts(self, columns: slice, values: Mapping[bytes, Counted], **facts: T) -> Sighting:
        """The same for values of some columns, given without the spaces at their end."""
        places = sum(counted.times for counted in values.values())
        found = islice(self._records_with(columns, values), min(places, self.context.places_kept))
        return Sighting(places=places, at=tuple(self.sight(record, **facts) for record in found))

    def _records_with(self, columns: slice, values: Mapping[bytes, Counted]) -> Iterator[int]:
        """Indices of records in their order; lines are read again as far as records are asked for."""
        first = min(counted.first for counted in values.values())
        return (
            record
            for record, offset in enumerate(self.offsets[first:].tolist(), first)
            if self.read_line(offset)[columns].rstrip(b" ") in values
        )

    def in_months(self, meant: Collection[int]) -> Sighting:
        """A sighting of all records of some months, given by their numbers."""
        return self.at_records(np.flatnonzero(np.isin(self.months, list(meant))))

    def at_odd(
        self,
        lines: OddLines,
        facts: Callable[[bytes, int], dict[str, T]] = lambda _line, _width: {},
        column: Callable[[bytes, int], int] = lambda _line, _width: 0,
    ) -> Sighting:
        """A sighting of lines of another width; `facts` gives words from a line and its width.

        `column` gives the one column to point at, 0 for the line.
        """
        kept = self.context.places_kept
        places = zip(
            lines.numbers[:kept].tolist(),
            lines.offsets[:kept].tolist(),
            lines.widths[:kept].tolist(),
            strict=True,
        )
        return Sighting(
            places=len(lines),
            at=tuple(
                Sight(
                    line=number,
                    offset=offset,
                    width=width,
                    column=column(self.read_line(offset), width),
                    facts=facts(self.read_line(offset), width),
                )
                for number, offset, width in places
            ),
        )


def _joined(parts: list[Any], kind: type[_Number]) -> NDArray[_Number]:
    """The parts, arrays or ranges, as one; they are let go of, since millions of lines are held only once."""
    arrays = [
        np.arange(part.start, part.stop, part.step).astype(kind) if isinstance(part, range) else part
        for part in parts
    ]
    whole: NDArray[_Number] = np.concatenate(arrays or [np.empty(0, kind)])
    parts[:] = [whole]
    return whole
