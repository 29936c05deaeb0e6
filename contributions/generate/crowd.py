"""Who is on which line: kinds and communities in exact shares, in an order that looks like chance."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from contributions.bilingual import T
from contributions.generate.names import FOREIGN, LOCAL, Community
from contributions.generate.recipe import Kind, NotGenerated, Recipe

__all__ = ["ALL_COMMUNITIES", "KINDS", "Crowd", "parts_of"]

KINDS = tuple(Kind)
ALL_COMMUNITIES = (*LOCAL, *FOREIGN)
_Thing = TypeVar("_Thing")


def parts_of(count: int, shares: Mapping[_Thing, float]) -> dict[_Thing, int]:
    """A number divided in shares, whole and exact: what rounding leaves goes to the largest remainders.

    >>> parts_of(10, {"a": 2.0, "b": 1.0})
    {'a': 7, 'b': 3}
    """
    whole = sum(shares.values())
    exact = {thing: count * share / whole for thing, share in shares.items()}
    parts = {thing: int(part) for thing, part in exact.items()}
    by_remainder = sorted(exact, key=lambda thing: parts[thing] - exact[thing])
    for thing in by_remainder[: count - sum(parts.values())]:
        parts[thing] += 1
    return parts


class Crowd:
    """For each line the kind and the community, and which one of these the person is."""

    def __init__(self, recipe: Recipe, count: int) -> None:
        """Raises `NotGenerated` when there are not as many names."""
        random = np.random.default_rng([recipe.seed, 0])
        kinds = parts_of(count, recipe.shares)
        foreign = kinds[Kind.FOREIGN]
        self.kinds = _shuffled(random, [kinds[kind] for kind in KINDS])
        is_foreign = self.kinds == KINDS.index(Kind.FOREIGN)
        self.communities: NDArray[np.uint8] = np.empty(count, np.uint8)
        self.communities[~is_foreign] = _shuffled(random, _sizes(LOCAL, count - foreign))
        self.communities[is_foreign] = _shuffled(random, _sizes(FOREIGN, foreign)) + len(LOCAL)
        self.of_kind = _ordinals(self.kinds, len(KINDS))
        self.of_community = _ordinals(self.communities, len(ALL_COMMUNITIES))

    def __len__(self) -> int:
        return len(self.kinds)


def _sizes(communities: Sequence[Community], count: int) -> list[int]:
    """How many of each community; who finds no name in one is of one that has names left."""
    sizes = parts_of(count, {community: community.share for community in communities})
    left = 0
    for community in communities:
        left += max(sizes[community] - community.most, 0)
        sizes[community] = min(sizes[community], community.most)
    for community in communities:
        moved = min(left, community.most - sizes[community])
        sizes[community] += moved
        left -= moved
    if left:
        most = sum(community.most for community in communities)
        raise NotGenerated(
            T(
                f"there are only {most:,} names for {count:,} people of this kind",
                f"hanya ada {most:,} nama bagi {count:,} orang jenis ini",
            )
        )
    return [sizes[community] for community in communities]


def _shuffled(random: np.random.Generator, sizes: Sequence[int]) -> NDArray[np.uint8]:
    things = np.repeat(np.arange(len(sizes), dtype=np.uint8), sizes)
    random.shuffle(things)
    return things


def _ordinals(things: NDArray[np.uint8], kinds: int) -> NDArray[np.uint32]:
    """For each line how many lines of its kind come before it."""
    ordinals = np.empty(len(things), np.uint32)
    for kind in range(kinds):
        places = np.flatnonzero(things == kind)
        ordinals[places] = np.arange(len(places), dtype=np.uint32)
    return ordinals
