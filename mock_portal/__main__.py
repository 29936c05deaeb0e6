"""`python -m mock_portal`: the portal as a process; `assist portal` is the same."""

import argparse
import logging
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mock_portal.errors import PortalError

__all__ = ["main"]

_LAST_PORT = 65_535
_HOST_NAME = re.compile(r"(?!.*\.\d+$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


def parser() -> argparse.ArgumentParser:
    """The options of `assist portal`."""
    options = argparse.ArgumentParser(
        prog="assist portal",
        description="Start the mock portal with its bank, its inbox and the control API on one port.",
        epilog="Example: assist portal --port 0 --json",
    )
    options.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    options.add_argument("--port", type=int, default=8000, help="port; 0 takes a free one (default 8000)")
    options.add_argument("--data", type=_folder, metavar="DIR", help="keep the worlds in DIR")
    options.add_argument("--scenario", default="demo", help="what new worlds are made from (default demo)")
    options.add_argument("--workers", type=int, default=1, help="worker processes (default 1)")
    options.add_argument("--threads", type=int, default=16, help="threads of each worker (default 16)")
    options.add_argument(
        "--base-domain", type=_domain, default="localhost", help="host names of worlds end in this"
    )
    options.add_argument(
        "--bank-domain", type=_domain, help="the bank's own registrable domain, on a shared server"
    )
    options.add_argument(
        "--smtp", type=_mail_server, metavar="HOST:PORT", help="send mail there instead of to the inbox"
    )
    options.add_argument(
        "--control-token-env", metavar="NAME", help="environment variable with the token of the control API"
    )
    options.add_argument("--json", action="store_true", help="print one JSON line and keep running")
    options.add_argument("--stop-with-stdin", action="store_true", help="end when standard input closes")
    return options


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("it is empty; name a folder, or leave --data out to keep nothing")
    return Path(text)


def _domain(text: str) -> str:
    if not _HOST_NAME.fullmatch(text.lower()):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no host name; write it without scheme and port, such as portal.test"
        )
    return text.lower()


def _mail_server(text: str) -> str:
    _, colon, port = text.rpartition(":")
    is_server = colon and port.isascii() and port.isdecimal() and 1 <= int(port) <= _LAST_PORT
    if not is_server or re.search(r"\s", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no HOST:PORT, such as 127.0.0.1:1025")
    return text


def _overlap(one: str, other: str) -> bool:
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the portal; 0 after Ctrl-C, 2 when it cannot start, 1 when it failed to."""
    options = parser()
    asked = options.parse_args(argv)
    if asked.bank_domain is not None and _overlap(asked.bank_domain, asked.base_domain):
        options.error(
            f"--bank-domain {asked.bank_domain} is not apart from the portal's {asked.base_domain}; "
            "the bank needs a domain of its own, such as bank.test beside portal.test"
        )
    if not 0 <= asked.port <= _LAST_PORT:
        options.error(f"--port takes a number from 0 to {_LAST_PORT}")
    for name in ("workers", "threads"):
        if getattr(asked, name) < 1:
            options.error(f"--{name} takes a number from 1")
    if asked.control_token_env is not None and not os.environ.get(asked.control_token_env):
        options.error(
            f"--control-token-env names the variable {asked.control_token_env}, which is not set or empty; "
            "set it to the token, or leave the option out"
        )
    from mock_portal.errors import PortalError
    from mock_portal.serve import DidNotStart, Options, serve

    try:
        return serve(
            Options(
                host=asked.host,
                port=asked.port,
                data=asked.data,
                scenario=asked.scenario,
                workers=asked.workers,
                threads=asked.threads,
                base_domain=asked.base_domain,
                bank_domain=asked.bank_domain,
                smtp=asked.smtp,
                control_token_variable=asked.control_token_env,
                as_json=asked.json,
                stop_with_stdin=asked.stop_with_stdin,
            )
        )
    except DidNotStart:
        logging.getLogger(__name__).exception("the portal did not start")
        return 1
    except PortalError as error:
        print(_in_words(error), file=sys.stderr)  # noqa: T201 - what the command says
        return 2
    except KeyboardInterrupt:
        return 0


def _in_words(error: "PortalError") -> str:
    """Why it cannot start, and what to do."""
    from mock_portal.serve import BadDataFolder, CannotListen, DataFolderInUse, PortInUse
    from mock_portal.worlds.scenario_files import BadScenario, NoSuchScenario, shipped

    match error:
        case PortInUse():
            return f"Port {error.port} is in use. Choose another with --port, or --port 0 for any free one."
        case CannotListen():
            where = f"{error.host}, port {error.port}"
            return f"Nothing can listen on {where}: {error.problem}. Try --host 127.0.0.1."
        case BadDataFolder():
            return f"{error.folder} cannot be written: {error.problem}. Choose another folder with --data."
        case DataFolderInUse():
            return (
                f"Another portal runs on {error.folder}. End that one, or choose another folder with --data."
            )
        case NoSuchScenario():
            return f'There is no scenario "{error.name}". Name one of {", ".join(shipped())}, or a TOML file.'
        case BadScenario():
            said = "\n".join(f"  {problem}" for problem in error.problems)
            where_more = "docs/scenarios.md says what each key takes."
            return f'The scenario "{error.name}" cannot be used:\n{said}\n{where_more}'
    raise error


if __name__ == "__main__":
    sys.exit(main())
