"""The mock portal as a child process: ready when it says so, gone when it is no longer needed."""

import subprocess
import sys
import tempfile

import pytest

from harness.control import Control
from harness.errors import MissingExtra, PortalDidNotStart, PortalNotReachable
from harness.portals import PortalProcess, addresses_of, run_portal_here, started_portal


def test_it_is_ready_inside_and_gone_afterwards() -> None:
    with started_portal() as portal:
        version = Control(portal.control).version()

    assert version
    assert portal.logins[0]["email"]
    with pytest.raises(PortalNotReachable):
        Control(portal.control).version()


def test_a_portal_that_refuses_to_start_says_why() -> None:
    with pytest.raises(PortalDidNotStart) as raised:
        PortalProcess(["--scenario", "atlantis"]).start()

    assert "atlantis" in raised.value.output


def test_stopping_twice_is_harmless() -> None:
    portal = PortalProcess()

    portal.stop()
    portal.stop()


def test_the_sites_of_a_portal_follow_from_its_address() -> None:
    found = addresses_of("http://localhost:8000/")

    assert (found.portal, found.bank, found.control) == (
        "http://localhost:8000",
        "http://bank.localhost:8000",
        "http://control.localhost:8000",
    )


def test_without_its_packages_the_portal_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "flask", None)

    with pytest.raises(MissingExtra) as raised:
        run_portal_here(["--help"])

    assert raised.value.mend == 'python -m pip install "/path/to/the/clone[portal]"'


def test_a_portal_that_stumbles_says_why_in_its_own_words() -> None:
    stumbling = (
        "import sys; print('[ERROR] a worker ended', flush=True); sys.exit('ImportError: no such name')"
    )
    process = PortalProcess()
    process._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop()
    child = subprocess.Popen(
        [sys.executable, "-c", stumbling],
        stdout=subprocess.PIPE,
        stderr=process._errors,
        encoding="utf-8",
    )

    with pytest.raises(PortalDidNotStart) as failed:
        process._read_ready_line(child)
    process._process = child
    process.stop()

    assert failed.value.output == "[ERROR] a worker ended\nImportError: no such name"
