"""Which data pack is in force: the pinned one, else the newest of those installed and the one built in.

Packs are installed for a user, each in a folder named after its version, so that a build can go on using an
older one. `ASSIST_RULES` pins a version; `ASSIST_RULES_FOLDER` is another place to keep them.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

from contributions.bilingual import T
from contributions.errors import ContributionsError, RatesUnknown
from contributions.months import YearMonth
from contributions.rates.pack import FILES, Pack, PackInvalid, pack_from, read_pack
from contributions.rates.tables import Rates, RateTable
from contributions.system_words import system_words

__all__ = [
    "PIN",
    "PackDiffers",
    "PackMissing",
    "PacksUnreadable",
    "built_in",
    "current",
    "install",
    "installed",
    "pack_named",
    "packs_folder",
    "passed_over",
    "rates_for",
    "read_tables",
    "reset",
    "using",
]

PIN: Final = "ASSIST_RULES"
FOLDER: Final = "ASSIST_RULES_FOLDER"
_chosen: list[Pack] = []
_passed_over: set[Path] = set()


class PackMissing(ContributionsError):
    """No pack of that version is built in or installed; `here` are the versions that are."""

    def __init__(self, version: str, here: tuple[str, ...]) -> None:
        listed = ", ".join(here)
        super().__init__(
            T(
                f"rules {version} are not here, only {listed}; assist rules update FILE installs a pack",
                f"peraturan {version} tiada di sini, hanya {listed}; pasang dengan assist rules update FAIL",
            )
        )
        self.version = version
        self.here = here


class PackDiffers(ContributionsError):
    """Another pack of the same version is here already, and a version is never used twice."""

    def __init__(self, version: str) -> None:
        super().__init__(
            T(
                f"another pack with the version {version} is here already; give the new one its own",
                f"pek lain dengan versi {version} sudah ada; beri versi lain kepada yang baharu",
            )
        )
        self.version = version


class PacksUnreadable(ContributionsError):
    """Installed packs cannot be read, and one of them may be that to go by."""

    def __init__(self, folder: Path, error: OSError) -> None:
        why, version = system_words(error), built_in().version
        super().__init__(
            T(
                f"the rules installed in {folder} cannot be read: {why.en}; let this user read them, or pin "
                f"those that came with this program by {PIN}={version}",
                f"peraturan yang dipasang dalam {folder} tidak dapat dibaca: {why.ms}; benarkan pengguna ini "
                f"membacanya, atau tetapkan peraturan yang datang bersama program ini dengan {PIN}={version}",
            )
        )
        self.folder = folder


def current() -> Pack:
    """The pack in force.

    Raises:
        PackMissing: the one that is pinned is not here.
        PackInvalid: an installed pack was damaged.
        PacksUnreadable: packs that may be installed cannot be read.
    """
    return _chosen[-1] if _chosen else _found(os.environ.get(PIN, ""), os.environ.get(FOLDER, ""))


@contextmanager
def using(pack: Pack) -> Iterator[Pack]:
    """Another pack in force for a while, in this process."""
    _chosen.append(pack)
    try:
        yield pack
    finally:
        _chosen.remove(pack)


def rates_for(month: YearMonth, pack: Pack | None = None) -> Rates:
    """The tables in force in a month, by the pack in force or another.

    Raises:
        RatesUnknown: the month is older than the oldest table.
    """
    pack = pack or current()
    act4 = pack.table("act4", month)
    if act4 is None:
        raise RatesUnknown(str(month), str(pack.known_from))
    return Rates(month, act4, pack.table("act800", month), pack.table("skbbk", month))


def read_tables(scheme: str) -> tuple[RateTable, ...]:
    """All versions of one scheme (`act4`, `act800`, `skbbk`) in the pack in force, oldest first."""
    return current().tables[scheme]


@lru_cache(maxsize=1)
def built_in() -> Pack:
    """The pack that came with this program."""
    home = Path(__file__).resolve().parent  # importlib.resources takes longer to import than it saves
    return read_pack(lambda name: home.joinpath(name).read_bytes())


def packs_folder() -> Path:
    """Where a user's packs are kept."""
    given = os.environ.get(FOLDER, "")
    return Path(given) if given else _user_data() / "assist-harness" / "rules"


