"""The options of `assist check`, from the command line and from `[tool.assist.check]` of pyproject.toml."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from contributions.accepting import AcceptRule
from contributions.bilingual import T
from contributions.field_reports.outcome import Outcome
from contributions.outputs.rendering import FORMAT_OF_SUFFIX, FORMATS, Run
from contributions.selecting import Selection, Strict, UnknownSelection
from harness.cli.check_output import STANDARD_OUTPUT
from harness.cli.check_table import CHOICES, KEYS, TABLE, files_of_settings, table_of, use_pack_and_reports
from harness.cli.plain import Help, Parser, day_to_check, parsed, port, refused
from harness.cli.told import CannotDo

if TYPE_CHECKING:
    from contributions import Language

__all__ = ["CheckOptions", "options_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What is asked of one run of `assist check`."""

    files: tuple[str, ...]
    form: str
    output: Path | None
    run: Run
    accept_rule: AcceptRule | None
    """`None` for that of the data pack."""
    roster: Path | None
    """The employer's own list of employees to check beside."""
    settings: tuple[Path, ...]
    """The files that settings were read from."""
    portal_limits: bool
    totals: bool
    shows_schema: bool
    outcome: Outcome | None
    """What a portal did with the file, to be written down as a report from the field."""
    portal_said: str
    fix: bool
    diff: bool
    """Only show what `fix` would mend."""
    serve: bool
    """Show a page that checks what is dropped on it, instead of checking files."""
    port: int
    opens: bool
    day: date | None
    """The day of the upload, where one was named; a page that stays open asks for the day anew otherwise."""

    @property
    def selection(self) -> Selection:
        """Which findings count."""
        return self.run.selection


def options_of(argv: Sequence[str], *, today: date, environment: Mapping[str, str]) -> CheckOptions | int:
    """The options, or the exit code when there is nothing more to do.

    Raises:
        HarnessError: an option or the table of pyproject.toml says what cannot be.
    """
    parser = _parser()
    given = parsed(parser, ["--strict=warnings" if word == "--strict" else word for word in argv])
    if isinstance(given, int):
        return given
    if given.serve and given.files:
        return refused(
            parser,
            T(
                "--serve takes its files on the page: name none",
                "--serve menerima fail pada halamannya: jangan namakan fail",
            ),
        )
    if not (given.files or given.schema or given.serve):
        return refused(
            parser,
            T(
                "name a file, a folder, or - for standard input",
                "namakan fail, folder, atau - bagi input standard",
            ),
        )
    wrong = _wrong_use(given) or _wrong_report(given)
    if wrong is not None:
        return refused(parser, wrong)
    table = {} if given.no_config else table_of(Path.cwd())
    use_pack_and_reports(table, environment)
    chosen: dict[str, Any] = {key: _either(given, table, key) for key in KEYS}
    output = None if given.output in {None, "", STANDARD_OUTPUT} else Path(given.output)
    is_ci = environment.get("CI", "").lower() in {"1", "true", "yes"}
    language: Language = "ms" if chosen["lang"] == "ms" else "en"
    return CheckOptions(
        files=tuple(given.files),
        form=_form(given.format or ("json" if given.json else None), chosen["format"], output),
        output=output,
        run=Run(
            as_of=given.as_of or today,
            mask=is_ci if chosen["mask"] is None else bool(chosen["mask"]),
            language=language,
            selection=_selection(chosen),
            all_places=bool(chosen["all-places"]),
        ),
        accept_rule=AcceptRule(chosen["accept-rule"]) if chosen["accept-rule"] else None,
        roster=Path(given.roster) if given.roster else None,
        settings=files_of_settings(Path.cwd(), with_table=not given.no_config) if output else (),
        portal_limits=bool(chosen["portal-limits"]),
        totals=bool(chosen["totals"]),
        fix=given.fix,
        diff=given.diff,
        shows_schema=given.schema,
        outcome=Outcome(given.field_report) if given.field_report else None,
        portal_said=given.portal_said or "",
        serve=given.serve,
        port=given.port or 0,
        opens=given.open,
        day=given.as_of,
    )


def _wrong_use(given: argparse.Namespace) -> T | None:
    """What is wrong with options that are of use only with others."""
    if given.diff and not given.fix:
        return T(
            "--diff shows what --fix would mend: give both",
            "--diff menunjukkan apa yang akan dibetulkan oleh --fix: berikan kedua-duanya",
        )
    if given.diff and (given.json or given.format not in {None, "text"} or given.output):
        return T(
            "--diff shows lines as text alone: leave --json, --format and --output out",
            "--diff menunjukkan baris sebagai teks sahaja: tinggalkan --json, --format dan --output",
        )
    if not given.serve and (given.port is not None or given.open):
        return T(
            "--port and --open are of the page: give --serve too",
            "--port dan --open adalah bagi halaman: berikan --serve juga",
        )
    return None


