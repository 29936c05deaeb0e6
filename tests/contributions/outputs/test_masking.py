"""A masked report tells nobody's name and no identity number, wherever in a file they stand."""

from datetime import date

import pytest

from contributions import check, write
from contributions.checks.examples import SAMPLE
from contributions.findings import FileReport
from contributions.outputs.as_csv import reports_as_csv
from contributions.outputs.as_json import reports_as_json
from contributions.outputs.masking import masked
from contributions.outputs.style import Style
from contributions.outputs.terminal import report_as_text

LINE = write([SAMPLE])
REAL = ("900101145678", "900101-14-5678", "AMINAH", "大", "文")
AS_OF = date(2026, 11, 10)


def shown(report: FileReport) -> str:
    """All that a report says, as texts."""
    hidden = masked(report)
    return "\n".join(
        [
            report_as_text(hidden, Style(language="en")),
            report_as_text(hidden, Style(language="ms")),
            reports_as_json([report], as_of=AS_OF, mask=True, language="en"),
            reports_as_csv([hidden], language="en"),
        ]
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(
            LINE.replace(b"AMINAH BINTI CONTOH   ", "陈大文             ".encode() + b"   "),
            "FL24",
            id="Chinese, too long",
        ),
        pytest.param(LINE.replace(b"AMINAH BINTI CONTOH", "陈大文".encode().ljust(19)), "FL04", id="Chinese"),
        pytest.param(LINE.replace(b" " * 20 + b"\r\n", b"900101145678        \r\n"), "AM08", id="filler"),
        pytest.param(LINE.replace(b"102026", b"AMINAH"), "MO01", id="month"),
        pytest.param(b"STAFF 900101-14-5678\r\n" + LINE, "FL16", id="title"),
    ],
)
def test_nobody_is_told_by_a_masked_report(content: bytes, code: str) -> None:
    report = check(content + LINE.replace(b"900101", b"910101"), as_of=AS_OF)

    assert code in {finding.code for finding in report.findings}
    for real in REAL:
        assert real not in shown(report)
