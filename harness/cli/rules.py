"""`assist rules`: the data pack of rates and rules: which is in force, install another, what it changes.

Exit codes: 0 done, or nothing changes; 1 a pack changes something for the file (`diff`); 2 a pack is wrong or
missing, or wrong use.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from contributions import ContributionsError
from contributions.accepting import AcceptRule
from contributions.bilingual import NOTHING, T
from contributions.outputs.words import VERDICT_WORDS
from contributions.rates import Pack, current
from contributions.rates.in_force import PIN, built_in, install, installed, pack_named, packs_folder, reset
from contributions.system_words import system_words
from harness.cli.plain import (
    WRONG_USE,
    Parser,
    complain,
    day_to_check,
    parsed,
    reader_went_away,
    refused,
    write,
)

if TYPE_CHECKING:
    from contributions.rates.changing import Changed

__all__ = ["main"]

CHANGED = 1
_RULES = {
    AcceptRule.UPLOAD_DATE: T("the day of the upload decides", "hari muat naik menentukan"),
    AcceptRule.CONTRIBUTION_MONTH: T("the month of the wages decides", "bulan gaji menentukan"),
}


def main(argv: Sequence[str]) -> int:
    """Do what is asked; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    if options.act == "update" and bool(options.file) == options.reset:
        return refused(parser, T("update takes a FILE, or --reset", "update memerlukan FILE, atau --reset"))
    try:
        return int(options.run(options))
    except ContributionsError as error:
        complain(f"assist rules: {error.words.in_language(options.lang)}.")
    except OSError as error:
        complain(f"assist rules: {system_words(error).in_language(options.lang)}: {error.filename}")
    except BrokenPipeError:
        reader_went_away()
    return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist rules",
        description="The data pack of rates and rules by which files are checked.",
        epilog="Exit codes: 0 done or nothing changes, 1 something changes (diff), 2 wrong pack or use.\n"
        f'{PIN}=VERSION, or rules = "VERSION" in [tool.assist.check], pins the pack of a build.\n'
        "Example: assist rules update rules-2027.1.zip\n"
        "         assist rules diff 2026.11 rules-2027.1.zip october.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar="show | update | diff")
    show = acts.add_parser("show", help="which pack is in force, and which are here")
    show.add_argument("--json", action="store_true", help="JSON for programs")
    show.set_defaults(run=_show)
    show.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    update = acts.add_parser("update", help="install a pack: a folder or a zip; the newest is in force")
    update.add_argument("file", nargs="?", metavar="FILE", help="folder or zip with pack.toml and CSV files")
    update.add_argument("--reset", action="store_true", help="remove all that were installed")
    update.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    update.set_defaults(run=_update)
    diff = acts.add_parser("diff", help="what another pack changes for a file")
    diff.add_argument("old", metavar="OLD", help="a version that is here, or a folder or zip")
    diff.add_argument("new", metavar="NEW", help="the same")
    diff.add_argument("file", metavar="FILE", help="a contribution file")
    diff.add_argument(
        "--as-of", type=day_to_check, metavar="DATE", help="the day of the upload (default: today)"
    )
    diff.add_argument("--json", action="store_true", help="JSON for programs")
    diff.add_argument("--lang", choices=("en", "ms"), default="en", help="language of the answer")
    diff.set_defaults(run=_diff)
    return parser


def _show(options: argparse.Namespace) -> int:
    pack, here = current(), [built_in(), *installed()]
    pinned = os.environ.get(PIN, "")
    if options.json:
        document = {
            "version": 1,
            "in_force": _facts(pack),
            "pinned": bool(pinned),
            "built_in": built_in().version,
            "installed": [each.version for each in installed()],
            "folder": str(packs_folder()),
        }
        write(json.dumps(document) + "\n")
        return 0
    by = T(f", pinned by {PIN}", f", ditetapkan oleh {PIN}") if pinned else NOTHING
    lines = [
        T("Rules {version} are in force{by}.", "Peraturan {version} berkuat kuasa{by}.").filled(
            version=pack.version, by=by
        ),
        T("They are known from {first} until {last}.", "Ia diketahui dari {first} hingga {last}.").filled(
            first=pack.known_from.name, last=pack.known_until.name
        ),
        *_accepted(pack),
        NOTHING,
        *(
            T("  {version:<10} {where}, until {last}", "  {version:<10} {where}, hingga {last}").filled(
                version=each.version,
                where=T("built in", "terbina dalam") if each is here[0] else T("installed", "dipasang"),
                last=each.known_until.name,
            )
            for each in here
        ),
        NOTHING,
        T(
            f"Installed packs are kept in {packs_folder()}",
            f"Pek yang dipasang disimpan dalam {packs_folder()}",
        ),
    ]
    write("".join(f"{line.in_language(options.lang)}\n" for line in lines))
    return 0


