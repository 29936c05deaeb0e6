"""A reconciliation for a terminal: the answer, the sums, then the differences by person.

Columns stand beside each other where there is room for them, else below each other; only ASCII is used.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from contributions.bilingual import T
from contributions.reconciling.comparison import Pair, Reconciliation
from contributions.reconciling.outputs.words import (
    DIFFERENCE,
    FILE,
    SHEET,
    Shown,
    cautions,
    columns_read,
    counts,
    notes,
    ringgit,
    verdict,
)
from contributions.reconciling.people import TITLES, Person
from contributions.reconciling.totals import Branch, Row, branches_of, totals_of

__all__ = ["reconciliation_as_text"]

FIRST_PEOPLE = 30
AMOUNT, TITLE = 13, 33
SIGN_AND_SPACE = 2
WIDEST = 92
SAME = T("same", "sama")
KEPT_TOGETHER = "\N{NO-BREAK SPACE}"
_BRANCH_ROWS = frozenset({"people", "wage", "socso", "eis"})


def reconciliation_as_text(
    result: Reconciliation, shown: Shown, *, width: int, everybody: bool = False
) -> Iterator[str]:
    """The lines, without their ends; long lists are cut unless `everybody` is wanted."""
    yield from _Text(result, shown, width, everybody=everybody).lines()


class _Text:
    def __init__(self, result: Reconciliation, shown: Shown, width: int, *, everybody: bool) -> None:
        self.result = result
        self.shown = shown
        self.say = shown.say
        self.width = min(width, WIDEST)
        self.everybody = everybody
        sums = (each for row in totals_of(result) for each in (row.in_file, row.in_sheet or 0))
        self.amount = max(AMOUNT, max(len(ringgit(each)) for each in sums) + SIGN_AND_SPACE)
        self.is_wide = width >= TITLE + 3 * self.amount

    def lines(self) -> Iterator[str]:
        result = self.result
        sheets = f" ({', '.join(result.sheet.sheets)})" if result.sheet.sheets else ""
        yield from self._wrapped(f"{result.file.name}  <->  {result.sheet.name}{sheets}")
        month = self.say(result.file.month.name)
        employer = self.say(T("Employer", "Majikan"))
        yield from self._wrapped(f"{employer} {result.file.employer_code}, {month}")
        yield ""
        yield from self._wrapped(self.say(verdict(result)))
        for note in cautions(result):
            yield from self._wrapped(self.say(note))
        for title, count in counts(result):
            if count:
                yield from self._wrapped(f"{self.say(title)}: {self._people(count, title)}", "  ")
        yield ""
        yield from self._head(T("RM", "RM"))
        for row in totals_of(result):
            yield from self._row(row)
        for branch in branches_of(result):
            yield from self._branch(branch)
        yield from self._alone(counts(result)[0][0], result.only_in_file)
        yield from self._alone(counts(result)[1][0], result.only_in_sheet)
        yield from self._pairs(counts(result)[2][0], result.renumbered)
        yield from self._pairs(counts(result)[3][0], result.differing)
        yield from self._names()
        yield from self._read()

    def _people(self, count: int, title: T) -> str:
        people = T(f"{count:,} {'person' if count == 1 else 'people'}", f"{count:,} orang")
        if title != counts(self.result)[-1][0]:
            return self.say(people)
        amounts = sum(len(pair.fields) for pair in self.result.differing)
        english = f"{people.en}, {amounts:,} amount{'' if amounts == 1 else 's'}"
        return self.say(T(english, f"{people.ms}, {amounts:,} amaun"))

    def _wrapped(self, text: str, indent: str = "") -> Iterator[str]:
        lines = textwrap.wrap(
            text, self.width, subsequent_indent=indent + "  ", initial_indent=indent, break_on_hyphens=False
        )
        yield from (line.replace(KEPT_TOGETHER, " ") for line in lines)

    def _head(self, title: T) -> Iterator[str]:
        if self.is_wide:
            yield self._cells(self.say(title), (self.say(FILE), self.say(SHEET), self.say(DIFFERENCE)))
        else:
            yield from self._wrapped(self.say(title))

    def _cells(self, title: str, amounts: Iterable[str]) -> str:
        return f"{title:{TITLE}}" + "".join(f"{amount:>{self.amount}}" for amount in amounts)

    def _row(self, row: Row) -> Iterator[str]:
        amounts = [f"{row.in_file:,}", "-" if row.in_sheet is None else f"{row.in_sheet:,}"]
        if row.is_money:
            amounts = [ringgit(row.in_file), "-" if row.in_sheet is None else ringgit(row.in_sheet)]
        difference = row.difference
        if difference is None:
            amounts.append("-")
        elif not difference:
            amounts.append(self.say(SAME))
        else:
            amounts.append(ringgit(difference, signed=True) if row.is_money else f"{difference:+,}")
        yield from self._amounts(self.say(row.title), amounts)

    def _amounts(self, title: str, amounts: Sequence[str], indent: str = "  ") -> Iterator[str]:
        if self.is_wide:
            yield self._cells(f"{indent}{title}", amounts)
            return
        yield f"{indent}{title}"
        for side, amount in zip((FILE, SHEET, DIFFERENCE), amounts, strict=True):
            yield f"{indent}  {self.say(side):11}{amount:>{self.amount}}"

    def _branch(self, branch: Branch) -> Iterator[str]:
        yield ""
        yield from self._wrapped(self.say(branch.title))
        for row in branch.rows:
            if row.key in _BRANCH_ROWS:
                yield from self._row(row)

    def _some(self, people: Sequence[Person] | Sequence[Pair]) -> int:
        return len(people) if self.everybody else min(len(people), FIRST_PEOPLE)

    def _more(self, people: Sequence[Person] | Sequence[Pair]) -> Iterator[str]:
        left = len(people) - self._some(people)
        if left:
            more = T(
                f"... {left:,} more; --all or --excel FILE shows them.",
                f"... {left:,} lagi; --all atau --excel FAIL menunjukkannya.",
            )
            yield from self._wrapped(self.say(more), "  ")

    def _alone(self, title: T, people: Sequence[Person]) -> Iterator[str]:
        if not people:
            return
        yield ""
        yield from self._wrapped(f"{self.say(title)}: {len(people):,}")
        is_file = people is self.result.only_in_file
        for person in people[: self._some(people)]:
            where = self._places(T("line", "baris fail") if is_file else T("row", "baris"), person)
            yield from self._who(person, where)
            listed = [
                f"{self.say(TITLES[field])} {ringgit(person.amounts[field])}".replace(" ", KEPT_TOGETHER)
                for field in self.result.compared
                if person.amounts[field]
            ]
            yield from self._wrapped("; ".join(listed), "    ")
        yield from self._more(people)

    def _who(self, person: Person, where: str) -> Iterator[str]:
        branch = f", {', '.join(filter(None, person.branches))}" if any(person.branches) else ""
        whole = f"{self.shown.number(person):12}  {self.shown.name(person)}  ({where}{branch})"
        yield from self._wrapped(whole, "  ")

    def _places(self, word: T, person: Person) -> str:
        return f"{self.say(word)} {', '.join(map(str, person.places))}"

    def _pairs(self, title: T, pairs: Sequence[Pair]) -> Iterator[str]:
        if not pairs:
            return
        yield ""
        yield from self._head(T(f"{title.en}: {len(pairs):,}", f"{title.ms}: {len(pairs):,}"))
        for pair in pairs[: self._some(pairs)]:
            line = self._places(T("line", "baris fail"), pair.in_file)
            row = self._places(T("row", "baris hamparan"), pair.in_sheet)
            yield from self._who_of_both(pair, f"{line}, {row}")
            for field in pair.fields:
                ours, theirs = pair.in_file.amounts[field], pair.in_sheet.amounts[field]
                amounts = (ringgit(ours), ringgit(theirs), ringgit(theirs - ours, signed=True))
                yield from self._amounts(self.say(TITLES[field]), amounts, indent="    ")
        yield from self._more(pairs)

    def _who_of_both(self, pair: Pair, where: str) -> Iterator[str]:
        yield from self._who(
            Person(pair.in_file.identity_number, pair.in_file.name, {}, (), pair.in_sheet.branches), where
        )
        if pair.in_file.key != pair.in_sheet.key:
            yield f"    {self.say(SHEET)}: {self.shown.number(pair.in_sheet)}"

    def _names(self) -> Iterator[str]:
        renamed = self.result.renamed
        if not renamed:
            return
        yield ""
        title = T("Names differ, which is no difference to pay", "Nama berbeza, tanpa kesan pada bayaran")
        yield from self._wrapped(f"{self.say(title)}: {len(renamed):,}")
        for pair in renamed[: self._some(renamed)]:
            yield f"  {self.shown.number(pair.in_file)}"
            yield from self._wrapped(f"{self.say(FILE)}: {self.shown.name(pair.in_file)}", "    ")
            yield from self._wrapped(f"{self.say(SHEET)}: {self.shown.name(pair.in_sheet)}", "    ")
        yield from self._more(renamed)

    def _read(self) -> Iterator[str]:
        yield ""
        for note in notes(self.result):
            if note in cautions(self.result):
                continue
            yield from self._wrapped(self.say(note))
        listed = "; ".join(f"{self.say(title)} = {column}" for title, column in columns_read(self.result))
        yield from self._wrapped(f"{self.say(T('Columns read', 'Lajur dibaca'))}: {listed}.")
