"""`assist check --serve`: the checker as a page on this machine, until it is stopped by Ctrl-C.

With `--json` it prints one line, `{"address", "token", "page"}`, for a program that sends files to it or
opens the page for somebody.
"""

import json
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from check_page.answering import Asked
from check_page.server import CheckServer
from contributions import PortalExpectations
from contributions.bilingual import Language, T
from contributions.system_words import system_words
from harness.cli.check_options import CheckOptions
from harness.cli.plain import write
from harness.cli.told import CannotDo

__all__ = ["serve"]

_WHAT_TO_DO = T(
    "Drop contribution files on that page. Nothing leaves this machine, and nothing is kept. Ctrl-C ends it.",
    "Lepaskan fail caruman pada halaman itu. Tiada apa-apa keluar daripada mesin ini, dan tiada apa-apa "
    "disimpan. Ctrl-C menamatkannya.",
)


def serve(options: CheckOptions, *, today: Callable[[], date]) -> int:
    """Serve the page until Ctrl-C, which ends `assist` with the exit code that it has for that.

    Raises:
        CannotDo: the port is taken, or the roster cannot be read.
    """
    defaults = _Defaults(options, today, _roster(options))
    try:
        server = CheckServer(options.port, defaults=defaults)
    except OSError as error:
        why = system_words(error)
        raise CannotDo(
            T(
                f"Port {options.port} of this machine cannot be had: {why.en}",
                f"Port {options.port} pada mesin ini tidak dapat digunakan: {why.ms}",
            ),
            T(
                "Leave --port out, and a free one is taken.",
                "Tinggalkan --port, dan port yang bebas akan digunakan.",
            ),
        ) from None
    with server:
        _say(server, options.run.language, as_json=options.form == "json")
        if options.opens:
            threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
        server.serve_forever()
    return 0


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What is asked of a check where its request names nothing: the day is that of the request."""

    options: CheckOptions
    today: Callable[[], date]
    portal: PortalExpectations | None

    def __call__(self) -> Asked:
        run = self.options.run
        return Asked(
            as_of=self.options.day or self.today(),
            language=run.language,
            mask=run.mask,
            selection=run.selection,
            accept_rule=self.options.accept_rule,
            portal=self.portal,
            portal_limits=self.options.portal_limits,
            all_places=run.all_places,
        )


def _roster(options: CheckOptions) -> PortalExpectations | None:
    if options.roster is None:
        return None
    from harness.cli.check import beside

    return beside(options.roster, options.run.language)


def _say(server: CheckServer, language: Language, *, as_json: bool) -> None:
    if as_json:
        write(json.dumps({"address": server.origin, "token": server.token, "page": server.address}) + "\n")
        return
    write(f"{server.address}\n")
    print(_WHAT_TO_DO.in_language(language), file=sys.stderr)
