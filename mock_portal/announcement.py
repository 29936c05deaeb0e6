"""What a portal says once it is ready: where everything is and who can log in."""

import http.client
import json
import threading
import time
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final

from mock_portal.hosts import Site
from mock_portal.settings import Settings
from mock_portal.worlds import scenarios
from mock_portal.worlds.scenarios import BankAccountSeed

__all__ = ["as_json", "as_text", "wait_for_first_page", "warning_of_others"]

_FIRST_PAGE: Final = "/employer/login"
_READY_WITHIN_SECONDS: Final = 60.0
_ASKS_EVERY_SECONDS: Final = 0.01


def wait_for_first_page(settings: Settings) -> int:
    """Ask for the first log-in page; its status, once it came.

    Raises:
        OSError: nobody answered within a minute.
    """
    until = time.monotonic() + _READY_WITHIN_SECONDS
    pause = threading.Event()
    while True:
        try:
            return _ask(settings)
        except ConnectionError:  # no worker listens yet
            if time.monotonic() >= until:
                raise
            pause.wait(_ASKS_EVERY_SECONDS)


def _ask(settings: Settings) -> int:
    # http.client alone: urllib.request would be most of the time that this module costs to import.
    connection = http.client.HTTPConnection(settings.own_address, timeout=_READY_WITHIN_SECONDS)
    try:
        connection.request("GET", _FIRST_PAGE, headers={"Host": settings.base_domain})
        answer = connection.getresponse()
        answer.read()
    except http.client.HTTPException as error:
        raise OSError("the first page did not come") from error
    finally:
        connection.close()
    return answer.status


def as_json(settings: Settings) -> str:
    """One line for programs."""
    origin = settings.hosts.origin
    scenario = scenarios.load(settings.scenario)
    return json.dumps(
        {
            **{site.value: origin(site) for site in Site},
            "smtp": f"smtp://{settings.smtp_host}:{settings.smtp_port}",
            "logins": [
                {"role": account.role, "email": account.email, "password": account.password}
                for _, account in scenarios.logins_of(scenario)
            ],
            "bank_logins": [
                {"role": role, "user": user, "password": password, "name": name}
                for role, user, password, name in _bank_logins(scenario.bank_accounts)
            ],
        }
    )


def as_text(settings: Settings, *, kept_in: str | None) -> str:
    """A page of text for people; `kept_in` is the folder that outlives the process, if there is one."""
    origin = settings.hosts.origin
    scenario = scenarios.load(settings.scenario)
    rows = [
        ("Portal", Site.PORTAL),
        ("Bank", Site.BANK),
        ("Inbox", Site.INBOX),
        ("Control panel", Site.CONTROL),
    ]
    lines = ["Mock portal for testing. Not PERKESO.", ""]
    lines += [f"  {title:<15}{origin(site)}" for title, site in rows]
    lines += ["", "  Log in with"]
    lines += [
        f"    {account.email:<30}{account.password:<16}{account.role}{_place(code)}"
        for code, account in scenarios.logins_of(scenario)
    ]
    if bank_logins := _bank_logins(scenario.bank_accounts):
        lines += ["", "  Log in at the bank with"]
        lines += [f"    {user:<30}{password:<16}{role}, {name}" for role, user, password, name in bank_logins]
    kept = f"in {kept_in}" if kept_in else "for this run only; --data DIR keeps it"
    lines += ["", f"  Data is kept {kept}.", "  Ctrl-C ends it."]
    if settings.base_domain != "localhost" and settings.bank_domain is None:
        lines += [
            "",
            "  The bank's return is same-site on this server; --bank-domain names a second registrable",
            "  domain and makes it cross-site, as in life.",
        ]
    return "\n".join(lines)


def warning_of_others(settings: Settings) -> str:
    """One line on who else can reach this portal, and what to do; empty where nobody can."""
    if _is_this_machine_alone(settings.host):
        return ""
    if settings.control_token is None:
        control = (
            "the control API answers this machine only (--control-token-env NAME opens it to whoever holds "
            "the token in that variable)"
        )
    else:
        control = "the control API answers whoever shows its token"
    return (
        f"Warning: whoever reaches this machine's port {settings.port} can log in as said here and "
        f"read all mail; {control}. Put TLS in front, or leave --host out to keep it to this machine."
    )


def _is_this_machine_alone(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bank_logins(accounts: Iterable[BankAccountSeed]) -> list[tuple[str, str, str, str]]:
    """Role, user ID, password and account of everyone who can log in at the bank."""
    found = []
    for account in accounts:
        found.append(("customer", account.user, account.password, account.name))
        if account.approver_user:
            found.append(("approver", account.approver_user, account.approver_password, account.name))
    return found


def _place(code: str) -> str:
    """Where a log-in belongs: to an employer, or at the officers' own door."""
    return f", {code}" if code else ", at /officer/login"
