"""Forms with files, `multipart/form-data` (RFC 7578), taken apart in memory without a copy of each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from check_page.answering import NO_NAME, SentFile
from check_page.refusing import Refused
from contributions import T

__all__ = ["Form", "form_of"]

_BOUNDARY: Final = re.compile(r'boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))', re.IGNORECASE)
_NAME: Final = re.compile(r'\bname="((?:[^"\\]|\\.)*)"|\bname=([^\s;"]+)')
_FILE: Final = re.compile(r'\bfilename="((?:[^"\\]|\\.)*)"|\bfilename=([^\s;"]+)')
_FILE_UTF8: Final = re.compile(r"\bfilename\*=utf-8''([^\s;]+)", re.IGNORECASE)
_MOST_PARTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Form:
    """The fields and the files of a form."""

    fields: dict[str, str]
    files: tuple[SentFile, ...]


def form_of(body: bytes, content_type: str) -> Form:
    """The form in a body.

    A file field that was left empty sends a file without a name and without content: it is no file.

    Raises:
        Refused: it is no such form, or is cut off.
    """
    match = _BOUNDARY.search(content_type)
    if match is None:
        raise _broken()
    fields: dict[str, str] = {}
    files: list[SentFile] = []
    for head, content in _parts(body, b"--" + (match[1] or match[2]).encode("latin-1")):
        disposition = _disposition(head)
        name = _first(_NAME, disposition)
        file_name = _file_name(disposition)
        if file_name is None:
            fields[name] = content.decode("utf-8", "replace")
        elif file_name or content:
            files.append(SentFile(file_name or NO_NAME, content))
    return Form(fields, tuple(files))


def _parts(body: bytes, delimiter: bytes) -> Iterator[tuple[str, bytes]]:
    """Head and content of each part."""
    if not body.startswith(delimiter):
        raise _broken()
    start = len(delimiter)
    for _ in range(_MOST_PARTS):
        if body.startswith(b"--", start):
            return
        head_end = body.find(b"\r\n\r\n", start)
        end = body.find(b"\r\n" + delimiter, max(head_end, start))
        if head_end < 0 or end < 0:
            break
        yield body[start:head_end].decode("utf-8", "replace"), body[head_end + 4 : end]
        start = end + 2 + len(delimiter)
    raise _broken()


def _disposition(head: str) -> str:
    for line in head.split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-disposition":
            return value
    raise _broken()


def _file_name(disposition: str) -> str | None:
    """The name of a file, `None` when the part is no file."""
    encoded = _FILE_UTF8.search(disposition)
    if encoded:
        return unquote(encoded[1])
    return _first(_FILE, disposition) if _FILE.search(disposition) else None


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    if match is None:
        return ""
    # browsers write a quotation mark as %22 and line ends as %0D%0A; others put a backslash before a mark
    quoted = (match[1] or match[2] or "").replace('\\"', '"')
    return quoted.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")


def _broken() -> Refused:
    return Refused(
        400,
        "broken_form",
        T("The form cannot be read.", "Borang tidak dapat dibaca."),
        T(
            "Send multipart/form-data to its end, or the bytes of one file as the body.",
            "Hantar multipart/form-data hingga tamat, atau bait satu fail sebagai kandungan.",
        ),
    )
