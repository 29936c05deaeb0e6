"""Names of the main communities of Malaysia and of workers from abroad, of two parts each.

The shares are rounded from the census. A name is `left right`; within a community no two pairs give one name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from random import Random

from contributions.generate import words

__all__ = ["COMMUNITIES", "FOREIGN", "LOCAL", "Community", "name_of"]


@dataclass(frozen=True)
class Community:
    """How the names of a community are made; `parts` gives the left and the right ones for a sex."""

    name: str
    share: int
    parts: Callable[[bool], tuple[tuple[str, ...], tuple[str, ...]]]

    @cached_property
    def of_men(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The left and right parts of men's names."""
        return self.parts(False)

    @cached_property
    def of_women(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The left and right parts of women's names."""
        return self.parts(True)

    def of(self, *, woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The left and right parts of one sex."""
        return self.of_women if woman else self.of_men

    @property
    def most(self) -> int:
        """How many different names of either sex there are."""
        return min(len(left) * len(right) for left, right in (self.of_men, self.of_women))


def name_of(random: Random, community: Community, *, woman: bool) -> str:
    """One name of a community, in capitals."""
    left, right = community.of(woman=woman)
    return f"{random.choice(left)} {random.choice(right)}"


def _joined(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(parts) for parts in product(*lists))


def _malay(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001 - one argument of a table
    own = (
        (words.MALAY_WOMEN, words.MALAY_WOMEN_SECOND) if woman else (words.MALAY_MEN, words.MALAY_MEN_SECOND)
    )
    child = "BINTI" if woman else "BIN"
    return _joined(*own), _joined((child,), words.MALAY_MEN, words.MALAY_MEN_SECOND)


def _chinese(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    christian = words.CHRISTIAN_WOMEN if woman else words.CHRISTIAN_MEN
    plain = _joined(words.CHINESE_FAMILIES, words.CHINESE_SYLLABLES)
    return (*plain, *_joined(christian[::4], plain)), words.CHINESE_SYLLABLES


def _tamil(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    own = (
        (words.TAMIL_WOMEN, words.TAMIL_WOMEN_SECOND) if woman else (words.TAMIL_MEN, words.TAMIL_MEN_SECOND)
    )
    return _joined(*own), _joined(("A/P" if woman else "A/L",), words.TAMIL_MEN, words.TAMIL_MEN_SECOND)


def _punjabi(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    given = tuple(first + last for first, last in product(words.PUNJABI_FIRST, words.PUNJABI_LAST))
    fathers = _joined(given, ("SINGH",))
    child = "KAUR A/P" if woman else "SINGH A/L"
    return given, (*_joined((child,), fathers), *_joined((child,), fathers, words.PUNJABI_FAMILIES))


def _iban(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    christian = words.CHRISTIAN_WOMEN if woman else words.CHRISTIAN_MEN
    fathers = (*words.IBAN, *_joined(words.CHRISTIAN_MEN, words.IBAN))
    return (*christian, *_joined(christian, words.IBAN)), _joined(("ANAK",), fathers)


def _kadazan(woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    christian = words.CHRISTIAN_WOMEN if woman else words.CHRISTIAN_MEN
    fathers = _joined(("BINTI" if woman else "BIN",), words.CHRISTIAN_MEN, words.KADAZAN_FAMILIES)
    return _joined(christian, christian), fathers


def _bangladeshi(_woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    return _joined(("MD", "MOHAMMAD"), words.BANGLADESHI), _joined(
        words.BANGLADESHI_SECOND, words.BANGLADESHI_SECOND
    )


def _nepali(_woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    return _joined(words.NEPALI, words.NEPALI), _joined(("BAHADUR", "KUMAR", "PRASAD"), words.NEPALI_FAMILIES)


def _indonesian(_woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    return _joined(words.INDONESIAN, words.INDONESIAN), _joined(
        words.INDONESIAN_SECOND, words.INDONESIAN_SECOND
    )


def _myanmar(_woman: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001
    return _joined(words.MYANMAR, words.MYANMAR), _joined(words.MYANMAR, words.MYANMAR)


LOCAL = (
    Community("malay", 60, _malay),
    Community("chinese", 22, _chinese),
    Community("tamil", 7, _tamil),
    Community("punjabi", 1, _punjabi),
    Community("iban", 6, _iban),
    Community("kadazan", 4, _kadazan),
)
FOREIGN = (
    Community("bangladeshi", 35, _bangladeshi),
    Community("indonesian", 30, _indonesian),
    Community("nepali", 20, _nepali),
    Community("myanmar", 15, _myanmar),
)
COMMUNITIES = {community.name: community for community in (*LOCAL, *FOREIGN)}
