"""What was given to a function in place of what it takes, in words for a `TypeError`."""

from os import PathLike
from pathlib import Path

__all__ = ["must_be", "must_be_whole", "named_type", "path_taken", "source_taken"]


def named_type(given: object) -> str:
    """The type of a value with its article; `None` is itself.

    >>> named_type(7), named_type(None), named_type({})
    ('an int', 'None', 'a dict')
    """
    if given is None:
        return "None"
    name = type(given).__name__
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def must_be(kind: type, given: object, *, what: str, such_as: str) -> None:
    """Let nothing pass but a value of one type; `such_as` is how one is written.

    Raises:
        TypeError: it is of another.
    """
    if not isinstance(given, kind):
        wanted = f"{'an' if kind.__name__[0].lower() in 'aeio' else 'a'} {kind.__name__}"
        raise TypeError(f"{what} is {wanted}, not {named_type(given)}; write {such_as}")


def must_be_whole(given: object, *, what: str, such_as: str) -> None:
    """Let nothing pass but whole numbers, those of NumPy too.

    Raises:
        TypeError: it is none.
    """
    if isinstance(given, bool) or not hasattr(given, "__index__"):
        raise TypeError(f"{what} is an int, not {named_type(given)}; write {such_as}")


def path_taken(path: str | PathLike[str], *, by: str) -> Path:
    """The path, which may be given as text.

    Raises:
        TypeError: it is neither a path nor text.
    """
    if isinstance(path, str | PathLike):
        return Path(path)
    raise TypeError(f"{by} takes a path, not {named_type(path)}")


def source_taken(source: Path | bytes, *, by: str) -> Path | bytes:
    """The source itself, when it is one.

    Raises:
        TypeError: it is neither a path nor bytes.
    """
    if isinstance(source, Path | bytes):
        return source
    hint = f"; write Path({source!r}) for the file of that name" if isinstance(source, str) else ""
    raise TypeError(f"{by} takes a Path or bytes, not {named_type(source)}{hint}")
