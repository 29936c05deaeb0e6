"""False identities in place of the real ones: the same person gets the same one, and no two share one.

What the checks look at stays: the year and month of birth (ages), the shape of numbers, the length and case
of names, letters that are not plain, amounts and months. So the copy has the findings of the original. Wages
stay too; a copy is for looking for mistakes, not for publishing. Where a name or number stands in a place
that a check looks at, it goes all the same, and the copy has other findings.
"""

import re
import secrets
from collections.abc import Callable
from datetime import date

from contributions.bilingual import T
from contributions.errors import ContributionsError
from contributions.identifiers.mykad import PLACE_CODES
from contributions.layouts import C2, READ, S1, layout_named
from contributions.masking.choices import Choices
from contributions.masking.real_words import FOREIGN, KEPT_WORDS, RealWords

__all__ = ["CannotDisguise", "Disguise"]

MOST_TRIES, TRIES_FOR_A_CHANGE, TRIES_FOR_A_WORD = 2_000, 20, 20
CASE = 0x20
MYKAD_DIGITS = 12
LONGER_THAN_AMOUNTS = 10
"""Where amounts stand, only a number of so many digits may be somebody's."""
WHO_ENDS = C2["name"].columns.stop
BLANK_BEGINS = C2["filler_1"].columns.start - WHO_ENDS
_SMALL, _CAPITALS = frozenset(range(ord("a"), ord("z") + 1)), frozenset(range(ord("A"), ord("Z") + 1))
_WORD = re.compile(rb"[^ ]+")
_LONG = re.compile(rb"[0-9]{5,}")
_STRAY = re.compile(rb"[A-Za-z\x80-\xff]{2}|[0-9]{10}")
_MONTH_AND_AMOUNTS = re.compile(rb"(?<![0-9])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}(?=[ ,;|\t]|00)[ 0-9.,;|\t]*$")
_LETTER = rb"[A-Za-z\x80-\xff]"
_PIECE = re.compile(
    rb"(?P<code>[A-Za-z][0-9]{10}[A-Za-z])"
    rb"|(?P<ssm>(?<=[A-Za-z][0-9]{10}[A-Za-z])[0-9]{12})"
    rb"|(?P<number>[0-9]+(?:-[0-9]+)+|[0-9]{5,})"
    rb"|(?P<words>%b+(?:[ '@/.,-]{1,2}%b+)*)" % (_LETTER, _LETTER)
)
_NEW_SSM = re.compile(rb"[0-9]{12}(?![0-9])|(?:18|19|2[0-9])[0-9]{2}0[1-6][0-9]{4,8}$")
"""Year, type and running number; where digits of it were lost or put in, year and type are looked at too."""
_SERVICE = re.compile(rb"(?P<letters>T|RF)(?P<digits>[0-9]+)")
_LETTERS = re.compile(rb"%b{2,}|[\x80-\xff]" % _LETTER)


class CannotDisguise(ContributionsError):
    """A text is so short that no other of its shape is left, or something real would be left."""

    def __init__(self, words: T | str = "") -> None:
        super().__init__(words or "a name or number is so short that no false one of its shape is left")


