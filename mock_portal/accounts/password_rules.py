"""What a password must be like (portal-flows 1.4, assumed; every figure is a setting of the world)."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mock_portal.worlds.settings import WorldSettings

__all__ = ["PasswordRules", "Rule", "temporary_password"]

# Without those that people read wrongly in a mail: O and 0, I, l and 1.
_UPPER: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_LOWER: Final = "abcdefghijkmnpqrstuvwxyz"
_DIGITS: Final = "23456789"
_SYMBOLS: Final = "#%+=?@"
_LENGTH_OF_TEMPORARY: Final = 12


class Rule(StrEnum):
    """One line of the checklist, in its order."""

    LENGTH = "length"
    UPPER = "upper"
    LOWER = "lower"
    DIGIT = "digit"
    SYMBOL = "symbol"
    NOT_OWN_NAME = "not_own_name"
    NOT_FORMER = "not_former"


@dataclass(frozen=True)
class PasswordRules:
    """The rules of one world.

    Attributes:
        needs: which of `upper`, `lower`, `digit` and `symbol` are needed.
        former: so many of the latest passwords, today's among them, cannot be chosen; 0 for none.
    """

    shortest: int
    longest: int
    needs: tuple[str, ...]
    former: int

    @classmethod
    def of(cls, settings: WorldSettings) -> "PasswordRules":
        """The rules as a world sets them."""
        return cls(
            shortest=settings.password_shortest,
            longest=settings.password_longest,
            needs=settings.password_needs,
            former=settings.password_former,
        )

    @property
    def listed(self) -> tuple[Rule, ...]:
        """The rules that hold, in the order of the checklist."""
        needed = (Rule.UPPER, Rule.LOWER, Rule.DIGIT, Rule.SYMBOL)
        return (
            Rule.LENGTH,
            *(rule for rule in needed if rule.value in self.needs),
            Rule.NOT_OWN_NAME,
            *((Rule.NOT_FORMER,) if self.former else ()),
        )

    def broken_by(self, password: str, *, own_names: Iterable[str]) -> tuple[Rule, ...]:
        """The rules that a password breaks as far as the words alone tell; former ones need their hashes."""
        kept = {
            Rule.LENGTH: self.shortest <= len(password) <= self.longest,
            Rule.UPPER: any(letter.isupper() for letter in password),
            Rule.LOWER: any(letter.islower() for letter in password),
            Rule.DIGIT: any(letter in "0123456789" for letter in password),
            Rule.SYMBOL: any(_is_symbol(letter) for letter in password),
            Rule.NOT_OWN_NAME: password.casefold() not in {name.casefold() for name in own_names},
            Rule.NOT_FORMER: True,
        }
        return tuple(rule for rule in self.listed if not kept[rule])


def temporary_password() -> str:
    """A password by chance that keeps the rules as they are set by default, for a mail."""
    kinds = (_UPPER, _LOWER, _DIGITS, _SYMBOLS)
    letters = [secrets.choice(kind) for kind in kinds]
    letters += [secrets.choice("".join(kinds)) for _ in range(_LENGTH_OF_TEMPORARY - len(kinds))]
    secrets.SystemRandom().shuffle(letters)
    return "".join(letters)


def _is_symbol(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace() and letter.isprintable()
