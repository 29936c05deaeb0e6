"""`assist check FILE...`: check contribution files, one report for all of them.

Exit codes: 0 all valid, 1 one is invalid, 2 one could not be told, or wrong use. It imports neither
typer, rich nor a browser: a small file must feel instant.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from contributions import FileReport, PortalExpectations, Style, Verdict
from contributions.bilingual import Language, T
from harness.cli.check_options import CheckOptions, options_of
from harness.cli.check_output import put_into, refuse_unsafe, send
from harness.cli.check_paths import STANDARD_INPUT, files_meant
from harness.cli.plain import WRONG_USE, complain, reader_went_away, terminal_columns, write
from harness.cli.told import CannotDo, asked_language, told
from harness.errors import HarnessError

__all__ = ["beside", "main"]

SLOW_BYTES = 100_000_000
NARROWEST, WIDEST = 60, 120
ROWS_LISTED = 12
TOLD_AFTER_SECONDS = 0.5
TOLD_EVERY_SECONDS = 0.1
_WRITTEN = {
    Verdict.VALID: T("valid", "sah"),
    Verdict.INVALID: T("invalid", "tidak sah"),
    Verdict.COULD_NOT_TELL: T("could not be told", "tidak dapat ditentukan"),
}
_EXIT = {Verdict.VALID: 0, Verdict.INVALID: 1, Verdict.COULD_NOT_TELL: 2}


def main(argv: Sequence[str]) -> int:
    """Check the files named; the answer is the exit code."""
    language = asked_language(argv)
    try:
        options = options_of(argv, today=_today(), environment=os.environ)
        if isinstance(options, int):
            return options
        language = options.run.language
        return _run_and_report(options)
    except HarnessError as error:
        complain(told(error, language))
        return WRONG_USE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        reader_went_away()
        return WRONG_USE


def _run_and_report(options: CheckOptions) -> int:
    """Check, then write down what a portal did with the file, where that is asked for."""
    code = _run(options)
    if options.outcome:
        from harness.cli.check_field_report import write_field_report

        write_field_report(options, options.outcome)
    return code


def _run(options: CheckOptions) -> int:
    if options.shows_schema:
        from importlib.resources import files

        write(files("contributions.outputs").joinpath("check-1.schema.json").read_text(encoding="utf-8"))
        return 0
    if options.serve:
        from harness.cli.check_serve import serve

        return serve(options, today=_today)
    names = files_meant(options.files)
    if options.output:
        beside = filter(None, (options.roster, *options.settings))
        refuse_unsafe(options.output, [*names, *beside])
    if not options.fix:
        return _check(names, options)
    from harness.cli.check_fix import fix, show_fixes

    run = options.run
    if options.diff:
        return show_fixes(names, as_of=run.as_of, mask=run.mask, language=run.language)
    fixed = fix(names, as_of=run.as_of, language=run.language)
    code = _check(fixed.names, options)
    return WRONG_USE if fixed.has_failed else code


def _check(names: Sequence[str], options: CheckOptions) -> int:
    """Check and report; gives the exit code."""
    reports = _reports(names, options)
    if options.form == "text" and not options.output:
        return _exit_code(_told(reports, options, several=len(names) > 1))
    from contributions.outputs.rendering import rendered

    listed = list(_with_progress(reports, len(names), options.run.language))
    content = rendered(listed, options.form, options.run)
    if options.form == "csv":
        _say_left_out(sum(report.left_out for report in listed), options.run.language)
    if options.output:
        put_into(options.output, content)
        _say_written(options, Counter(report.verdict for report in listed))
    else:
        send(content, is_text=options.form != "xlsx")
    return _exit_code(Counter(report.verdict for report in listed))


def _reports(names: Sequence[str], options: CheckOptions) -> Iterator[FileReport]:
    from contributions.checking_many import Source, check_many
    from contributions.matrix.context import Context

    sources = [
        Source(sys.stdin.buffer.read(), name) if name == STANDARD_INPUT else Source(Path(name), name)
        for name in names
    ]
    if len(names) == 1:
        _say_slow(names[0], options.run.language)
    context = Context(
        as_of=options.run.as_of,
        portal=beside(options.roster, options.run.language) if options.roster else None,
        portal_limits=options.portal_limits,
        accept_rule=options.accept_rule,
        all_places=options.run.all_places,
    )
    found = check_many(sources, context, processes=os.cpu_count() or 1)
    return (options.selection.applied(report) for report in found)


def beside(roster: Path, language: Language) -> PortalExpectations:
    """What the employer's own list says of the employees; rows without a number are told at once."""
    from contributions.rosters import UnreadableRoster, employees_listed

    try:
        listed = employees_listed(roster)
    except UnreadableRoster as error:
        raise CannotDo(error.words, error.how) from None
    if listed.without_number:
        rows = ", ".join(map(str, listed.without_number[:ROWS_LISTED]))
        more = ", ..." if len(listed.without_number) > ROWS_LISTED else ""
        left_out = T(
            f"{roster}, row {rows}{more}: left out, since a name without an identity number is nobody to be "
            "compared.",
            f"{roster}, baris {rows}{more}: ditinggalkan, kerana nama tanpa nombor pengenalan tidak dapat "
            "dibandingkan.",
        )
        complain(left_out.in_language(language))
    return PortalExpectations(roster=listed.employees, is_own_roster=True)


