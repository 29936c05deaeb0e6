"""`assist convert FILE`: a payroll sheet or an older layout as a contribution file, or a file as a sheet.

What is taken as what is shown and confirmed before anything is written. Exit codes: 0 written and valid,
1 rows cannot be taken or the result is invalid, 2 nothing to be done: a file cannot be read, it was not
confirmed, the result could not be judged, or wrong use.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from contributions import (
    ContributionsError,
    FileReport,
    Severity,
    Style,
    Verdict,
    YearMonth,
    check,
    report_as_text,
)
from contributions.bilingual import T
from contributions.clock import today
from contributions.converting import Kind, NotConvertible, mapping_as_toml
from contributions.outputs.masking import masked
from contributions.sheets import UnreadableSheet
from harness.cli.check_output import put_into, refuse_unsafe
from harness.cli.convert_options import parser_of, request_of
from harness.cli.convert_plan import Plan, plan_of
from harness.cli.convert_showing import Speaker, as_json
from harness.cli.plain import WRONG_USE, complain, parsed, refused, terminal_columns, write
from harness.cli.results import ThereAlready, what_and_mend
from harness.cli.told import CannotDo
from harness.errors import HarnessError

__all__ = ["main"]

NOT_RIGHT = 1
LINES_LISTED = 20
_YES = frozenset({"y", "yes", "ya"})
_ENDINGS = frozenset({".txt", ".csv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
"""What says of a file what is in it."""


def main(argv: Sequence[str]) -> int:
    """Convert; the answer is the exit code."""
    parser = parser_of()
    options = parsed(parser, argv)
    if isinstance(options, int):
        return options
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    speaker = Speaker(
        language=options.lang,
        mask=is_ci if options.mask is None else options.mask,
        width=terminal_columns(otherwise=100),
    )
    if bool(options.files) == bool(options.template):
        wanted = T(
            "name a file to convert, or --template FILE", "namakan fail untuk ditukar, atau --template FAIL"
        )
        not_both = T(", not both", ", bukan kedua-duanya") if options.files else T("", "")
        return refused(parser, f"{speaker.say(wanted)}{speaker.say(not_both)}")
    try:
        return _run(options, speaker)
    except (NotConvertible, UnreadableSheet) as error:
        where = f"{error.path}: " if isinstance(error, UnreadableSheet) else ""
        return _say(f"{where}{speaker.say(error.reason)}. {speaker.say(error.mend)}")
    except (ContributionsError, HarnessError) as error:
        reason, mend = what_and_mend(error, Path(" ".join(options.files)), options.lang)
        return _say(f"{reason}. {mend}")


def _run(options: argparse.Namespace, speaker: Speaker) -> int:
    if options.template:
        return _template(options, speaker)
    request = request_of(options)
    plan = plan_of(request)
    output = _output(options, plan)
    if not options.json:
        write("".join(f"{line}\n" for line in _shown(plan, request.files, speaker)))
    wrong = len(plan.conversion.of_kind(Kind.WRONG)) if plan.conversion else 0
    reason, code = _reason(plan, wrong, options)
    _refuse_unsafe(
        output, [*request.files, *filter(None, (request.wages, request.mapping))], force=options.force
    )
    _refuse_untrue(output, plan.to)
    if options.save_mapping:
        kept = Path(options.save_mapping)
        _refuse_one_for_both(output, kept)
        _refuse_unsafe(kept, [*request.files, *filter(None, (request.wages,)), output], force=options.force)
    if reason is None and plan.guesses and not options.yes:
        reason, code = _confirmed(output, options, speaker)
    if options.save_mapping and plan.columns and (reason is None or options.yes):
        put_into(Path(options.save_mapping), mapping_as_toml(plan.columns).encode())
    if reason is not None:
        if options.json:
            write(
                as_json(speaker, plan, sources=request.files, output=None, report=None, reason=reason) + "\n"
            )
            return code
        _say(speaker.say(reason))
        return code
    put_into(output, plan.content())
    report = check(output, as_of=today()) if plan.to == "txt" else None
    if options.json:
        write(as_json(speaker, plan, sources=request.files, output=output, report=report) + "\n")
    else:
        write("".join(f"{line}\n" for line in _done(plan, output, report, speaker)))
    return _code(report, wrong)


def _reason(plan: Plan, wrong: int, options: argparse.Namespace) -> tuple[T | None, int]:
    """Why nothing is written, and the exit code; `None` when all is well so far."""
    if wrong and not options.skip_wrong_rows:
        skipping = T("", "")
        if plan.records:
            skipping = T(
                f"; or --skip-wrong-rows writes the other {plan.records:,}",
                f"; atau --skip-wrong-rows menulis {plan.records:,} yang lain",
            )
        return T(
            f"Nothing was written: {_rows(wrong)} cannot be taken, as told above. "
            f"Mend the sheet{skipping.en}.",
            f"Tiada apa-apa ditulis: {wrong:,} baris tidak dapat diambil, seperti di atas. "
            f"Betulkan helaian{skipping.ms}.",
        ), NOT_RIGHT
    if not plan.records and wrong:
        return T(
            f"Nothing was written: {_rows(wrong)} cannot be taken, as told above, and no other has somebody "
            "with a wage. Mend the sheet.",
            f"Tiada apa-apa ditulis: {wrong:,} baris tidak dapat diambil, seperti di atas, dan tiada baris "
            "lain dengan seseorang yang bergaji. Betulkan helaian.",
        ), NOT_RIGHT
    if not plan.records:
        return T(
            "Nothing was written: no row has somebody with a wage. Where wages are formulas, open the "
            "workbook in Excel and save it, so that their values are kept.",
            "Tiada apa-apa ditulis: tiada baris dengan seseorang yang bergaji. Jika gaji ialah formula, "
            "buka buku "
            "kerja dalam Excel dan simpan supaya nilainya disimpan.",
        ), NOT_RIGHT
    return None, 0


def _rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"


def _confirmed(output: Path, options: argparse.Namespace, speaker: Speaker) -> tuple[T | None, int]:
    nothing = T(
        'Nothing was written. Look at what is taken as what; --map "HEADING=FIELD" corrects it, --yes '
        "writes.",
        'Tiada apa-apa ditulis. Semak apa yang diambil sebagai apa; --map "TAJUK=MEDAN" membetulkannya, '
        "--yes menulis.",
    )
    if options.json or not sys.stdin.isatty():
        return nothing, WRONG_USE
    try:
        answer = input(f"\n{speaker.say(T(f'Write {output}? [y/N] ', f'Tulis {output}? [y/T] '))}")
    except EOFError:
        return nothing, WRONG_USE
    return (None, 0) if answer.strip().lower() in _YES else (nothing, WRONG_USE)


def _shown(plan: Plan, files: Sequence[Path], speaker: Speaker) -> Iterable[str]:
    if plan.conversion is None:
        return
    names = " + ".join(map(str, files))
    if plan.columns:
        sheet = plan.columns.sheet
        named = T(f", sheet {sheet.name!r}", f", helaian {sheet.name!r}") if sheet.name else T("", "")
        head = speaker.say(
            T(f"headings in row {plan.columns.first}", f"tajuk dalam baris {plan.columns.first}")
        )
        yield f"{sheet.path}{speaker.say(named)}: {head}"
        yield ""
        yield from speaker.columns(plan.columns)
    else:
        yield f"{names}:"
    yield ""
    for fact in plan.facts:
        yield from speaker.wrapped(speaker.say(fact))
    yield from speaker.remarks(plan.conversion)


def _done(plan: Plan, output: Path, report: FileReport | None, speaker: Speaker) -> Iterable[str]:
    count = plan.records
    if plan.conversion:
        yield ""
    yield speaker.say(
        T(
            f"Wrote {output}: {count:,} {'employee' if count == 1 else 'employees'}.",
            f"{output} ditulis: {count:,} pekerja.",
        )
    )
    if plan.conversion and (wrong := len(plan.conversion.of_kind(Kind.WRONG))):
        yield speaker.say(
            T(f"{_rows(wrong)} left out: see above.", f"{wrong:,} baris ditinggalkan: lihat di atas.")
        )
    if report is None:
        return
    style = Style(width=speaker.width, language=speaker.language)
    yield ""
    yield report_as_text(masked(report) if speaker.mask else report, style).rstrip("\n")
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    lines = sorted({place.line for finding in errors for place in finding.at if place.line})
    if lines and plan.columns and plan.conversion:
        listed = ", ".join(f"{line} > {plan.conversion.taken[line - 1].row}" for line in lines[:LINES_LISTED])
        yield speaker.say(
            T(f"Lines of the file > rows of the sheet: {listed}.", f"Baris fail > baris helaian: {listed}.")
        )


def _code(report: FileReport | None, wrong: int) -> int:
    if report is None:
        return 0
    if report.verdict is Verdict.COULD_NOT_TELL:
        return WRONG_USE
    return NOT_RIGHT if wrong or report.verdict is Verdict.INVALID else 0


def _output(options: argparse.Namespace, plan: Plan) -> Path:
    if options.output:
        return Path(options.output)
    first = Path(options.files[0])
    beside = first.with_suffix(f".{plan.to}")
    return first.with_name(f"{first.stem}.c2.{plan.to}") if beside == first else beside


def _refuse_unsafe(output: Path, inputs: Iterable[Path], *, force: bool) -> None:
    if str(output) == "-":
        raise CannotDo(
            T("- is no name of a file to write", "- bukan nama fail untuk ditulis"),
            T("Name a file, such as payroll.xlsx.", "Namakan fail, seperti gaji.xlsx."),
        )
    refuse_unsafe(output, inputs)
    if output.exists() and not force:
        raise ThereAlready(output)


def _refuse_untrue(output: Path, form: str) -> None:
    """Refuse a name with the ending of something else than what is written; no ending says nothing."""
    ending = output.suffix.lower()
    if ending != f".{form}" and ending in _ENDINGS:
        raise CannotDo(
            T(
                f"{output}: what is written is .{form}, and its name says {ending}",
                f"{output}: yang ditulis ialah .{form}, tetapi namanya menyatakan {ending}",
            ),
            T(f"Name it {output.stem}.{form}.", f"Namakan {output.stem}.{form}."),
        )


def _refuse_one_for_both(output: Path, kept: Path) -> None:
    if output.resolve() == kept.resolve():
        raise CannotDo(
            T(
                f"{kept} cannot hold both what is converted and the mapping",
                f"{kept} tidak boleh menyimpan hasil penukaran dan pemetaan sekali gus",
            ),
            T(
                "Name another file by --save-mapping, such as ours.toml.",
                "Namakan fail lain dengan --save-mapping, seperti kita.toml.",
            ),
        )


def _template(options: argparse.Namespace, speaker: Speaker) -> int:
    from contributions.converting.template import template_as_xlsx

    output = Path(options.template)
    _refuse_unsafe(output, (), force=options.force)
    _refuse_untrue(output, "xlsx")
    put_into(output, template_as_xlsx(month=YearMonth.of(today()).previous(), made_on=today()))
    said = T(
        f"Wrote {output}. Fill it in, then: assist convert {output}",
        f"{output} ditulis. Isi, kemudian: assist convert {output}",
    )
    write(f"{speaker.say(said)}\n")
    return 0


def _say(message: str) -> int:
    complain(f"assist convert: {message}")
    return WRONG_USE
