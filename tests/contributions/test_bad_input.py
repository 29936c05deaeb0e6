"""What is no contribution file at all: always an answer in words, never valid, no file lost or changed."""

import io
import zipfile
from pathlib import Path

import pytest

from contributions import Verdict, check
from contributions.generate.making import generate
from contributions.generate.recipe import Recipe
from contributions.kit.good_file import NoBase
from contributions.kit.making import kit_from
from harness.cli.check import main as run_check

GOOD = generate(5, Recipe())
AS_OF = Recipe().day_to_check
MEGABYTES = 20_000_000


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("october.txt", GOOD)
    return out.getvalue()


def in_chinese(encoding: str, name: str = "陈伟明") -> bytes:
    """Names in Chinese, each letter counted as one column, as a program that counts letters writes them."""
    lines = GOOD.decode().split("\r\n")[:-1]
    return "".join(f"{line[:44]}{name.ljust(150)}{line[194:]}\r\n" for line in lines).encode(encoding)


CSV = b"employer_code,identity_number,name,month,wage\r\nB3200000123X,900101145678,AMINAH,102026,3250.00\r\n"
HTML = (
    b"<!DOCTYPE html><html><head><title>504 Gateway Time-out</title></head><body><h1>504</h1></body></html>"
)
BAD = {
    "empty": b"",
    "one line end": b"\r\n",
    "spaces alone": b" " * 278 + b"\r\n",
    "one line of twenty megabytes": b"X" * MEGABYTES,
    "twenty megabytes of spaces": b" " * MEGABYTES,
    "line ends alone": b"\n" * 100_000,
    "NUL bytes": bytes(10_000),
    "a NUL inside a name": GOOD.replace(b"BIN", b"B\x00N", 1).replace(b"      102026", b"\x00     102026", 1),
    "UTF-16 with a mark": GOOD.decode().encode("utf-16"),
    "UTF-16 without a mark": GOOD.decode().encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + GOOD.decode().encode("utf-16-be"),
    "UTF-32": GOOD.decode().encode("utf-32"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + GOOD,
    "zip": zipped(),
    "a cut zip": zipped()[:40],
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "CSV": CSV,
    "tabs": CSV.replace(b",", b"\t"),
    "an error page": HTML,
    "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "Chinese names in UTF-8": in_chinese("utf-8"),
    "Chinese names in GB 18030": in_chinese("gb18030"),
    "Chinese names in Big5": in_chinese("big5", "陳偉明"),
    "EBCDIC": GOOD.decode().encode("cp500"),
    "half a file": GOOD[: len(GOOD) // 2],
    "lines turned round": b"\r\n".join(line[::-1] for line in GOOD.split(b"\r\n")),
    "compressed": b"\x1f\x8b\x08" + bytes(100),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_it_is_never_valid_and_the_answer_is_in_words_of_both_languages(content: bytes) -> None:
    report = check(content, as_of=AS_OF)

    assert report.verdict is not Verdict.VALID
    assert report.findings
    for finding in report.findings:
        assert finding.message.en.strip(), finding.code
        assert finding.message.ms.strip(), finding.code
        assert finding.mend.en.strip(), finding.code
        assert len(finding.message.en) < 2_000
        assert finding.code != "FL90", finding.message.en


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_the_command_says_so_and_leaves_the_file_as_it_is(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "october.txt"
    path.write_bytes(content)

    code = run_check(["--as-of", AS_OF.isoformat(), str(path)])

    shown = capsys.readouterr()
    assert code in {1, 2}
    assert "Traceback" not in shown.out + shown.err
    assert shown.out.strip()
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["october.txt"]


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_it_is_no_base_for_a_kit(content: bytes) -> None:
    with pytest.raises(NoBase):
        kit_from(content)


def test_a_folder_could_not_be_told(tmp_path: Path) -> None:
    report = check(tmp_path, as_of=AS_OF)

    assert report.verdict is Verdict.COULD_NOT_TELL
    assert "folder" in report.findings[0].message.en


def test_a_file_that_is_not_there_could_not_be_told(tmp_path: Path) -> None:
    assert check(tmp_path / "none.txt", as_of=AS_OF).verdict is Verdict.COULD_NOT_TELL


def test_a_file_that_may_not_be_read_could_not_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.txt"
    path.write_bytes(GOOD)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)

    assert check(path, as_of=AS_OF).verdict is Verdict.COULD_NOT_TELL
    assert "not permitted" in check(path, as_of=AS_OF).findings[0].message.en


def test_a_file_that_grows_while_it_is_read_is_judged_without_a_stack_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(GOOD)
    original = Path.open

    def growing(self: Path, *arguments: str, **options: str) -> object:
        opened = original(self, *arguments, **options)  # type: ignore[call-overload]
        with original(path, "ab") as more:
            more.write(b"HALF A LINE")
        return opened

    monkeypatch.setattr(Path, "open", growing)
    report = check(path, as_of=AS_OF)

    assert report.verdict is not Verdict.VALID
