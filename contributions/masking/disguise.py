"""False identities in place of the real ones: the same person gets the same one, and no two share one.

What the checks look at stays: the year and month of birth (ages), the shape of numbers, the length and case
of names, letters that are not plain, amounts and months. So the copy has the findings of the original. Wages
stay too; a copy is for looking for mistakes, not for publishing.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from datetime import date

from contributions.errors import ContributionsError
from contributions.identifiers.mykad import PLACE_CODES
from contributions.layouts import C2, READ, S1, layout_named

__all__ = ["CannotDisguise", "Disguise"]

MOST_TRIES, TRIES_WITHIN_A_CLASS, TRIES_FOR_A_CHANGE = 2_000, 100, 20
CASE = 0x20
FIRST_SCRIPT = 0x300
"""Below it, letters are Latin ones with marks, which say little of who somebody is."""
BLOCK = 0x80
MYKAD_DIGITS = 12
_FOREIGN = re.compile(rb"SSFD?W", re.IGNORECASE)
_VOWELS, _CONSONANTS = b"AEIOU", b"BCDFGHJKLMNPQRSTVWXYZ"
_KEPT_WORDS = frozenset({b"BIN", b"BINTI", b"BT", b"BTE", b"A/L", b"A/P", b"S/O", b"D/O", b"ANAK"})
_SMALL, _CAPITALS = frozenset(range(ord("a"), ord("z") + 1)), frozenset(range(ord("A"), ord("Z") + 1))
_WORD = re.compile(rb"[^ ]+")
_LETTERS = re.compile(rb"[A-Za-z]{2,}")
_DIGITS = re.compile(rb"[0-9]{5,}")


class CannotDisguise(ContributionsError):
    """A text is so short that no other of its shape is left."""

    def __init__(self) -> None:
        super().__init__("a name or number is so short that no false one of its shape is left")


class Disguise:
    """One set of false identities, for one file or several; the same again from the same key."""

    def __init__(self, key: bytes | None = None) -> None:
        self.key = key or secrets.token_bytes(32)
        self._known: dict[tuple[str, bytes], bytes] = {}
        self._used: set[tuple[str, bytes]] = set()

    def file(self, content: bytes, layout: str | None) -> bytes:
        """The file with other people in it; `layout` is the one that a check told."""
        width = layout_named(layout).width if layout in READ else C2.width
        trimmed = {width, *(S1 if width == S1.width else C2).trimmed_widths} if layout in READ else set()
        parts = re.split(rb"(\r\n|\n|\r)", content)
        return b"".join(
            part if index % 2 else self._line(part, is_whole=len(part) in trimmed)
            for index, part in enumerate(parts)
        )

    def _line(self, line: bytes, *, is_whole: bool) -> bytes:
        if not is_whole:
            return self._anywhere(line)
        for field, make in (
            ("employer_code", self._number),
            ("ssm_number", self._ssm),
            ("identity_number", self._identity),
            ("name", self._name),
        ):
            columns = C2[field].columns
            cell = line[columns]
            text = cell.strip(b" ")
            if text:
                begin = cell.index(text)
                false = self._false(field, text, make)
                cell = cell[:begin] + false + cell[begin + len(text) :]
            line = line[: columns.start] + cell + line[columns.stop :]
        return line

    def _anywhere(self, line: bytes) -> bytes:
        """A line whose fields are not in their columns: words and long numbers up to the end of the name."""
        words = [match.end() for match in _LETTERS.finditer(line)]
        end = words[-1] if words else 0
        masked = _DIGITS.sub(lambda match: self._long_number(match[0]), line[:end])
        return _LETTERS.sub(lambda match: self._word(match[0]), masked) + line[end:]

    def _long_number(self, digits: bytes) -> bytes:
        if len(digits) == MYKAD_DIGITS:
            return self._false("identity_number", digits, self._identity)
        return self._false("digits", digits, self._number)

    def _word(self, letters: bytes) -> bytes:
        if letters.upper() in _KEPT_WORDS or _FOREIGN.fullmatch(letters):
            return letters
        return self._false("word", letters, self._letters)

    def _false(self, kind: str, text: bytes, make: Callable[[bytes, "_Choices"], bytes]) -> bytes:
        """Another text of the same shape, never used for anybody else and never the text itself.

        Texts that differ only in case are one: the false ones do too.
        """
        known = self._known.get((kind, text.upper()))
        if known is None:
            known = self._made(kind, text.upper(), make)
            self._known[kind, text.upper()] = known
            self._used.add((kind, known))
        return bytes(
            false | CASE if true in _SMALL and false in _CAPITALS else false
            for true, false in zip(text, known, strict=True)
        )

    def _made(self, kind: str, text: bytes, make: Callable[[bytes, "_Choices"], bytes]) -> bytes:
        for attempt in range(MOST_TRIES):
            false = make(text, _Choices(self.key, kind, text, attempt))
            if false != text and (kind, false) not in self._used:
                return false
            if false == text and attempt == TRIES_FOR_A_CHANGE:
                return text  # nothing in it says who somebody is, such as "BIN" or "-"
        raise CannotDisguise

    def _identity(self, text: bytes, choices: "_Choices") -> bytes:
        foreign = _FOREIGN.match(text)
        if foreign:
            return foreign[0] + self._number(text[foreign.end() :], choices)
        if not text.isdigit():
            return self._number(text, choices)
        head, tail = text[:-4], self._number(text[-4:], choices)
        if len(text) == MYKAD_DIGITS:
            head = _other_day(head[:6], choices) + _other_place(head[6:8], choices)
            tail = tail[:3] + bytes([_same_parity(text[-1], tail[3])])
        return head + tail

    def _ssm(self, text: bytes, choices: "_Choices") -> bytes:
        """Year and type of a twelve-digit number stay; all else is another digit or letter."""
        match = re.match(rb"[0-9]{12}(?![0-9])", text)
        kept = 6 if match else 0
        return text[:kept] + self._number(text[kept:], choices)

    def _number(self, text: bytes, choices: "_Choices") -> bytes:
        """Digits for digits, letters for letters."""
        return bytes(choices.like(byte) for byte in text)

    def _name(self, text: bytes, choices: "_Choices") -> bytes:
        latin = _WORD.sub(
            lambda match: match[0] if match[0].upper() in _KEPT_WORDS else self._letters(match[0], choices),
            text,
        )
        try:
            return "".join(choices.of_script(letter) for letter in latin.decode()).encode()
        except UnicodeDecodeError:
            return latin

    def _letters(self, text: bytes, choices: "_Choices") -> bytes:
        """Vowels for vowels and consonants for consonants, so that a name can be said; digits stay digits."""
        return bytes(choices.like(byte) for byte in text)


class _Choices:
    """A row of choices that follow from key, text and attempt.

    Where many short texts have used up those of the same vowels and consonants, any letter will do.
    """

    def __init__(self, key: bytes, kind: str, text: bytes, attempt: int) -> None:
        self._seed = b"%s\0%s\0%d\0" % (kind.encode(), text, attempt)
        self._key = key
        self._bytes = b""
        self._round = 0
        self._is_narrow = attempt < TRIES_WITHIN_A_CLASS

    def one_of(self, options: bytes) -> int:
        """One of some bytes."""
        if not self._bytes:
            self._bytes = hmac.digest(self._key, self._seed + str(self._round).encode(), hashlib.sha256)
            self._round += 1
        byte, self._bytes = self._bytes[0], self._bytes[1:]
        return options[byte % len(options)]

    def like(self, byte: int) -> int:
        """A digit for a digit, a vowel for a vowel, a consonant for a consonant; anything else itself."""
        letter = bytes([byte]).upper()
        if letter.isdigit():
            return self.one_of(b"0123456789")
        for options in (_VOWELS, _CONSONANTS):
            if letter in options:
                return self.one_of(options if self._is_narrow else _VOWELS + _CONSONANTS)
        return byte

    def of_script(self, letter: str) -> str:
        """Another letter of the same script and as many bytes, for Chinese, Tamil and so on."""
        if ord(letter) < FIRST_SCRIPT or not letter.isalpha():
            return letter
        other = chr(ord(letter) // BLOCK * BLOCK + self.one_of(bytes(range(BLOCK))))
        return other if other.isalpha() and len(other.encode()) == len(letter.encode()) else letter


def _same_parity(true: int, false: int) -> int:
    """The last digit of a MyKad is odd for a man: so is the false one."""
    return false if true % 2 == false % 2 else false ^ 1


def _other_day(yymmdd: bytes, choices: _Choices) -> bytes:
    """Another day of the same month; an impossible date stays, since it is a finding."""
    day = int(yymmdd[4:])
    if not _is_day(yymmdd):
        return yymmdd
    other = (day + choices.one_of(bytes(range(1, 28))) - 1) % 28 + 1
    return yymmdd[:4] + b"%02d" % other


def _is_day(yymmdd: bytes) -> bool:
    year, month, day = int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


_PLACES = bytes(sorted(PLACE_CODES))


def _other_place(place: bytes, choices: _Choices) -> bytes:
    """Another place of birth; one that does not exist stays, since it is a finding."""
    return b"%02d" % choices.one_of(_PLACES) if int(place) in PLACE_CODES else place
