"""Divide a contribution file by employer code or month; every line stays as it is."""

from dataclasses import dataclass
from enum import StrEnum

from contributions.bilingual import T
from contributions.errors import UnreadableFile, UnreadableLine
from contributions.layouts import C2, S1
from contributions.lengths import characters
from contributions.months import NotAMonth, YearMonth

__all__ = ["By", "Part", "split"]

LINE_END = b"\r\n"
END_OF_FILE_MARK = b"\x1a"
_WIDTHS = frozenset({C2.width, S1.width, *C2.trimmed_widths, *S1.trimmed_widths})


class By(StrEnum):
    """What a file is divided by."""

    CODE = "code"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one employer code, one month, or both. What was not asked for is empty."""

    code: str
    month: str
    content: bytes
    lines: int

    @property
    def name(self) -> str:
        """What tells it from the other parts, for the name of its file."""
        return "-".join(filter(None, (self.code, self.month)))


def split(content: bytes, by: frozenset[By]) -> tuple[Part, ...]:
    """The parts in the order of their first lines; together they have every line of the file but empty ones.

    Raises:
        UnreadableFile: it has no lines.
        UnreadableLine: a line has no employer code or no month in its place, so nobody can tell where to.
    """
    parts: dict[tuple[str, str], list[bytes]] = {}
    for number, line in enumerate(content.rstrip(END_OF_FILE_MARK).split(b"\n"), start=1):
        text = line.removesuffix(b"\r")
        if text.strip():
            parts.setdefault(_place(number, text, by), []).append(text)
    if not parts:
        raise UnreadableFile(T("the file has no records", "fail tidak mengandungi rekod"))
    return tuple(
        Part(code, month, b"".join(line + LINE_END for line in lines), len(lines))
        for (code, month), lines in parts.items()
    )


def _place(number: int, line: bytes, by: frozenset[By]) -> tuple[str, str]:
    if len(line) not in _WIDTHS:
        widths = T(f"{C2.width} or {S1.width} characters", f"{C2.width} atau {S1.width} aksara")
        raise UnreadableLine(number, "", characters(len(line)), widths)
    cells = {name: line[C2[name].columns].decode("latin-1").strip() for name in ("employer_code", "month")}
    code = cells["employer_code"].upper() if By.CODE in by else ""
    if By.CODE in by and not (code.isascii() and code.isalnum()):
        raise UnreadableLine(number, "employer_code", code, T("letters and digits", "huruf dan digit"))
    if By.MONTH not in by:
        return code, ""
    try:
        return code, str(YearMonth.from_mmyyyy(cells["month"]))
    except NotAMonth as error:
        expected = T("a month as MMYYYY", "bulan sebagai BBTTTT")
        raise UnreadableLine(number, "month", cells["month"], expected) from error
