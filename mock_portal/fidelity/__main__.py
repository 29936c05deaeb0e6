"""`python -m mock_portal.fidelity check|write|list [CAPABILITY...]`.

`check` says what is not marked, `write` makes `docs/fidelity.md` anew, `list` prints each text with its mark.
"""

import sys
from collections.abc import Iterable

from mock_portal.fidelity.document import DOCUMENT, document
from mock_portal.fidelity.entries import capabilities
from mock_portal.fidelity.marks import BadMarks
from mock_portal.fidelity.problems import problems
from mock_portal.fidelity.screens import seen

__all__ = ["main"]


def main(arguments: list[str]) -> int:
    """Run a command; 1 when something is not marked."""
    command, chosen = (arguments[0] if arguments else ""), arguments[1:]
    try:
        if command == "check":
            return _say(problems())
        if command == "write":
            DOCUMENT.write_text(document(), encoding="utf-8", newline="\n")
            return 0
        if command == "list":
            _say(_listed(chosen))
            return 0
    except BadMarks as error:
        _say([str(error)])
        return 1
    _say([__doc__ or ""])
    return 2


def _listed(chosen: list[str]) -> Iterable[str]:
    for one in capabilities():
        for screen in one.screens if not chosen or one.name in chosen else ():
            shown = seen(screen.key)
            for line in shown.lines if shown is not None else ():
                mark = " ".join([line.evidence.mark, *line.evidence.keys])
                yield f"{screen.key}\t{mark}\t{line.wording.text}"


def _say(sentences: Iterable[str]) -> int:
    said = 0
    for said, sentence in enumerate(sentences, 1):  # noqa: B007 - how many there were
        sys.stdout.write(sentence + "\n")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
