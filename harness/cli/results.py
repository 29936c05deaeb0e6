"""Several result files that are written all or, where one is in the way, not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from contributions import ContributionsError
from contributions.bilingual import Language, T
from contributions.system_words import system_words
from contributions.whole_files import NotAllPut, put_all_whole
from harness.cli.check_output import not_written, refuse_files_read
from harness.cli.told import CannotDo
from harness.errors import HarnessError

__all__ = ["ThereAlready", "put_all", "what_and_mend"]


class ThereAlready(CannotDo):
    """A file that nobody said may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            T(f"{path} is there already", f"{path} sudah ada"),
            T("--force replaces it.", "--force menggantikannya."),
        )


def what_and_mend(
    error: ContributionsError | HarnessError, path: Path, language: Language
) -> tuple[str, str]:
    """Why something could not be done with a file, without a stop, and what to do."""
    if isinstance(error, CannotDo):
        return error.words.in_language(language), error.how.in_language(language)
    if isinstance(error, HarnessError):
        return str(error).rstrip("."), error.mend
    told = T(f"assist check {path} tells all of it.", f"assist check {path} menerangkan semuanya.")
    return error.words.in_language(language).rstrip("."), told.in_language(language)


def put_all(
    contents: Mapping[Path, bytes], *, force: bool, files_read: Sequence[str | Path] = ()
) -> list[Path]:
    """Write files, all or none; gives their paths.

    Raises:
        HarnessError: one is there already and may not be replaced, is one of those that were read, or cannot
            be written: the error says which were, should any have been.
    """
    for path in contents:
        refuse_files_read(path, files_read)
    there = [path for path in contents if path.exists()]
    if there and not force:
        raise ThereAlready(there[0])
    for path in contents:
        _make_folder(path.parent)
    try:
        put_all_whole(contents)
    except NotAllPut as error:
        raise not_written(error.path, error.why, _what_was_written(error.put)) from None
    return list(contents)


def _what_was_written(put: Sequence[Path]) -> T:
    if not put:
        return T("Nothing was written.", "Tiada apa-apa ditulis.")
    listed = ", ".join(map(str, put))
    return T(f"Written all the same: {listed}.", f"Yang sudah ditulis: {listed}.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise CannotDo(
            T(
                f"{folder} is a file, and no folder for the results",
                f"{folder} ialah fail, bukan folder bagi hasil",
            ),
            T("Name a folder by --into.", "Namakan folder dengan --into."),
        ) from None
    except OSError as error:
        why = system_words(error)
        raise CannotDo(
            T(
                f"the folder {folder} cannot be made: {why.en}",
                f"folder {folder} tidak dapat dibuat: {why.ms}",
            ),
            T("Name another by --into.", "Namakan yang lain dengan --into."),
        ) from None
