"""JSON that every program can read and every terminal may show, whatever a file holds or is called."""

import json

from contributions.printable import is_undecoded, numbered, printable

__all__ = ["printable_json"]


def printable_json(document: object) -> str:
    r"""The document on one line, of letters that can be seen.

    Half a letter, as a byte in the name of a file that is no UTF-8 becomes in Python, is written as what it
    stands for: readers of JSON refuse it, escaped or not.

    >>> print(printable_json({"path": "bad\udcff.txt", "found": "\x1b"}))
    {"path": "bad\\xff.txt", "found": "\u001b"}
    """
    text = json.dumps(document, ensure_ascii=False)
    return printable("".join(f"\\{numbered(letter)}" if is_undecoded(letter) else letter for letter in text))
