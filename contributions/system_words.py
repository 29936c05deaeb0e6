"""Why the system refused a file, in words of ours: its own are in whatever language it speaks itself."""

import errno
from typing import Final

from contributions.bilingual import T
from contributions.opening import A_DEVICE, A_PIPE

__all__ = ["NO_ROOM", "system_words"]

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""Errors of a disk that takes no more."""

_NOT_ALLOWED: Final = T("Permission denied", "tidak dibenarkan")
_NO_FILE: Final = {
    A_DEVICE: T("it is a device and no file", "ia ialah peranti dan bukan fail"),
    A_PIPE: T("it is a pipe and no file", "ia ialah paip dan bukan fail"),
}
_WORDS: Final = {
    errno.ENOENT: T("No such file or directory", "tiada fail atau folder sedemikian"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EISDIR: T("Is a directory", "ia ialah folder"),
    errno.ENOTDIR: T("Not a directory", "laluannya melalui fail, bukan folder"),
    errno.EEXIST: T("File exists", "sudah ada fail dengan nama itu"),
    errno.ENOSPC: T("No space left on device", "tiada ruang lagi pada cakera"),
    errno.EROFS: T("Read-only file system", "cakera itu untuk dibaca sahaja"),
    errno.EADDRINUSE: T("Address already in use", "sudah digunakan oleh program lain"),
}


def system_words(error: OSError) -> T:
    """The reason of an error of the system, without a stop; what is rare keeps the system's own words."""
    if error.strerror in _NO_FILE:
        return _NO_FILE[error.strerror]
    known = _WORDS.get(error.errno) if error.errno is not None else None
    return known or T.same(error.strerror or str(error))