def _accepted(pack: Pack) -> Iterator[T]:
    """Until when each layout is taken, and by which rule."""
    for last in sorted(set(pack.accepted_until.values())):
        layouts = sorted(name for name, until in pack.accepted_until.items() if until == last)
        yield T(
            "{layouts} taken until {day} ({rule}).",
            "{layouts} diterima hingga {day} ({rule}).",
        ).filled(layouts=_listed(layouts), day=f"{last:%d/%m/%Y}", rule=_RULES[pack.accept_rule])


def _facts(pack: Pack) -> dict[str, object]:
    return {
        "version": pack.version,
        "known_from": str(pack.known_from),
        "known_until": str(pack.known_until),
        "accept_rule": pack.accept_rule.value,
        "accepted_until": {layout: day.isoformat() for layout, day in pack.accepted_until.items()},
        "tables": {scheme: [str(table.first) for table in tables] for scheme, tables in pack.tables.items()},
    }


def _update(options: argparse.Namespace) -> int:
    if options.reset:
        removed = ", ".join(reset())
        named = T(f"Removed {removed}.", f"{removed} dibuang.")
        said = T(
            "{named} Rules {version}, which came with this program, are in force.\n",
            "{named} Peraturan {version}, yang datang bersama program ini, berkuat kuasa.\n",
        ).filled(
            named=named if removed else T("None was installed.", "Tiada yang dipasang."),
            version=built_in().version,
        )
        write(said.in_language(options.lang))
        return 0
    pack = install(Path(options.file))
    installed_ = T(
        "Rules {version} are installed, known until {last}.\n",
        "Peraturan {version} dipasang, diketahui hingga {last}.\n",
    ).filled(version=pack.version, last=pack.known_until.name)
    write(installed_.in_language(options.lang))
    if current().version != pack.version:
        other = T(
            f"In force are rules {current().version}; {PIN}={pack.version} pins the installed ones.\n",
            f"Yang berkuat kuasa ialah peraturan {current().version}; {PIN}={pack.version} menetapkan yang "
            "dipasang.\n",
        )
        write(other.in_language(options.lang))
    return 0


def _diff(options: argparse.Namespace) -> int:
    from contributions.rates.changing import changes_for

    old, new = pack_named(options.old), pack_named(options.new)
    change = changes_for(Path(options.file), old, new, as_of=options.as_of or _today())
    entries = [
        {
            "code": each.shown.code,
            "field": each.shown.field,
            "before": each.before.places if each.before else 0,
            "after": each.after.places if each.after else 0,
            "line": each.shown.line,
            "message": each.shown.message.in_language(options.lang),
        }
        for each in change.changed
    ]
    if options.json:
        document = {
            "version": 1,
            "old": old.version,
            "new": new.version,
            "verdict": {"before": change.before.verdict.value, "after": change.after.verdict.value},
            "changed": entries,
        }
        write(json.dumps(document) + "\n")
        return CHANGED if change.is_any else 0
    verdicts = T(
        "By rules {old}: {before}. By rules {new}: {after}.",
        "Menurut peraturan {old}: {before}. Menurut peraturan {new}: {after}.",
    ).filled(
        old=old.version,
        before=VERDICT_WORDS[change.before.verdict],
        new=new.version,
        after=VERDICT_WORDS[change.after.verdict],
    )
    lines = [verdicts, *(_changed(each) for each in change.changed)]
    if not change.is_any:
        lines.append(T("Nothing changes for this file.", "Tiada perubahan bagi fail ini."))
    write("".join(f"{line.in_language(options.lang)}\n" for line in lines))
    return CHANGED if change.is_any else 0


def _listed(layouts: Sequence[str]) -> T:
    names = ", ".join(layouts)
    english = f"Layout {names} is" if len(layouts) == 1 else f"Layouts {names} are"
    return T(english, f"Susun atur {names}")


def _places(count: int) -> T:
    return T(f"{count:,} {'place' if count == 1 else 'places'}", f"{count:,} tempat")


def _changed(change: "Changed") -> T:
    shown = change.shown
    where = T(f"line {shown.line}", f"baris {shown.line}") if shown.line else T("file", "fail")
    return T(
        "{code}: {before} by the old, {after} by the new; {where}: {message}",
        "{code}: {before} menurut yang lama, {after} menurut yang baharu; {where}: {message}",
    ).filled(
        code=shown.code,
        before=_places(change.before.places if change.before else 0),
        after=_places(change.after.places if change.after else 0),
        where=where,
        message=shown.message,
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is, which --as-of replaces