class Disguise:
    """One set of false identities, for one file or several; the same again from the same key."""

    def __init__(self, key: bytes | None = None) -> None:
        self.key = key or secrets.token_bytes(32)
        self._known: dict[tuple[str, bytes], bytes] = {}
        self._used: set[tuple[str, bytes]] = set()
        self._real = RealWords(())

    def file(self, content: bytes, layout: str | None) -> bytes:
        """The file with other people in it; `layout` is the one that a check told.

        Raises:
            CannotDisguise: something of the original would be left.
        """
        width = layout_named(layout).width if layout in READ else C2.width
        trimmed = {width, *(S1 if width == S1.width else C2).trimmed_widths} if layout in READ else set()
        parts = re.split(rb"(\r\n|\n|\r)", content)
        whole = [len(part) in trimmed and not _is_shifted(part) for part in parts]
        ends = [
            WHO_ENDS if is_whole else _end_of_head(part) for part, is_whole in zip(parts, whole, strict=True)
        ]
        self._real = RealWords(part[:end] for part, end in zip(parts, ends, strict=True))
        self._known = {kind: false for kind, false in self._known.items() if not self._real.are_in(false)}
        # Whole lines first: what they say of people is then known where a line is in pieces.
        for index in (index for index, is_whole in enumerate(whole) if is_whole):
            parts[index] = self._line(parts[index])
        for index in (index for index, is_whole in enumerate(whole) if not is_whole and index % 2 == 0):
            head, rest = parts[index][: ends[index]], parts[index][ends[index] :]
            parts[index] = _PIECE.sub(self._piece, head) + self._after_name(rest)
        heads = b"\n".join(part[:end] for part, end in zip(parts, ends, strict=True))
        rests = b"\n".join(part[end:] for part, end in zip(parts, ends, strict=True))
        if self._real.are_in(heads) or self._real.are_in(rests, digits=LONGER_THAN_AMOUNTS):
            raise CannotDisguise(
                T(
                    "a name or number of the original would be left in the copy",
                    "nama atau nombor daripada fail asal akan tertinggal dalam salinan",
                )
            )
        return b"".join(parts)

    def _line(self, line: bytes) -> bytes:
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
        return line[:WHO_ENDS] + self._after_name(line[WHO_ENDS:])

    def _after_name(self, rest: bytes) -> bytes:
        """Month, amounts and blank columns, where words and numbers of people do not belong."""
        blank = rest[BLANK_BEGINS:]
        if not blank.strip(b" ") and not _STRAY.search(rest):
            return rest
        amounts = _LONG.sub(
            lambda match: (
                self._long_number(match[0])
                if self._real.are_in(match[0], digits=LONGER_THAN_AMOUNTS)
                else match[0]
            ),
            rest[:BLANK_BEGINS],
        )
        return self._words(amounts) + _PIECE.sub(self._piece, blank)

    def _piece(self, match: re.Match[bytes]) -> bytes:
        """A code, number or words in a line whose fields are not in their columns."""
        text = match[0]
        if match.lastgroup == "code":
            return self._false("employer_code", text, self._number)
        if match.lastgroup == "ssm":
            return self._false("ssm_number", text, self._ssm)
        if match.lastgroup == "number":
            digits = iter(self._long_number(text.replace(b"-", b"")))
            return bytes(letter if letter == ord("-") else next(digits) for letter in text)
        return (
            self._false("name", text, self._name)
            if ("name", text.upper()) in self._known
            else self._words(text)
        )

    def _words(self, text: bytes) -> bytes:
        return _LETTERS.sub(lambda match: self._word(match[0]), text)

    def _long_number(self, digits: bytes) -> bytes:
        if ("ssm_number", digits) in self._known:
            return self._known["ssm_number", digits]
        if len(digits) == MYKAD_DIGITS:
            return self._false("identity_number", digits, self._identity)
        return self._false("digits", digits, self._number)

    def _word(self, letters: bytes) -> bytes:
        if letters.upper() in KEPT_WORDS or FOREIGN.fullmatch(letters):
            return letters
        return self._false("word", letters, self._letters)

    def _false(self, kind: str, text: bytes, make: Callable[[bytes, Choices], bytes]) -> bytes:
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

    def _made(self, kind: str, text: bytes, make: Callable[[bytes, Choices], bytes]) -> bytes:
        for attempt in range(MOST_TRIES):
            false = make(text, Choices(self.key, kind, text, attempt))
            if false != text and (kind, false) not in self._used and not self._real.are_in(false):
                return false
            if false == text and attempt == TRIES_FOR_A_CHANGE:
                return text  # nothing in it says who somebody is, such as "BIN" or "-"
        raise CannotDisguise

    def _identity(self, text: bytes, choices: Choices) -> bytes:
        foreign = FOREIGN.match(text)
        if foreign:
            return foreign[0] + self._number(text[foreign.end() :], choices)
        if not text.isdigit() or not choices.is_narrow:
            return self._with_letters(text, choices)
        head, tail = text[:-4], self._number(text[-4:], choices)
        if len(text) == MYKAD_DIGITS:
            head = _other_day(head[:6], choices) + _other_place(head[6:8], choices)
            tail = tail[:3] + bytes([_same_parity(text[-1], tail[3])])
        return head + tail

    def _with_letters(self, text: bytes, choices: Choices) -> bytes:
        """Another number; the letters of an army or police number stay, and no other begins like one."""
        service = _SERVICE.fullmatch(text)
        if service and choices.is_narrow:
            return service["letters"] + self._number(service["digits"], choices)
        false = self._number(text, choices)
        return b"X" + false[1:] if _SERVICE.fullmatch(false) else false

    def _ssm(self, text: bytes, choices: Choices) -> bytes:
        """Year and type of a new number stay; all else is another digit or letter."""
        match = _NEW_SSM.match(text)
        kept = 6 if match and choices.is_narrow else 0
        return text[:kept] + self._number(text[kept:], choices)

    def _number(self, text: bytes, choices: Choices) -> bytes:
        """Digits for digits, letters for letters."""
        return choices.of_scripts(bytes(choices.like(byte) for byte in text))

    def _name(self, text: bytes, choices: Choices) -> bytes:
        return choices.of_scripts(
            _WORD.sub(
                lambda match: match[0] if match[0].upper() in KEPT_WORDS else self._latin(match[0], choices),
                text,
            )
        )

    def _letters(self, text: bytes, choices: Choices) -> bytes:
        return choices.of_scripts(self._latin(text, choices))

    def _latin(self, text: bytes, choices: Choices) -> bytes:
        """Vowels for vowels and consonants for consonants, so that a name can be said; digits stay digits."""
        for _ in range(TRIES_FOR_A_WORD):
            false = bytes(choices.like(byte) for byte in text)
            if not self._real.are_in(false):
                break
        return false


def _same_parity(true: int, false: int) -> int:
    """The last digit of a MyKad is odd for a man: so is the false one."""
    return false if true % 2 == false % 2 else false ^ 1


def _other_day(yymmdd: bytes, choices: Choices) -> bytes:
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


def _other_place(place: bytes, choices: Choices) -> bytes:
    """Another place of birth; one that does not exist stays, since it is a finding."""
    return b"%02d" % choices.one_of(_PLACES) if int(place) in PLACE_CODES else place


def _is_shifted(line: bytes) -> bool:
    """Whether its month and amounts stand beside their columns, so that the other fields may, too."""
    return not line[C2["month"].columns].isdigit() and _end_of_head(line) not in (WHO_ENDS, len(line))


def _end_of_head(line: bytes) -> int:
    """Where the month and the amounts at the end of a line begin; its length when it has none."""
    amounts = _MONTH_AND_AMOUNTS.search(line)
    return amounts.start() if amounts else len(line)
