"""`assist diff A B`: who joined, who left, whose wage or amounts changed, and the totals of both files.

It compares by person, not by line. Exit codes: 0 nobody and nothing differs, 1 something does, 2 a file
cannot be read, or wrong use.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from contributions import ContributionsError, format_sen
from contributions.bilingual import Language, T
from contributions.comparing import Changes, Pair, Party, People, compare, people_in
from contributions.layouts import C2, S1
from contributions.outputs.masking import masked_name, masked_number
from harness.cli.plain import WRONG_USE, Parser, complain, parsed, reader_went_away, write
from harness.cli.results import what_and_mend
from harness.cli.text_alone import refuse_no_text
from harness.cli.told import told
from harness.errors import HarnessError

__all__ = ["main"]

DIFFERS = 1
_TITLES = {field.name: field.title for layout in (C2, S1) for field in layout.amounts}


def main(argv: Sequence[str]) -> int:
    """Compare two files; the answer is the exit code."""
    options = parsed(_parser(), argv)
    if isinstance(options, int):
        return options
    people = []
    for name in (options.before, options.after):
        try:
            refuse_no_text(Path(name))
            people.append(people_in(Path(name)))
        except HarnessError as error:
            complain(f"assist diff: {told(error, options.lang)}")
            return WRONG_USE
        except ContributionsError as error:
            reason, mend = what_and_mend(error, Path(name), options.lang)
            complain(f"assist diff: {name}: {reason}. {mend}")
            return WRONG_USE
    try:
        changes = compare(*people)
    except ContributionsError as error:
        complain(f"assist diff: {error.words.in_language(options.lang)}.")
        return WRONG_USE
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    shown = _Shown(options.lang, mask=is_ci if options.mask is None else options.mask)
    try:
        write(
            shown.as_json(changes) if options.json else "".join(f"{line}\n" for line in shown.text(changes))
        )
    except BrokenPipeError:
        reader_went_away()
    return DIFFERS if changes.is_any else 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist diff",
        description="What changed from one contribution file to another, by person.",
        epilog="Exit codes: 0 nothing differs, 1 something does, 2 a file cannot be read, or wrong use.\n"
        "Example: assist diff september.txt october.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("before", metavar="A", help="the file before, such as last month's")
    parser.add_argument("after", metavar="B", help="the file after")
    parser.add_argument("--json", action="store_true", help="JSON for programs, amounts in sen")
    parser.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    parser.add_argument(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide identity numbers and names (default where CI=true)",
    )
    return parser


class _Shown:
    """Changes as text or JSON, with or without who people are."""

    def __init__(self, language: Language, *, mask: bool) -> None:
        self.language = language
        self.mask = mask

    def say(self, text: T) -> str:
        """A text in the language of the reader."""
        return text.in_language(self.language)

    def who(self, party: Party) -> tuple[str, str]:
        """The identity number and the name."""
        if self.mask:
            return masked_number(party.identity_number), masked_name(party.name)
        return party.identity_number, party.name

    def text(self, changes: Changes) -> Iterator[str]:
        months = [
            ", ".join(self.say(month.name) for month in people.months)
            for people in (changes.before, changes.after)
        ]
        if changes.of_other_employers:
            codes = [", ".join(people.employer_codes) for people in (changes.before, changes.after)]
            yield self.say(
                T(
                    f"The employer codes differ: {codes[0]} before, {codes[1]} after.",
                    f"Kod majikan berbeza: {codes[0]} sebelum, {codes[1]} selepas.",
                )
            )
        if changes.of_other_ssm_numbers:
            none = self.say(T("none", "tiada"))
            numbers = [", ".join(people.ssm_numbers) or none for people in (changes.before, changes.after)]
            yield self.say(
                T(
                    f"The MyCoID / SSM numbers differ: {numbers[0]} before, {numbers[1]} after.",
                    f"Nombor MyCoID / SSM berbeza: {numbers[0]} sebelum, {numbers[1]} selepas.",
                )
            )
        yield self.say(T(f"{months[0]} to {months[1]}", f"{months[0]} hingga {months[1]}"))
        for title, parties in (
            (T("Joined", "Masuk"), changes.joined),
            (T("Left", "Keluar"), changes.left),
        ):
            if parties:
                yield f"\n{self.say(title)}: {len(parties):,}"
                for party in parties:
                    amount = next(iter(party.amounts.values()))
                    yield f"  {'  '.join(self.who(party))}  {format_sen(amount)}"
        if changes.renumbered:
            another = T("Another identity number", "Nombor pengenalan lain")
            yield f"\n{self.say(another)}: {len(changes.renumbered):,}"
            for pair in changes.renumbered:
                yield f"  {self.who(pair.before)[0]} -> {'  '.join(self.who(pair.after))}"
                yield from self._amounts(pair)
        yield from self._changed(changes.changed)
        yield f"\n{self.say(T('The same', 'Sama'))}: {changes.same:,}"
        yield from self._on_several_lines(changes)
        yield ""
        yield from self._totals(changes)

    def _changed(self, pairs: Sequence[Pair]) -> Iterator[str]:
        if pairs:
            yield f"\n{self.say(T('Changed', 'Berubah'))}: {len(pairs):,}"
            for pair in pairs:
                yield f"  {'  '.join(self.who(pair.before))}"
                if pair.is_renamed:
                    now = self.who(pair.after)[1]
                    yield self.say(T(f"    name: now {now}", f"    nama: kini {now}"))
                if pair.is_divided:
                    lines = f"{pair.before.lines} -> {pair.after.lines}"
                    yield self.say(
                        T(f"    lines: {lines} (added up)", f"    baris: {lines} (amaunnya dijumlahkan)")
                    )
                yield from self._amounts(pair)

    def _on_several_lines(self, changes: Changes) -> Iterator[str]:
        for title, people in (
            (T("before", "sebelum"), changes.before),
            (T("after", "selepas"), changes.after),
        ):
            count = people.on_several_lines
            if count:
                english = "person is" if count == 1 else "people are"
                yield self.say(
                    T(
                        f"{count:,} {english} on several lines {title.en}, which were added up.",
                        f"{count:,} orang ada beberapa baris {title.ms}, dan amaunnya dijumlahkan.",
                    )
                )

    def as_json(self, changes: Changes) -> str:
        """The changes for programs."""
        document = {
            "version": 1,
            "masked": self.mask,
            "joined": [self._party(party) for party in changes.joined],
            "left": [self._party(party) for party in changes.left],
            "renumbered": [self._pair(pair) for pair in changes.renumbered],
            "changed": [self._pair(pair) for pair in changes.changed],
            "same": changes.same,
            "before": _facts(changes.before),
            "after": _facts(changes.after),
        }
        return json.dumps(document, ensure_ascii=False) + "\n"

    def _totals(self, changes: Changes) -> Iterator[str]:
        titles = T(
            f"{'Totals':34} {'before':>17} {'after':>17} {'difference':>17}",
            f"{'Jumlah':34} {'sebelum':>17} {'selepas':>17} {'beza':>17}",
        )
        yield self.say(titles)
        heads = len(changes.before.parties), len(changes.after.parties)
        people = self.say(T("people", "orang"))
        yield f"{people:34} {heads[0]:>17,} {heads[1]:>17,} {heads[1] - heads[0]:>+17,}"
        before, after = changes.before.totals(), changes.after.totals()
        for name, amount in before.items():
            shown = (format_sen(amount), format_sen(after[name]), _difference(after[name] - amount))
            yield f"{self.say(_TITLES[name]):34} {shown[0]:>17} {shown[1]:>17} {shown[2]:>17}"

    def _amounts(self, pair: Pair) -> Iterator[str]:
        for name in pair.changed:
            before, after = pair.before.amounts[name], pair.after.amounts[name]
            difference = _difference(after - before)
            yield f"    {self.say(_TITLES[name])}: {format_sen(before)} -> {format_sen(after)} ({difference})"

    def _party(self, party: Party) -> dict[str, object]:
        identity, name = self.who(party)
        return {
            "identity_number": identity,
            "name": name,
            "lines": party.lines,
            "amounts": dict(party.amounts),
        }

    def _pair(self, pair: Pair) -> dict[str, object]:
        return {
            "before": self._party(pair.before),
            "after": self._party(pair.after),
            "fields": list(pair.changed),
        }


def _facts(people: People) -> dict[str, object]:
    return {
        "employer_codes": list(people.employer_codes),
        "ssm_numbers": list(people.ssm_numbers),
        "months": [str(month) for month in people.months],
        "people": len(people.parties),
        "totals": people.totals(),
    }


def _difference(sen: int) -> str:
    return f"+{format_sen(sen)}" if sen > 0 else format_sen(sen)
