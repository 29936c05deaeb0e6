"""As many people as a test needs."""

from dataclasses import replace
from typing import Any

from contributions import Record
from contributions.checks.examples import SAMPLE

MYKAD_SERIAL = 10_000


def person(number: int, **changes: Any) -> Record:
    """Somebody of this number, with an identity number and a name of his own."""
    letters = "".join(chr(65 + number // 26**place % 26) for place in range(4))
    day, serial = divmod(number, MYKAD_SERIAL)
    return replace(SAMPLE, identity_number=f"9001{day + 1:02}14{serial:04}", name=f"A {letters}", **changes)
