"""`assist check --fix`: mend what cannot change what a file means, or show it first by `--diff`."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contributions import ContributionsError
from contributions.bilingual import Language, T
from contributions.mending import Mending, Protected, mend, save
from contributions.opening import opened
from contributions.outputs.masking import masked_line
from contributions.system_words import system_words
from harness.cli.check_paths import STANDARD_INPUT
from harness.cli.plain import WRONG_USE, complain, write
from harness.cli.told import CannotDo, told

__all__ = ["Fixed", "fix", "show_fixes"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What to check after the mending, and whether a file that needed it could not be mended."""

    names: list[str]
    has_failed: bool


def fix(names: Sequence[str], *, as_of: date, language: Language) -> Fixed:
    """Mend files, each whatever became of the others. What was done is told on standard error.

    Raises:
        CannotDo: standard input was named.
    """
    _refuse_standard_input(names)
    mended: list[str] = []
    failed = False
    for name in names:
        try:
            mended.append(_fixed(name, as_of, language))
        except CannotDo as error:
            complain(told(error, language))
            mended.append(name)
            failed = True
    return Fixed(mended, failed)


def show_fixes(names: Sequence[str], *, as_of: date, mask: bool, language: Language) -> int:
    """Show what would be mended, changing nothing.

    Gives the exit code: 2 when a file cannot be read, else 1 when there is anything to mend.

    Raises:
        CannotDo: standard input was named.
    """
    _refuse_standard_input(names)
    codes = [0]
    for name in names:
        try:
            mending = mend(_content(name), as_of=as_of)
        except OSError as error:
            why = system_words(error)
            unread = T(f"{name} cannot be read: {why.en}.", f"{name} tidak dapat dibaca: {why.ms}.")
            complain(unread.in_language(language))
            codes.append(WRONG_USE)
            continue
        if mending.left_broken_off:
            write(f"{_why_left(name, mending, language)}\n")
        if not mending.is_needed:
            write(f"{name}: {T('nothing to mend', 'tiada yang perlu dibetulkan').in_language(language)}.\n")
            continue
        codes.append(1)
        write(f"{name}: {_summary(mending, language)}\n")
        for line in mending.lines:
            kinds = ", ".join(kind.words.in_language(language) for kind in line.kinds)
            write(f"@@ {T('line', 'baris').in_language(language)} {line.line}: {kinds} @@\n")
            write(f"-{_shown(line.before, mask=mask)}\n")
            if line.after is not None:
                write(f"+{_shown(line.after, mask=mask)}\n")
    return max(codes)


def _content(name: str) -> bytes:
    with opened(Path(name)) as file:
        return file.read()


def _refuse_standard_input(names: Sequence[str]) -> None:
    if STANDARD_INPUT in names:
        raise CannotDo(
            T(
                "Standard input cannot be mended in its place",
                "Input standard tidak boleh dibetulkan di tempatnya",
            ),
            T("Name a file.", "Namakan fail."),
        )


def _shown(line: bytes, *, mask: bool) -> str:
    text = line.decode("latin-1")
    return masked_line(text) if mask else text


def _fixed(name: str, as_of: date, language: Language) -> str:
    try:
        mending = mend(_content(name), as_of=as_of)
    except OSError:
        return name  # the check tells it
    if mending.left_broken_off:
        complain(_why_left(name, mending, language))
    if not mending.is_needed:
        return name
    try:
        saved = save(Path(name), mending.content, instead_of=mending.before)
    except Protected:
        raise CannotDo(
            T(
                f"{name} is read-only: it was not mended and stays as it is",
                f"{name} untuk dibaca sahaja: ia tidak dibetulkan dan kekal seperti sedia ada",
            ),
            T(
                "Make it writable, or mend a copy of it.",
                "Benarkan ia ditulis, atau betulkan salinannya.",
            ),
        ) from None
    except ContributionsError as error:
        how = T("Close it there and try again.", "Tutup fail itu di sana dan cuba lagi.")
        raise CannotDo(error.words, how) from None
    except OSError as error:
        why = system_words(error)
        raise CannotDo(
            T(f"{name} could not be mended: {why.en}", f"{name} tidak dapat dibetulkan: {why.ms}"),
            T("Check that its folder may be written.", "Pastikan foldernya boleh ditulis."),
        ) from None
    summary = _summary(mending, language)
    if saved.is_beside:
        beside = os.fspath(Path(name).with_name(saved.path.name))
        held = T(
            f"{name} is open in another program; the mended file is {beside}: {summary}",
            f"{name} dibuka dalam program lain; fail yang dibetulkan ialah {beside}: {summary}",
        )
        complain(held.in_language(language))
        return beside
    complain(T(f"{name} was mended: {summary}", f"{name} telah dibetulkan: {summary}").in_language(language))
    return name


def _why_left(name: str, mending: Mending, language: Language) -> str:
    line = mending.left_broken_off
    return T(
        f"{name}: line {line} was left as it is: it is shorter than a record and has no line end, so the "
        "file may break off there. Export or copy it again.",
        f"{name}: baris {line} dibiarkan seperti sedia ada: ia lebih pendek daripada rekod dan tiada "
        "penghujung baris, jadi fail mungkin terputus di situ. Eksport atau salin semula fail itu.",
    ).in_language(language)


def _summary(mending: Mending, language: Language) -> str:
    counts = mending.counts().items()
    return ", ".join(f"{kind.words.in_language(language)} ({count:,})" for kind, count in counts) + "."
