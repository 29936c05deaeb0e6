"""Which files a person means: files, folders, patterns that the shell left alone, standard input."""

import os
from collections.abc import Iterable, Iterator

__all__ = ["STANDARD_INPUT", "files_meant"]

STANDARD_INPUT = "-"
SUFFIX = ".txt"
MAGIC = frozenset("*?[")


def files_meant(given: Iterable[str]) -> list[str]:
    """The files to check, each once, in the order given; those of a folder by name.

    One that is named in two ways goes by the first; a link is a file of its own. A name under which nothing
    is found stays, so that its report can say so.
    """
    meant: dict[str, str] = {}
    for each in given:
        for name in _meant(each):
            known = meant.setdefault(_place(name), name)
            if known != name and not _are_one(known, name):
                meant[name] = name
    return list(meant.values())


def _place(name: str) -> str:
    """Where a file seems to be; a link to a folder with `..` behind it may lead elsewhere."""
    return name if name == STANDARD_INPUT else os.path.normcase(os.path.abspath(name))  # noqa: PTH100 - as below


def _are_one(name: str, other: str) -> bool:
    try:
        return os.path.samefile(name, other)  # noqa: PTH121 - as below
    except OSError:
        return False


def _meant(given: str) -> Iterator[str]:
    if given == STANDARD_INPUT:
        yield given
    elif os.path.isdir(given):  # noqa: PTH112 - a Path for each of ten thousand files costs a second
        yield from sorted(_in_folder(given)) or [given]
    elif not MAGIC.isdisjoint(given) and not os.path.exists(given):  # noqa: PTH110 - out of reach: not there
        import glob

        yield from sorted(glob.glob(given, recursive=True)) or [given]  # noqa: PTH207 - keeps names as given
    else:
        yield given


def _in_folder(folder: str) -> Iterator[str]:
    """The contribution files anywhere below a folder; hidden ones are left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                yield os.path.join(root, name)  # noqa: PTH118 - as above
