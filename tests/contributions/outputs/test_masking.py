"""A masked report tells nobody's name and no identity number, wherever in a file they stand."""

from datetime import date

import pytest

from contributions import check, write
from contributions.checks.examples import SAMPLE
from contributions.findings import FileReport
from contributions.outputs.as_csv import reports_as_csv
from contributions.outputs.as_json import reports_as_json
from contributions.outputs.masking import masked, masked_unchecked
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


PLAIN = LINE.decode().rstrip("\r\n")
NUMBER = PLAIN[32:44]


def test_a_line_in_its_columns_keeps_them_and_says_who_only_to_those_who_know() -> None:
    hidden = masked_unchecked(PLAIN)

    assert hidden[:32] == PLAIN[:32]
    assert hidden[32:44] == f"********{NUMBER[-4:]}"
    assert hidden[44:194].rstrip() == "A***** B**** C*****"
    assert hidden[194:] == PLAIN[194:]


@pytest.mark.parametrize(
    "line",
    [
        *(pytest.param(PLAIN[by:] + " " * by, id=f"shifted left by {by}") for by in range(1, 60)),
        *(pytest.param(" " * by + PLAIN[:-by], id=f"shifted right by {by}") for by in range(1, 60)),
        pytest.param(PLAIN.rstrip(), id="cut"),
        pytest.param(PLAIN[:12] + "19".ljust(8) + PLAIN[32:44] + PLAIN[32:], id="in the SSM number"),
        pytest.param(PLAIN[:12] + "AMINAH BINTI CONTOH " + PLAIN[32:], id="name in the SSM number"),
        pytest.param(f"{NUMBER};AMINAH BINTI CONTOH;102026", id="separated"),
        pytest.param(PLAIN.encode("utf-16-le").decode("latin-1"), id="two bytes a letter"),
        pytest.param(PLAIN[:44] + "AMINAH\0BINTI\0CONTOH".ljust(150) + PLAIN[194:], id="NUL bytes"),
    ],
)
def test_nobody_is_told_by_a_line_whose_columns_nobody_looked_at(line: str) -> None:
    hidden = masked_unchecked(line)

    bare = hidden.replace("\0", "")
    assert len(hidden) == len(line)
    assert "AMINAH" not in bare
    assert "CONTOH" not in bare
    assert not any(NUMBER[start : start + 7] in bare for start in range(6))
