"""Data packs for tests: the built-in one with changes."""

import zipfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from contributions.rates.pack import FILES

Changes = Mapping[str, tuple[tuple[str, str], ...]]
NEWER: Changes = {"pack.toml": (("2026.11", "2027.1"),)}


def pack_folder(folder: Path, changes: Changes, *, leave_out: str = "") -> Path:
    """The built-in pack as a folder, with texts of its files replaced."""
    folder.mkdir()
    home = files("contributions.rates")
    for name in FILES:
        text = home.joinpath(name).read_text(encoding="utf-8")
        for old, new in changes.get(name, ()):
            assert old in text
            text = text.replace(old, new, 1)
        if name != leave_out:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def pack_zip(path: Path, folder: Path, *, inside: str = "") -> Path:
    """A pack's folder as a zip."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, inside + file.name)
    return path
