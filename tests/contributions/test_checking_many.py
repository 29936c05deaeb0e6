"""Many files in one call give the reports that each gives alone, in order."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assist_data import data_path
from contributions import FileReport, all_checks, check, get_check, write
from contributions.checking_many import Source, check_many
from contributions.checks import examining
from contributions.checks.examples import SAMPLE
from contributions.matrix.context import Context

AS_OF = date(2026, 11, 10)
CONTEXT = Context(as_of=AS_OF)
EXAMPLES = [
    Source(example.file, example.name or f"{each.code}.txt")
    for each in all_checks()
    for example in (each.bad, each.good)
]
SAMPLES = [Source(path, str(path)) for path in sorted(data_path("files").glob("*.txt"))]
ODD = [
    Source(content, f"odd-{number}.txt")
    for number, content in enumerate(
        (
            b"",
            b"\n",
            b"\r\n\r\n",
            b"\x1a",
            b"\0" * 600,
            b"A" * 400_000,
            write([SAMPLE]) + b"\x1a",
            b"a,b\n" * 9,
        )
    )
]


def alone(sources: Sequence[Source]) -> list[FileReport]:
    return [check(source.content, as_of=AS_OF, name=source.name) for source in sources]


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param(EXAMPLES, id="the examples of every check"),
        pytest.param(SAMPLES, id="the sample files"),
        pytest.param(ODD, id="odd files"),
        pytest.param([*ODD, *SAMPLES, *EXAMPLES[::-1]], id="all of them"),
        pytest.param([], id="none"),
    ],
)
def test_many_files_give_what_each_gives_alone(sources: list[Source]) -> None:
    assert list(check_many(sources, CONTEXT)) == alone(sources)


def test_the_first_places_are_told_apart_by_file() -> None:
    wrong = replace(SAMPLE, eis_employee=6_70)
    few, many = write([SAMPLE, wrong]), write([wrong] * 30)
    sources = [Source(few, "few.txt"), Source(many, "many.txt"), Source(few, "again.txt")]

    reports = list(check_many(sources, CONTEXT))

    assert reports == alone(sources)
    assert [
        finding.places for report in reports for finding in report.findings if finding.code == "AM11"
    ] == [1, 30, 1]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    sources = [
        Source(write([SAMPLE]), "good.txt"),
        Source(tmp_path / "missing.txt", "missing.txt"),
        Source(tmp_path, "folder"),
        Source(write([SAMPLE]), "good-too.txt"),
    ]

    verdicts = [report.verdict.value for report in check_many(sources, CONTEXT)]

    assert verdicts == ["valid", "could_not_tell", "could_not_tell", "valid"]


def test_a_check_that_breaks_is_told_of_by_each_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(lines: Any) -> Any:
        if (lines.sen("eis_employee") == 6_70).any():
            raise RuntimeError("broken on purpose")
        return lines.none

    broken = replace(get_check("AM11"), wrong=breaks)
    for module in ("contributions.examination", examining.__name__):
        monkeypatch.setattr(sys.modules[module], "all_checks", lambda: (broken,))
    sources = [
        Source(write([SAMPLE]), "good.txt"),
        Source(write([replace(SAMPLE, eis_employee=6_70)]), "breaks.txt"),
    ]

    verdicts = [report.verdict.value for report in check_many(sources, CONTEXT)]

    assert verdicts == ["valid", "could_not_tell"]


def test_thousands_of_files_are_shared_out_and_keep_their_order() -> None:
    contents = [write([replace(SAMPLE, wage=wage)]) for wage in (3_250_00, 3_251_00, 1)]
    sources = [Source(contents[number % 3], f"{number}.txt") for number in range(2_100)]

    reports = list(check_many(sources, CONTEXT, processes=2))

    assert [report.name for report in reports] == [source.name for source in sources]
    assert reports[:3] == alone(sources[:3])
