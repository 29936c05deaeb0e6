"""What argparse says of a wrong command line, in Malay; it is loaded where there is such a thing to say."""

import re
from typing import Final

from contributions.bilingual import T

__all__ = ["ERROR", "USAGE", "in_malay"]

USAGE: Final = T("usage: ", "penggunaan: ")
ERROR: Final = T("error", "ralat")
_OF_ARGUMENT: Final = re.compile(r"argument (?P<name>[^:]+): (?P<what>.*)", re.DOTALL)
_SAID: Final = (
    (r"unrecognized arguments: (.*)", r"argumen tidak dikenali: \1"),
    (r"the following arguments are required: (.*)", r"argumen berikut diperlukan: \1"),
    (r"one of the arguments (.*) is required", r"salah satu daripada argumen \1 diperlukan"),
    (r"ambiguous option: (.*) could match (.*)", r"pilihan \1 kurang jelas: mungkin \2"),
    (r"invalid choice: (.*) \(choose from (.*)\)", r"pilihan tidak sah: \1 (pilih daripada \2)"),
    (r"invalid int value: (.*)", r"\1 bukan nombor bulat"),
    (r"expected one argument", "satu nilai diperlukan selepasnya"),
    (r"expected at least one argument", "sekurang-kurangnya satu nilai diperlukan selepasnya"),
    (r"not allowed with argument (.*)", r"tidak boleh digunakan bersama \1"),
    (r"ignored explicit argument (.*)", r"tidak menerima nilai \1"),
)


def in_malay(message: str) -> str:
    """What argparse says, in Malay; what is not its own stays as it is."""
    named = _OF_ARGUMENT.fullmatch(message)
    if named:
        return f"argumen {named['name']}: {in_malay(named['what'])}"
    for english, malay in _SAID:
        said = re.fullmatch(english, message, re.DOTALL)
        if said:
            return said.expand(malay)
    return message
