"""`assist compute`: what employer and employee pay on a wage in a month.

It imports neither typer, rich, NumPy nor a browser. Exit codes: 0 computed, 2 the rates of
the month are not known, or wrong use.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import date

from contributions import (
    Amounts,
    ContributionsError,
    Group,
    Person,
    YearMonth,
    compute,
    format_sen,
    parse_ringgit,
)
from contributions.bilingual import Language, T
from contributions.doubts import doubts_about
from contributions.rates import current
from contributions.rates.pack import OLDEST_AGE
from harness.cli.plain import (
    WRONG_USE,
    Parser,
    complain,
    day,
    not_taken,
    parsed,
    read_by,
    reader_went_away,
    refused,
    write,
)

__all__ = ["main"]

OLDEST_BIRTH = date(1900, 1, 1)
_NOTE = T("Note", "Nota")
_GROUPS = {
    Group.LOCAL: T("local", "tempatan"),
    Group.FOREIGN: T("foreign", "asing"),
    Group.LOCAL_DOMESTIC: T("local domestic", "pekerja domestik tempatan"),
    Group.FOREIGN_DOMESTIC: T("foreign domestic", "pekerja domestik asing"),
    Group.SPOUSE: T("spouse", "pasangan majikan"),
}


def main(argv: Sequence[str]) -> int:
    """Compute what is due; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    try:
        _refuse_ages(options)
        person = _person(options)
        amounts = compute(options.wage, month=options.month, person=person, known_only=False)
        notes = doubts_about(person, options.month) if amounts.total else ()
    except _Impossible as error:
        return refused(parser, error.words)
    except ContributionsError as error:
        complain(f"assist compute: {error.words.in_language(options.lang)}.")
        return WRONG_USE
    try:
        shown = _as_json(options, amounts, notes) if options.json else _as_text(options, amounts, notes)
        write(f"{shown}\n")
    except BrokenPipeError:
        reader_went_away()
    if current().knows(options.month):
        return 0
    unknown = T(
        "could not tell what is due in {month}; the rates are known until {last}.",
        "tidak dapat ditentukan jumlah bagi {month}; kadar diketahui hingga {last}.",
    ).filled(month=options.month.name, last=current().known_until.name)
    complain(f"assist compute: {unknown.in_language(options.lang)}")
    return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist compute",
        description="What employer and employee pay on a wage: SOCSO (Act 4), EIS (Act 800), LINDUNG 24 JAM.",
        epilog="Exit codes: 0 computed, 2 the rates of the month are not known, or wrong use.\n"
        "Example: assist compute --wage 3250 --month 2026-10 --born 1990-01-01",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--wage",
        type=read_by(parse_ringgit),
        required=True,
        metavar="RINGGIT",
        help="such as 3250 or 3250.50",
    )
    parser.add_argument(
        "--month",
        type=read_by(YearMonth.parse),
        required=True,
        metavar="YYYY-MM",
        help="the month of the wages",
    )
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--born", type=_birthday, metavar="YYYY-MM-DD", help="birth date")
    who.add_argument("--age", type=int, help="completed years at the end of the month")
    parser.add_argument("--group", choices=[group.value for group in Group], default=Group.LOCAL.value)
    parser.add_argument(
        "--first-joined-at", type=int, metavar="AGE", help="age when Act 4 first applied, if 55 or more"
    )
    parser.add_argument(
        "--no-eis-before-57", action="store_true", help="no EIS was payable before the 57th birthday"
    )
    parser.add_argument("--released", action="store_true", help="released from LINDUNG 24 JAM")
    parser.add_argument("--invalidity-pensioner", action="store_true", help="draws an invalidity pension")
    parser.add_argument(
        "--lindung-elsewhere", action="store_true", help="another employer deducts LINDUNG 24 JAM"
    )
    parser.add_argument("--pass-lapsed", action="store_true", help="a foreign worker whose work pass lapsed")
    parser.add_argument(
        "--outside-act4", action="store_true", help="permanent government employee, owner or partner"
    )
    parser.add_argument(
        "--outside-eis", action="store_true", help="public service, casual work outside trade"
    )
    parser.add_argument(
        "--lang", choices=("en", "ms"), default="en", help="language of the answer and its notes"
    )
    parser.add_argument("--json", action="store_true", help="JSON for programs, amounts in sen")
    return parser


