"""Which contribution a heading means, told by its scheme and its side in any order and by no other word.

`Employee's SOCSO (RM)`, `Potongan SIP` and `PERKESO + SKBBK, pekerja` are known without being listed.
"""

import re

__all__ = ["WITH_LINDUNG", "share_named"]

WITH_LINDUNG = "socso_employee_with_lindung"
_SCHEMES = {
    "socso": "socso perkeso keilatan",
    "eis": "eis sip",
    "lindung": "lindung skbbk lindung24 lindung24jam lind24",
}
_SIDES = {
    "employer": "employer employers er majikan company co syarikat",
    "employee": "employee employees ee pekerja worker workers staff kakitangan deduction deductions potongan",
}
_NOTHING_SAID = """
    share shares contribution contributions caruman syer bahagian amount amaun rm myr s the of by oleh bagi 24
    jam hours hrs dan and incl including termasuk with dengan
"""
_WRITTEN_OTHERWISE = (
    (re.compile(r"\b(act|akta) 4\b"), "socso"),
    (re.compile(r"\b(act|akta) 800\b"), "eis"),
    (re.compile(r"\be (er|ee)\b"), r"\1"),
)
_SCHEME_OF = {word: scheme for scheme, words in _SCHEMES.items() for word in words.split()}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words.split()}
_KNOWN = {*_SCHEME_OF, *_SIDE_OF, *_NOTHING_SAID.split()}


def share_named(heading: str) -> str | None:
    """The field of a contribution by a heading in plain form; `None` when it names none, or only its scheme.

    >>> share_named("employee s socso"), share_named("potongan sip"), share_named("perkeso skbbk pekerja")
    ('socso_employee', 'eis_employee', 'socso_employee_with_lindung')
    """
    for pattern, word in _WRITTEN_OTHERWISE:
        heading = pattern.sub(word, heading)
    words = heading.split()
    schemes = {_SCHEME_OF[word] for word in words if word in _SCHEME_OF}
    sides = {_SIDE_OF[word] for word in words if word in _SIDE_OF}
    if not _KNOWN.issuperset(words) or not schemes:
        return None
    match sorted(schemes), sorted(sides):
        case ["lindung"], [] | ["employee"]:
            return "lindung"
        case ["lindung", "socso"], [] | ["employee"]:
            return WITH_LINDUNG
        case [("socso" | "eis") as scheme], [side]:
            return f"{scheme}_{side}"
        case _:
            return None
