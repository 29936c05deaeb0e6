"""Reading a file from the disk: what cannot be opened, streams, very long lines, chunks and threads."""

import hashlib
import io
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contributions import FileReport, Verdict, check, examination, write
from contributions.checks.examples import SAMPLE

AS_OF = date(2026, 11, 10)
LINE = write([SAMPLE])
MING = replace(SAMPLE, identity_number="880515105437", name="TAN WEI MING")


def codes(report: FileReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"
    path.write_bytes(LINE)

    report = check(path, as_of=AS_OF)

    assert report.sha256 == check(LINE, as_of=AS_OF).sha256
    assert report.sha256 == hashlib.sha256(LINE).hexdigest()


def test_a_line_far_too_long_is_set_aside_and_the_rest_goes_on() -> None:
    report = check(LINE + b"x" * 2_000_000 + b"\r\n" + write([MING]), as_of=AS_OF)

    assert codes(report) == ["FL24"]
    assert (report.findings[0].line, report.records) == (2, 2)


def test_a_line_too_long_to_keep_is_measured_and_the_lines_after_it_are_read() -> None:
    report = check(b"x" * 3_000_000 + b"\n" + LINE + write([MING]), as_of=AS_OF)

    long_line = next(finding for finding in report.findings if finding.code == "FL24")
    assert (long_line.line, report.records) == (1, 2)
    assert "3000000 characters" in long_line.message.en


@pytest.mark.parametrize("copies", [1, 4_000, 12_000])
def test_lines_that_end_in_lone_returns_are_told_so_at_any_size(copies: int) -> None:
    content = (LINE + write([MING])).replace(b"\r\n", b"\r") * copies

    report = check(content, as_of=AS_OF)

    assert codes(report) == ["FL26"]
    assert "LF" not in report.findings[0].message.en


@pytest.mark.parametrize(
    ("end", "counted"),
    [
        pytest.param(b"\r\n", None, id="CR LF"),
        pytest.param(b"\n", "1 CRLF, 1 LF", id="LF"),
        pytest.param(b"\r\r\n", "2 CRLF, 1 CR", id="a CR too many"),
    ],
)
def test_the_end_of_a_line_too_long_to_keep_is_counted_as_any_other(end: bytes, counted: str | None) -> None:
    report = check(b"x" * 3_000_000 + end + LINE, as_of=AS_OF)

    ends = [finding.message.en for finding in report.findings if finding.code in {"FL05", "FL26"}]
    assert ends == ([f"The file has these line ends: {counted}."] if counted else [])


def test_a_file_that_is_not_there_could_not_be_told(tmp_path: Path) -> None:
    report = check(tmp_path / "nothing.txt", as_of=AS_OF)

    assert (report.verdict, codes(report)) == (Verdict.COULD_NOT_TELL, ["FL91"])
    assert "no such file" in report.findings[0].message.en


@pytest.mark.parametrize(
    ("error", "says"),
    [
        pytest.param(
            PermissionError(13, "Permission denied"), "reading it is not permitted", id="not allowed"
        ),
        pytest.param(OSError(5, "Input/output error"), "Input/output error", id="a broken disk"),
    ],
)
def test_a_file_that_cannot_be_opened_could_not_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, says: str
) -> None:
    path = tmp_path / "october.txt"
    path.write_bytes(LINE)

    def fails(*_given: Any, **_named: Any) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fails)
    report = check(path, as_of=AS_OF)

    assert (report.verdict, report.findings[0].found.en) == (Verdict.COULD_NOT_TELL, says)


@pytest.mark.parametrize(
    "ahead",
    [
        pytest.param(0, id="none by the other thread"),
        pytest.param(1, id="some by either"),
        pytest.param(99, id="all by the other thread"),
    ],
)
def test_chunks_are_told_in_order_whichever_thread_examines_them(
    monkeypatch: pytest.MonkeyPatch, ahead: int
) -> None:
    monkeypatch.setattr(examination, "CHUNKS_AHEAD", ahead)
    lines = LINE * 90_000 + write([replace(SAMPLE, socso_employer=1)])

    report = check(lines, as_of=AS_OF)

    (wrong,) = (finding for finding in report.findings if finding.code == "AM09")
    assert (wrong.line, report.records) == (90_001, 90_001)


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        pytest.param("october.txt", "it is a folder", id="with files"),
        pytest.param("october.pdf", "it is a folder without any .txt file", id="with none"),
    ],
)
def test_a_folder_is_no_file(tmp_path: Path, inside: str, says: str) -> None:
    (tmp_path / inside).write_bytes(LINE)

    report = check(tmp_path, as_of=AS_OF)

    assert (report.verdict, report.findings[0].found.en) == (Verdict.COULD_NOT_TELL, says)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")

    report = check(tmp_path / "x.txt", as_of=AS_OF)

    assert (report.verdict, report.findings[0].found.en) == (
        Verdict.COULD_NOT_TELL,
        "it is a pipe and no file",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no devices in folders")
def test_a_device_is_told_and_never_read(tmp_path: Path) -> None:
    (tmp_path / "x.txt").symlink_to("/dev/zero")

    report = check(tmp_path / "x.txt", as_of=AS_OF)

    assert (report.verdict, report.findings[0].found.en) == (
        Verdict.COULD_NOT_TELL,
        "it is a device and no file",
    )


def test_a_stream_is_read_like_a_file(tmp_path: Path) -> None:
    path = tmp_path / "october.txt"
    path.write_bytes(io.BytesIO(LINE).read())

    assert check(path, as_of=AS_OF, name="x.txt") == check(LINE, as_of=AS_OF, name="x.txt")