def _birthday(text: str) -> date:
    born = day(text)
    if born < OLDEST_BIRTH:
        raise not_taken(
            T(
                f"{text} is too long ago for a birth date",
                f"{text} terlalu lama dahulu untuk tarikh lahir",
            )
        )
    return born


class _Impossible(ContributionsError):
    """Ages and days that do not go together, so that the command line is wrong."""


def _refuse_ages(options: argparse.Namespace) -> None:
    if options.born and YearMonth.of(options.born) > options.month:
        raise _Impossible(T("the birth date lies after the month", "tarikh lahir adalah selepas bulan itu"))
    if options.age is not None and not 0 <= options.age <= OLDEST_AGE:
        raise _Impossible(
            T(
                f"an age is 0 to {OLDEST_AGE}, not {options.age}",
                f"umur ialah 0 hingga {OLDEST_AGE}, bukan {options.age}",
            )
        )


def _person(options: argparse.Namespace) -> Person:
    person = Person(
        born=options.born,
        age=options.age,
        group=Group(options.group),
        first_act4_age=options.first_joined_at,
        eis_before_57=not options.no_eis_before_57,
        lindung_released=options.released,
        lindung_elsewhere=options.lindung_elsewhere,
        invalidity_pensioner=options.invalidity_pensioner,
        work_pass_lapsed=options.pass_lapsed,
        under_act4=not options.outside_act4,
        under_eis=not options.outside_eis,
    )
    age, first = person.age_in(options.month), options.first_joined_at
    if first is not None and not 0 <= first <= age:
        raise _Impossible(
            T(
                f"who is {age} in {options.month} cannot have first joined at {first}",
                f"orang yang berumur {age} pada {options.month} tidak mungkin pertama kali menyertai pada "
                f"umur {first}",
            )
        )
    return person


def _as_json(options: argparse.Namespace, amounts: Amounts, notes: Sequence[T]) -> str:
    return json.dumps(
        {
            "version": 1,
            "month": str(options.month),
            "wage": options.wage,
            "group": options.group,
            "ruleset": current().version,
            "known": current().knows(options.month),
            "amounts": {
                "socso_employer": amounts.socso_employer,
                "socso_employee": amounts.socso_employee,
                "eis_employer": amounts.eis_employer,
                "eis_employee": amounts.eis_employee,
                "lindung": amounts.lindung,
            },
            "total": amounts.total,
            "notes": [note.in_language(options.lang) for note in notes],
        }
    )


def _as_text(options: argparse.Namespace, amounts: Amounts, notes: Sequence[T]) -> str:
    language: Language = options.lang
    rows = (
        (T("SOCSO (Act 4)", "PERKESO (Akta 4)"), amounts.socso_employer, amounts.socso_employee),
        (T("EIS (Act 800)", "SIP (Akta 800)"), amounts.eis_employer, amounts.eis_employee),
        (T.same("LINDUNG 24 JAM"), 0, amounts.lindung),
        (
            T("Together", "Jumlah"),
            amounts.socso_employer + amounts.eis_employer,
            amounts.socso_employee + amounts.eis_employee + amounts.lindung,
        ),
    )
    head = T("Wage {wage}, {month}, {group}", "Gaji {wage}, {month}, {group}").filled(
        wage=format_sen(options.wage), month=options.month.name, group=_GROUPS[Group(options.group)]
    )
    titles = T(f"{'employer':>14}{'employee':>14}", f"{'majikan':>14}{'pekerja':>14}")
    lines = [
        head.in_language(language),
        "",
        f"{'':16}{titles.in_language(language)}",
        *(
            f"{name.in_language(language):16}{format_sen(employer):>14}{format_sen(employee):>14}"
            for name, employer, employee in rows
        ),
        "",
        *(f"{_NOTE.in_language(language)}: {note.in_language(language)}" for note in notes),
        f"{_when(options.month).in_language(language)}: {format_sen(amounts.total)}",
    ]
    return "\n".join(lines)


def _when(month: YearMonth) -> T:
    if current().knows(month):
        return T(
            f"To be paid by {month.due_date:%d/%m/%Y}",
            f"Perlu dibayar sebelum atau pada {month.due_date:%d/%m/%Y}",
        )
    return T("By the tables at hand", "Mengikut jadual yang ada")
