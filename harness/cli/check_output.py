"""Where a report goes: a terminal, a pipe, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from harness.errors import HarnessError

__all__ = ["put_into", "refuse_unsafe", "send"]


def refuse_unsafe(output: Path, files: Iterable[str]) -> None:
    """Refuse to write a report over a file that is to be checked, or where none can be.

    Raises:
        HarnessError: it may not be written there.
    """
    if output.is_dir():
        raise HarnessError(f"{output} is a folder.", mend="Name a file for the report.")
    if not output.absolute().parent.is_dir():
        raise HarnessError(f"There is no folder {output.parent}.", mend="Make it first.")
    if output.exists():
        for name in files:
            path = Path(name)
            if path.exists() and path.samefile(output):
                raise HarnessError(
                    f"{output} is one of the files to check; the report would replace it.",
                    mend="Name another file for the report.",
                )


def put_into(output: Path, content: bytes) -> None:
    """Write a file through another beside it, so that a reader never sees half of it.

    Raises:
        HarnessError: it cannot be written.
    """
    import secrets

    beside = output.with_name(f".{output.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        os.replace(beside, output)  # noqa: PTH105 - the name says that an old report goes
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise HarnessError(
            f"{output} could not be written: {reason}.",
            mend="If it is open elsewhere (Excel, OneDrive), close it and try again.",
        ) from None


def send(content: bytes, *, is_text: bool) -> None:
    """Write a report to standard output.

    Raises:
        HarnessError: it is no text, and standard output is a terminal.
    """
    if not is_text and sys.stdout.isatty():
        raise HarnessError("A workbook cannot be shown in a terminal.", mend="Add --output report.xlsx.")
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(content.decode(errors="replace"))
    else:
        stream.write(content)
        stream.flush()
