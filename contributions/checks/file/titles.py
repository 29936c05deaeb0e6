"""Lines at the ends of a file that no program writes for an employee: titles, totals, and its own."""

import re

import numpy as np

from contributions.checks.file.places import CODE
from contributions.checks.whole_file import OddLines, WholeFile
from contributions.identifiers import mykad
from contributions.layouts import C2
from contributions.matrix.title_lines import is_total_word

__all__ = ["titles_among"]

_BEGUN_CODE = re.compile(rb"[A-Za-z][0-9]{0,10}")
_SIX_DIGITS = re.compile(rb" *[0-9]{6} *")
"""A month, with its year first or last, or a day: shorter than an SSM number."""
_TWELVE_DIGITS = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
_FOREIGN = "SSF"
"""How the numbers begin that PERKESO gives."""


def titles_among(file: WholeFile) -> OddLines:
    """Odd lines at the top or the bottom that hold no employer code and no amount: titles and totals."""
    edges = np.flatnonzero(
        (file.odd.widths > 0) & ((file.odd.numbers == 1) | (file.odd.numbers == file.last_line))
    )
    chosen = np.zeros(len(file.odd), np.bool_)
    chosen[edges] = [
        _is_title(line) and not (_begins_as_code(line) and _begins_record(file, line))
        for line in map(file.read_line, file.odd.offsets[edges].tolist())
    ]
    return file.odd.where(chosen)


def _begins_as_code(line: bytes) -> bool:
    return _BEGUN_CODE.fullmatch(line) is not None or CODE.match(line) is not None


def _begins_record(file: WholeFile, line: bytes) -> bool:
    """Whether a line that begins as an employer code may be the beginning of a record of the file.

    It is none where no employer of the file begins so, or a month or a day stands right behind the code.
    """
    employers = file.tally.employers
    if not employers or any(employer.startswith(line) for employer in employers):
        return True
    behind = line[C2["employer_code"].columns.stop :]
    return CODE.match(line) is not None and _SIX_DIGITS.fullmatch(behind) is None


def _is_title(line: bytes) -> bool:
    """Whether a line is words or figures, and nobody's number."""
    code, text = line[C2["employer_code"].columns].strip(), line.decode("latin-1")
    if is_total_word(code):
        return True
    has_number = any(mykad.is_valid(number) for number in _TWELVE_DIGITS.findall(text))
    if has_number or _FOREIGN in text:
        return False
    return not code.isalnum() or (text.isascii() and text.isprintable() and len(line) <= C2.width)
