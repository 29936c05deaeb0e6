"""Documents to upload: small, real ones that show nobody's papers, and bad ones, each bad in one way."""

import struct
import zlib

from harness.specimens import specimen_pdf

TOO_LARGE = 6_000_000


def pdf(words: str = "Sample document for testing. Nobody's papers.") -> bytes:
    """A PDF of one page."""
    return specimen_pdf(words)


def png(side: int = 8) -> bytes:
    """A grey square."""
    rows = b"".join(b"\x00" + b"\xa0" * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def jpg() -> bytes:
    """The beginning and the end of a JPEG, which is what tells one."""
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 64 + b"\xff\xd9"
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