def _user_data() -> Path:
    """The same folder as platformdirs gives, whose import would cost more than checking a small file."""
    home = _home()
    if sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA", "")
        return Path(given) if given else home / "AppData" / "Local"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    given = os.environ.get("XDG_DATA_HOME", "").strip()
    return Path(given) if given else home / ".local" / "share"


def _home() -> Path:
    """The user's home; the root for a user without one, as containers have it."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep)


def installed() -> tuple[Pack, ...]:
    """The packs that were installed, oldest first.

    Raises:
        PackInvalid: one of them was damaged.
        PacksUnreadable: they cannot be read.
    """
    found = [_intact(entry) for entry in _entries(packs_folder())]
    return tuple(sorted(found, key=lambda pack: pack.order))


def _entries(folder: Path) -> list[Path]:
    """The folders of packs; none where this user can never have put one, as in a container with `--user`."""
    try:
        return [entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        if os.environ.get(FOLDER, "") or _can_be_seen(folder):
            raise PacksUnreadable(folder, error) from None
        _passed_over.add(folder)
        return []


def _can_be_seen(folder: Path) -> bool:
    try:
        folder.lstat()
    except OSError:
        return False
    return True


def passed_over() -> Path | None:
    """The folder of the user's packs where it was looked for and cannot even be entered; else `None`.

    The pack that is built in is in force then, unless another one is pinned.
    """
    return next(iter(_passed_over), None)


def _intact(folder: Path) -> Pack:
    try:
        return pack_from(folder)
    except PackInvalid as error:
        reason = f"{error}; it was damaged, and assist rules update --reset removes what was installed"
        raise PackInvalid(str(folder), reason) from None


@lru_cache(maxsize=8)
def _found(version: str, _folder: str) -> Pack:
    """The pack in force, looked for once for each setting of the environment."""
    if version == built_in().version:
        return built_in()
    here = sorted((built_in(), *installed()), key=lambda pack: pack.order)
    if not version:
        return here[-1]
    return _named(version, here)


def pack_named(text: str) -> Pack:
    """A pack by its version, or by the path of a folder or zip.

    Raises:
        PackMissing: there is no such version here.
        PackInvalid: the folder or zip is no pack.
    """
    path = Path(text)
    if path.exists():
        return pack_from(path)
    return _named(text, [built_in(), *installed()])


def _named(version: str, here: list[Pack]) -> Pack:
    for pack in here:
        if pack.version == version:
            return pack
    raise PackMissing(version, tuple(pack.version for pack in here))


def install(source: Path) -> Pack:
    """Put a pack from a folder or zip among the user's, whole or not at all.

    Raises:
        PackInvalid: it is no pack, or is wrong in itself; nothing was changed.
        PackDiffers: its version is taken by another.
        OSError: the user's folder cannot be written.
    """
    import shutil
    import tempfile

    pack = pack_from(source)
    for other in (built_in(), *installed()):
        if other.version == pack.version:
            if other.content != pack.content:
                raise PackDiffers(pack.version)
            return other
    folder = packs_folder()
    folder.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        _copy(source, temporary)
        pack = pack_from(temporary)
        temporary.rename(folder / pack.version)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    _found.cache_clear()
    return pack


def _copy(source: Path, target: Path) -> None:
    """Only the files of a pack, whatever else lies beside them."""
    import shutil
    import zipfile

    if source.is_dir():
        for name in FILES:
            shutil.copyfile(source / name, target / name)
        return
    with zipfile.ZipFile(source) as archive:
        for entry in archive.infolist():
            name = entry.filename.rsplit("/", 1)[-1]
            if name in FILES:
                (target / name).write_bytes(archive.read(entry))


def reset() -> tuple[str, ...]:
    """Remove all packs that were installed, damaged ones too; gives the names of their folders."""
    import shutil

    folder = packs_folder()
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    for name in names:
        shutil.rmtree(folder / name)
    _found.cache_clear()
    return tuple(names)
