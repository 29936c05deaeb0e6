"""What may be uploaded: a PDF, JPG or PNG by its content, under a name that says the same (rules assumed)."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from mock_portal.registration.errors import FileRefused
from mock_portal.registration.papers import SIZE_LIMIT

__all__ = ["ReceivedFile", "examine"]

_LONGEST_NAME: Final = 120
_ENDINGS: Final = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
# What stands before the last point is a second ending if it hides what the file is, as in scan.exe.pdf and
# scan.pdf.pdf. Names have none: "Sdn.Bhd.pdf", "v1.2.pdf", "12.11.2026.pdf". Nor have words and addresses
# that some program once took for its own, as in "kedai.com.pdf" and "Ahmad.bin.pdf": such a file opens by its
# last ending. (assumed: portal-flows 2.2 says no more than "no double extension")
_KNOWN_ENDINGS: Final = frozenset(
    {
        *_ENDINGS,
        *(
            "gif",
            "bmp",
            "tif",
            "tiff",
            "webp",
            "heic",
            "svg",
            "eps",
            "psd",
            "ico",
            "doc",
            "docx",
            "docm",
            "dotm",
        ),
        *(
            "xls",
            "xlsx",
            "xlsm",
            "xlsb",
            "ppt",
            "pptx",
            "pptm",
            "rtf",
            "odt",
            "ods",
            "odp",
            "txt",
            "csv",
            "json",
        ),
        *("xml", "xps", "eml", "msg", "mht", "mhtml", "url", "lnk", "zip", "rar", "7z", "tar", "gz", "tgz"),
        *("bz2", "xz", "cab", "iso", "img", "dmg", "exe", "bat", "cmd", "scr", "pif", "msi", "msp", "dll"),
        *("cpl", "ocx", "hta", "js", "mjs", "jse", "vbs", "vbe", "vb", "wsf", "wsh", "ps1", "psm1", "sh"),
        *("bash", "py", "pyc", "rb", "jar", "apk", "deb", "rpm", "swf", "chm", "php", "php5", "phtml", "asp"),
        *("aspx", "jsp", "cgi", "htm", "html", "xhtml", "shtml", "htaccess", "mp3", "mp4", "avi", "mov"),
    }
)
_PNG: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class ReceivedFile:
    """A file that may be kept."""

    name: str
    media_type: str
    content: bytes


def examine(name: str | None, content: bytes, *, limit: int = SIZE_LIMIT) -> ReceivedFile:
    """The file under a name that is safe to show and to save.

    Raises:
        FileRefused: `empty`, `too_large`, `double_ending`, `ending`, or `content` other than the name says.
    """
    safe = _safe_name(name)
    if not content:
        raise FileRefused("empty", safe)
    if len(content) > limit:
        raise FileRefused("too_large", safe)
    stem, _, ending = safe.rpartition(".")
    media_type = _ENDINGS.get(ending.lower())
    if not stem or media_type is None:
        raise FileRefused("ending", safe)
    if _second_ending(stem) in _KNOWN_ENDINGS:
        raise FileRefused("double_ending", safe)
    if _told_by_content(content) != media_type:
        raise FileRefused("content", safe)
    return ReceivedFile(safe, media_type, content)


def _safe_name(name: str | None) -> str:
    """The last part of a path, without what is invisible or means something to a file system."""
    last = PurePosixPath((name or "").replace("\\", "/")).name
    plain = "".join(c for c in last if unicodedata.category(c)[0] not in "CZ" or c == " ")
    plain = re.sub(r'[<>:"|?*/]', "_", plain).strip(" .")
    if len(plain) <= _LONGEST_NAME:
        return plain
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: _LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if dot else plain[:_LONGEST_NAME]


def _second_ending(stem: str) -> str:
    """What stands behind the last point that is left, or nothing."""
    return stem.rpartition(".")[2].strip().lower() if "." in stem else ""


def _told_by_content(content: bytes) -> str | None:
    """The media type that the bytes begin and end as."""
    tail = content[-2048:]
    if content.startswith(b"%PDF-") and b"%%EOF" in tail:
        return "application/pdf"
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and b"IEND" in tail:
        return "image/png"
    if content.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in tail:
        return "image/jpeg"
    return None
