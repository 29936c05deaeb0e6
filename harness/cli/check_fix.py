"""`assist check --fix`: mend what cannot change what a file means, or show it first by `--diff`."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from contributions import ContributionsError
from contributions.mending import Mending, mend, save
from contributions.outputs.masking import masked_line
from harness.cli.check_paths import STANDARD_INPUT
from harness.cli.plain import complain, write
from harness.errors import HarnessError

__all__ = ["fix", "show_fixes"]


def fix(names: Sequence[str], *, as_of: date) -> list[str]:
    """Mend files; gives the names to check afterwards. What was done is told on standard error.

    Raises:
        HarnessError: standard input was named, or a file cannot be written.
    """
    return [_fixed(name, as_of) for name in names]


def show_fixes(names: Sequence[str], *, as_of: date, mask: bool) -> bool:
    """Show what would be mended, changing nothing; gives whether there is anything."""
    found = False
    for name in names:
        mending = _mending(name, as_of)
        if mending is None or not mending.is_needed:
            write(f"{name}: nothing to mend.\n")
            continue
        found = True
        write(f"{name}: {_summary(mending)}\n")
        for line in mending.lines:
            write(f"@@ line {line.line}: {', '.join(line.kinds)} @@\n")
            write(f"-{_shown(line.before, mask=mask)}\n")
            if line.after is not None:
                write(f"+{_shown(line.after, mask=mask)}\n")
    return found


def _shown(line: bytes, *, mask: bool) -> str:
    text = line.decode("latin-1")
    return masked_line(text) if mask else text


def _mending(name: str, as_of: date) -> Mending | None:
    """What to mend in a file; `None` when it cannot be read, which the check tells."""
    if name == STANDARD_INPUT:
        raise HarnessError("Standard input cannot be mended in its place.", mend="Name a file.")
    try:
        return mend(Path(name).read_bytes(), as_of=as_of)
    except OSError:
        return None


def _fixed(name: str, as_of: date) -> str:
    mending = _mending(name, as_of)
    if mending is None or not mending.is_needed:
        return name
    try:
        saved = save(Path(name), mending.content, instead_of=mending.before)
    except ContributionsError as error:
        raise HarnessError(f"{error}.", mend="Close it there and try again.") from None
    except OSError as error:
        raise HarnessError(
            f"{name} could not be mended: {error.strerror or error}.",
            mend="Check that its folder may be written.",
        ) from None
    if saved.is_beside:
        beside = os.fspath(Path(name).with_name(saved.path.name))
        complain(
            f"{name} is open in another program; the mended file is {beside}: {_summary(mending)}",
        )
        return beside
    complain(f"{name} was mended: {_summary(mending)}")
    return name


def _summary(mending: Mending) -> str:
    return ", ".join(f"{kind.value} ({count:,})" for kind, count in mending.counts().items()) + "."