def _told(reports: Iterable[FileReport], options: CheckOptions, *, several: bool) -> Counter[Verdict]:
    """Write each report when it is there; counts the verdicts."""
    from contributions.outputs.terminal import report_as_text

    style = _style(options.run.language)
    verdicts: Counter[Verdict] = Counter()
    began, gap = time.perf_counter(), ""
    for report in reports:
        took = time.perf_counter() - began
        shown = _masked(report) if options.run.mask else report
        text = report_as_text(shown, style, seconds=None if several else took)
        write(gap + text, is_painted=True)
        if options.totals:
            write(_totals(report, style), is_painted=True)
        gap = "\n" if report.findings or options.totals else ""
        verdicts[report.verdict] += 1
    if several:
        write("\n" + _sum(verdicts, style, time.perf_counter() - began))
    return verdicts


def _masked(report: FileReport) -> FileReport:
    from contributions.outputs.masking import masked

    return masked(report)


def _totals(report: FileReport, style: Style) -> str:
    from contributions.outputs.summary import summary_as_text

    return summary_as_text(report, style)


def _sum(verdicts: Counter[Verdict], style: Style, seconds: float) -> str:
    of = verdicts.total()
    valid, invalid, unknown = (verdicts[verdict] for verdict in Verdict)
    english = [f"{valid:,} of {of:,} files valid"]
    malay = [f"{valid:,} daripada {of:,} fail sah"]
    if invalid:
        english.append(f"{invalid:,} invalid")
        malay.append(f"{invalid:,} tidak sah")
    if unknown:
        english.append(f"{unknown:,} could not be told")
        malay.append(f"{unknown:,} tidak dapat ditentukan")
    return f"{style.say(T(', '.join(english), ', '.join(malay)))} ({seconds:.2f} s).\n"


def _count(number: int, of: int, language: Language) -> str:
    return T(f"{number:,} of {of:,} files", f"{number:,} daripada {of:,} fail").in_language(language)


def _with_progress(reports: Iterable[FileReport], of: int, language: Language) -> Iterator[FileReport]:
    """The reports; how far it is, on a terminal and for work of more than half a second."""
    began = told = time.perf_counter()
    is_told = False
    for number, report in enumerate(reports, start=1):
        yield report
        now = time.perf_counter()
        if sys.stderr.isatty() and now - began > TOLD_AFTER_SECONDS and now - told > TOLD_EVERY_SECONDS:
            print(f"\r{_count(number, of, language)}", end="", file=sys.stderr, flush=True)
            told, is_told = now, True
    if is_told:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


def _say_slow(name: str, language: Language) -> None:
    path = Path(name)
    if sys.stderr.isatty() and path.is_file() and path.stat().st_size > SLOW_BYTES:
        checking = T("Checking", "Menyemak").in_language(language)
        complain(f"{checking} {name} ({path.stat().st_size / 1e6:,.0f} MB) ...")


def _say_written(options: CheckOptions, verdicts: Counter[Verdict]) -> None:
    language = options.run.language
    counts = ", ".join(
        f"{verdicts[verdict]:,} {_WRITTEN[verdict].in_language(language)}"
        for verdict in Verdict
        if verdicts[verdict]
    )
    where = T(f"the report is in {options.output}", f"laporan ada dalam {options.output}")
    complain(f"{counts}: {where.in_language(language)}")


def _say_left_out(count: int, language: Language) -> None:
    """What a table of findings has no place for."""
    from contributions.outputs.words import left_out_in_words

    if count:
        complain(f"{left_out_in_words(count).in_language(language)}.")


def _exit_code(verdicts: Counter[Verdict]) -> int:
    """1 when any is invalid, else 2 when any could not be told, else 0."""
    codes = {_EXIT[verdict] for verdict, count in verdicts.items() if count}
    return next((code for code in (1, 2, 0) if code in codes), 0)


def _style(language: str) -> Style:
    is_terminal = sys.stdout.isatty()
    encoding = sys.stdout.encoding or "ascii"
    return Style(
        width=min(max(terminal_columns(otherwise=100), NARROWEST), WIDEST),
        colour=is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not encoding.lower().replace("-", "").startswith("utf"),
        language="ms" if language == "ms" else "en",
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the user is, which --as-of replaces
