"""`assist rules`: the data pack of rates and rules: which is in force, install another, what it changes.

Exit codes: 0 done, or nothing changes; 1 a pack changes something for the file (`diff`); 2 a pack is wrong or
missing, or wrong use.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from contributions import ContributionsError
from contributions.rates import Pack, current
from contributions.rates.in_force import PIN, built_in, install, installed, pack_named, packs_folder, reset
from harness.cli.plain import WRONG_USE, day, parsed, reader_went_away, refused, write

__all__ = ["main"]

CHANGED = 1


def main(argv: Sequence[str]) -> int:
    """Do what is asked; the answer is the exit code."""
    parser = _parser()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    if options.act == "update" and bool(options.file) == options.reset:
        return refused(parser, "update takes a FILE, or --reset")
    try:
        return int(options.run(options))
    except ContributionsError as error:
        print(f"assist rules: {error}.", file=sys.stderr)
    except OSError as error:
        print(f"assist rules: {error.strerror or error}: {error.filename}", file=sys.stderr)
    except BrokenPipeError:
        reader_went_away()
    return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
    update = acts.add_parser("update", help="install a pack: a folder or a zip; the newest is in force")
    update.add_argument("file", nargs="?", metavar="FILE", help="folder or zip with pack.toml and CSV files")
    update.add_argument("--reset", action="store_true", help="remove all that were installed")
    update.set_defaults(run=_update)
    diff = acts.add_parser("diff", help="what another pack changes for a file")
    diff.add_argument("old", metavar="OLD", help="a version that is here, or a folder or zip")
    diff.add_argument("new", metavar="NEW", help="the same")
    diff.add_argument("file", metavar="FILE", help="a contribution file")
    diff.add_argument("--as-of", type=day, metavar="DATE", help="the day of the upload (default: today)")
    diff.add_argument("--json", action="store_true", help="JSON for programs")
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
    lines = [
        f"Rules {pack.version} are in force{f', pinned by {PIN}' if pinned else ''}.",
        f"They are known from {pack.known_from.name.en} until {pack.known_until.name.en}.",
        "",
        *(
            f"  {each.version:<10} {'built in' if each is here[0] else 'installed'}, "
            f"until {each.known_until.name.en}"
            for each in here
        ),
        "",
        f"Installed packs are kept in {packs_folder()}",
    ]
    write("\n".join(lines) + "\n")
    return 0


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
        removed = reset()
        named = f"Removed {', '.join(removed)}." if removed else "None was installed."
        write(f"{named} Rules {built_in().version}, which came with this program, are in force.\n")
        return 0
    pack = install(Path(options.file))
    write(f"Rules {pack.version} are installed, known until {pack.known_until.name.en}.\n")
    if current().version != pack.version:
        write(f"In force are rules {current().version}; {PIN}={pack.version} pins the installed ones.\n")
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
            "message": each.shown.message.en,
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
    verdicts = [report.verdict.value.replace("_", " ") for report in (change.before, change.after)]
    write(f"By rules {old.version}: {verdicts[0]}. By rules {new.version}: {verdicts[1]}.\n")
    for entry in entries:
        write(
            f"{entry['code']}: {entry['before']:,} places by the old, {entry['after']:,} by the new; "
            f"line {entry['line']}: {entry['message']}\n"
        )
    if not change.is_any:
        write("Nothing changes for this file.\n")
    return CHANGED if change.is_any else 0


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is, which --as-of replaces
