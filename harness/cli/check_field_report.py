"""`assist check FILE --field-report`: write down what a portal did with a file, without anybody in it."""

import os
from pathlib import Path

from contributions import check
from contributions.bilingual import T
from contributions.field_reports.folders import FOLDER
from contributions.field_reports.observing import file_name_of, observed
from contributions.field_reports.outcome import Outcome
from contributions.field_reports.report import FieldReport, as_toml
from contributions.findings import FileReport, Verdict
from contributions.opening import content_of
from contributions.system_words import system_words
from harness.cli.check_options import CheckOptions
from harness.cli.check_output import put_into
from harness.cli.plain import complain
from harness.cli.told import CannotDo

__all__ = ["write_field_report"]

_OUTCOMES = {Outcome.ACCEPTED: T("accepted", "diterima"), Outcome.REFUSED: T("refused", "ditolak")}
_SEND = T(
    "Read it, then add it to fixtures/field-reports of assist-harness, or open an issue there with its text.",
    "Baca, kemudian tambahkannya pada fixtures/field-reports assist-harness, atau buka isu di sana dengan "
    "teksnya.",
)
_TAKEN_ALL_THE_SAME = T(
    "The portal took what is refused here: a fault of the highest order, so do send it.",
    "Portal menerima apa yang ditolak di sini: ini kesilapan paling berat, maka sila hantar.",
)
_SEVERAL = T(
    "Several rules may be the cause: take out of rules what the portal's words rule out.",
    "Beberapa peraturan mungkin puncanya: buang daripada rules apa yang diketepikan oleh mesej portal.",
)
_NO_RULE = T(
    "No rule here explains it: the portal's own words (--portal-said) matter most.",
    "Tiada peraturan di sini menerangkannya: mesej portal sendiri (--portal-said) paling penting.",
)


def write_field_report(options: CheckOptions, outcome: Outcome) -> Path:
    """Write the report of the one file that was named; says on standard error what it is and where it goes.

    Raises:
        CannotDo: the file cannot be read, or the report is there already or cannot be written.
    """
    name = options.files[0]
    try:
        content = content_of(Path(name))
    except OSError as error:
        why = system_words(error)
        raise CannotDo(
            T(f"{name} cannot be read: {why.en}", f"{name} tidak dapat dibaca: {why.ms}")
        ) from None
    checked = check(content, name=name, as_of=options.run.as_of, accept_rule=options.accept_rule)
    report = observed(content, checked, outcome, day=options.run.as_of, portal_said=options.portal_said)
    path = Path(os.environ.get(FOLDER, "")) / file_name_of(report)
    if path.exists():
        raise CannotDo(
            T(
                f"{path} is there already and holds a report of this file",
                f"{path} sudah ada dan mengandungi laporan tentang fail ini",
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    put_into(path, as_toml(report).encode())
    for text in (_what(path, report), *_hints(report, checked), _SEND):
        complain(text.in_language(options.run.language))
    return path


def _what(path: Path, report: FieldReport) -> T:
    facts = T("{layout}, {outcome}, rules {rules}", "{layout}, {outcome}, peraturan {rules}").filled(
        layout=report.layout,
        outcome=_OUTCOMES[report.outcome],
        rules=", ".join(report.rules) or T("none", "tiada"),
    )
    return T(
        f"Wrote {path}: {facts.en}. It holds no name, and no number of a person or an employer.",
        f"{path} ditulis: {facts.ms}. Ia tiada nama, dan tiada nombor seseorang atau majikan.",
    )


def _hints(report: FieldReport, checked: FileReport) -> list[T]:
    if report.outcome is Outcome.ACCEPTED:
        return [_TAKEN_ALL_THE_SAME] if checked.verdict is Verdict.INVALID else []
    return [_SEVERAL] if len(report.rules) > 1 else [] if report.rules else [_NO_RULE]
