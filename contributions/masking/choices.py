"""Letters and digits in place of others, chosen by key and text: the same again from the same key."""

import hashlib
import hmac

__all__ = ["MOST_NARROW", "Choices"]

MOST_NARROW = 100
"""So many attempts keep to the shape of a text; those after it take any letter or digit."""
BLOCK = 0x80
ASCII = 0x80
_VOWELS, _CONSONANTS = b"AEIOU", b"BCDFGHJKLMNPQRSTVWXYZ"
_OF_TWO_BYTES = bytes(range(0xB0, 0xF8))
"""Bytes that begin and end a Chinese letter in GB and Big5, and that are letters by themselves elsewhere."""


class Choices:
    """A row of choices that follow from key, text and attempt.

    Where many short texts have used up those of the same vowels and consonants, any letter will do.
    """

    def __init__(self, key: bytes, kind: str, text: bytes, attempt: int) -> None:
        self._seed = b"%s\0%s\0%d\0" % (kind.encode(), text, attempt)
        self._key = key
        self._bytes = b""
        self._round = 0
        self.is_narrow = attempt < MOST_NARROW

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
                return self.one_of(options if self.is_narrow else _VOWELS + _CONSONANTS)
        return byte

    def of_scripts(self, text: bytes) -> bytes:
        """The text with other letters for those that are not plain, each of as many bytes."""
        if text.isascii():
            return text
        try:
            return "".join(self._of_script(letter) for letter in text.decode()).encode()
        except UnicodeDecodeError:
            return bytes(
                self.one_of(_OF_TWO_BYTES.replace(bytes([byte]), b"")) if byte >= ASCII else byte
                for byte in text
            )

    def _of_script(self, letter: str) -> str:
        """Another letter (or digit) of the same script, for Chinese, Tamil and so on."""
        if letter.isascii() or not letter.isalnum():
            return letter
        block = ord(letter) // BLOCK * BLOCK
        others = [
            other
            for other in map(chr, range(block, block + BLOCK))
            if other != letter
            and (other.isalpha(), other.isupper()) == (letter.isalpha(), letter.isupper())
            and other.isalnum()
            and len(other.encode()) == len(letter.encode())
        ]
        return others[self.one_of(bytes(range(256))) % len(others)] if others else letter