def _wrong_report(given: argparse.Namespace) -> T | None:
    """What is wrong with the use of a report from the field."""
    if given.portal_said is not None and not given.field_report:
        return T(
            "--portal-said goes into a report: give --field-report too",
            "--portal-said dimasukkan ke dalam laporan: berikan --field-report juga",
        )
    if given.field_report and (len(given.files) != 1 or given.files == ["-"] or given.fix):
        return T(
            "--field-report is about one file, as it was uploaded: name it, without --fix",
            "--field-report adalah tentang satu fail, seperti yang dimuat naik: namakannya, tanpa --fix",
        )
    return None


def _either(given: argparse.Namespace, table: Mapping[str, Any], key: str) -> Any:
    """What the command line says, else what the table says."""
    value = getattr(given, key.replace("-", "_"))
    return table.get(key) if value is None else value


def _form(asked: str | None, configured: str | None, output: Path | None) -> str:
    """The command line decides, else the ending of the output's name, else the table."""
    ending = PurePath(output).suffix.lower() if output else ""
    form = asked or FORMAT_OF_SUFFIX.get(ending) or configured
    if ending and not form:
        known = ", ".join(FORMAT_OF_SUFFIX)
        raise CannotDo(
            T(f"The ending {ending} names no form of a report", f"Akhiran {ending} bukan bentuk laporan"),
            T(
                f"Known are {known}; --format names a form whatever the ending.",
                f"Yang dikenali ialah {known}; --format menamakan bentuk bagi sebarang akhiran.",
            ),
        )
    return form or "text"


def _selection(chosen: Mapping[str, Any]) -> Selection:
    try:
        return Selection.of(
            _codes(chosen["select"]), _codes(chosen["ignore"]), Strict(chosen["strict"] or Strict.NO)
        )
    except UnknownSelection as error:
        raise CannotDo(T(_as_sentence(error.words.en), _as_sentence(error.words.ms))) from None


def _as_sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _codes(texts: Sequence[str] | None) -> list[str]:
    return [code for text in texts or () for code in text.split(",")]


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="assist check",
        description="Check contribution files: what is wrong, where, and how to mend it.",
        epilog="Exit codes: 0 valid, 1 invalid, 2 could not tell or wrong use.\n"
        f"Defaults can stand in [{TABLE}] of pyproject.toml.\n"
        "Example: assist check october.txt --lang ms\n"
        "         assist check exports/ --strict --output report.html\n"
        "         assist check --serve --open",
        formatter_class=Help,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="files, folders (their .txt files), patterns, or - for standard input",
    )
    add = parser.add_argument
    add("--json", action="store_true", help="the same as --format json")
    add("--format", choices=FORMATS, default=None, help="form of the report (default: text, or by --output)")
    add(
        "--output",
        metavar="FILE",
        default=None,
        help="write the report to a file, whole or not at all (-: to standard output)",
    )
    add("--select", action="append", metavar="CODES", help="show only these codes: AM11,ID or several times")
    add("--ignore", action="append", metavar="CODES", help="leave these codes out")
    add(
        "--strict",
        choices=CHOICES["strict"],
        default=None,
        metavar="WHAT",
        help="warnings make a file invalid too; --strict=assumed: only those that an assumption makes one",
    )
    add(
        "--all-places",
        action="store_true",
        default=None,
        help="every place of a finding, not the first 20 alone (github: not the first alone)",
    )
    add(
        "--totals",
        action="store_true",
        default=None,
        help="what is due, as the Contribution Summary shows it",
    )
    add(
        "--as-of",
        type=day_to_check,
        default=None,
        metavar="DATE",
        help="the day of the upload, YYYY-MM-DD (default: today)",
    )
    add(
        "--accept-rule",
        choices=CHOICES["accept-rule"],
        default=None,
        help="what decides which layouts are taken: day of the upload or month (default: by the rules)",
    )
    add(
        "--roster",
        metavar="FILE",
        default=None,
        help="your list of employees, CSV or a workbook: who is missing, unknown, has left or another name",
    )
    add(
        "--portal-limits",
        action="store_true",
        default=None,
        help="warn of what a portal may find too large",
    )
    add(
        "--mask",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="hide identity numbers and names (default where CI=true)",
    )
    add("--lang", choices=("en", "ms"), default=None, help="language of the report")
    add("--fix", action="store_true", help="mend what cannot change what a file means, then check it")
    add("--diff", action="store_true", help="with --fix: show it, change nothing (exit 1 if there is any)")
    add(
        "--serve",
        action="store_true",
        help="a page on this machine to drop files on; it also takes POST /check",
    )
    add("--port", type=port, default=None, metavar="N", help="with --serve: its port (default: a free one)")
    add("--open", action="store_true", help="with --serve: open the page in the browser")
    add(
        "--field-report",
        choices=tuple(each.value for each in Outcome),
        default=None,
        help="write down what the portal did with FILE: no name or number, see docs/checks/field-reports.md",
    )
    add("--portal-said", metavar="WORDS", default=None, help="with --field-report: the portal's own words")
    add("--no-config", action="store_true", help="do not read pyproject.toml")
    add("--schema", action="store_true", help="print the JSON Schema of the JSON report")
    return parser
