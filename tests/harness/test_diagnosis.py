"""What `assist doctor` calls a problem, and the mend that it names."""

import contextlib
import json
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from harness.cli.main import run
from harness.debian import lacks_headless_shell, missing_packages
from harness.diagnosis import diagnose
from harness.targets import Machine


def bare(
    root: Path, *files: str, fonts: Sequence[str] = ("en", "zh", "ta"), version: str = "140.2.0"
) -> Machine:
    """A Debian machine with these files only; its programs say this version of themselves."""
    for name in ("etc/debian_version", "usr/bin/fc-list", *files):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    listed = {f":lang={language}": "Some Font\n" for language in fonts}

    def ask(command: Sequence[str]) -> str:
        return listed.get(command[1], "") if command[0] == "fc-list" else version

    return Machine(platform="linux", environment={}, home=root, root=root, ask=ask, revisions={})


def test_a_machine_without_browsers_is_unwell_and_told_what_to_run(tmp_path: Path) -> None:
    found = diagnose(bare(tmp_path), playwright="1.64.1")

    assert not found.is_healthy
    assert {problem.name for problem in found.problems} == {"Chrome", "Firefox", "Edge"}
    assert {problem.mend for problem in found.problems} == {
        "apt-get update && apt-get install -y chromium firefox-esr"
    }


def test_a_machine_with_both_browsers_is_well(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr")

    assert diagnose(machine, playwright="1.64.1").is_healthy


def test_debians_chromium_can_be_spared_by_its_headless_shell(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr")

    assert lacks_headless_shell(machine)
    assert missing_packages(machine) == ()


@pytest.mark.parametrize(
    "there", ["usr/lib/chromium/chromium-headless-shell", "opt/google/chrome/chrome", "snap/bin/chromium"]
)
def test_where_it_is_there_or_cannot_be_had_no_headless_shell_is_wanted(tmp_path: Path, there: str) -> None:
    assert not lacks_headless_shell(bare(tmp_path, there))


def test_a_playwright_that_cannot_drive_the_firefox_is_a_named_problem(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr")
    (tmp_path / "usr/bin/application.ini").write_text(
        "[App]\nVersion=153.7.0\nRemotingName=firefox-esr\n", encoding="utf-8"
    )

    problem = diagnose(machine, playwright="1.65.0").problems[0]

    assert (problem.name, problem.mend) == (
        "Playwright with Firefox",
        'pip install "playwright==1.64.1"',
    )
    assert problem.found.endswith("a command that this Firefox does not know")


def test_a_browser_that_does_not_say_its_version_is_a_named_problem(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox", version="")
    (tmp_path / "usr/bin/application.ini").write_text("[App]\nName=Firefox\n", encoding="utf-8")

    found = diagnose(machine, playwright="1.64.1")

    firefox = next(problem for problem in found.problems if problem.name == "Firefox")
    path = tmp_path / "usr/bin/firefox"
    assert firefox.found == f"{path} is there, but its version cannot be read, so it may not run"
    assert firefox.mend.startswith(f'Look what "{path} --version" says, or install it again: apt-get update')
    assert {target.disclosure for target in found.targets if target.name == "firefox"} == {
        "Firefox (version unknown)"
    }


def test_the_doctor_calls_no_browser_genuine_that_does_not_say_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox", version="")
    monkeypatch.setattr("harness.cli.doctor.diagnose", lambda: diagnose(machine, playwright="1.64.1"))

    code = run(["doctor"])

    said = capsys.readouterr().out
    assert code == 1
    assert "genuine" not in said
    assert "Nothing stands in the way" not in said


def test_a_missing_font_names_the_script_and_the_package(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr", fonts=("en", "zh"))

    problem = diagnose(machine, playwright="1.64.1").problems[0]

    assert (problem.name, problem.mend) == ("Font for Tamil", "apt-get install -y fonts-lohit-taml")


def test_where_fonts_cannot_be_listed_none_is_called_missing(tmp_path: Path) -> None:
    machine = bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr", fonts=())
    (tmp_path / "usr/bin/fc-list").unlink()

    found = diagnose(machine, playwright="1.64.1")

    [fonts] = [fact for fact in found.facts if "Font" in fact.name]
    assert (fonts.name, fonts.found) == ("Fonts", "could not look: fc-list is not here")
    assert (fonts.needed, fonts.mend) == (False, "apt-get install -y fontconfig")
    assert found.is_healthy


def test_a_port_in_use_is_a_note_and_not_a_problem(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # somebody else holds it: as good
            taken.bind(("127.0.0.1", 8000))
        port = next(fact for fact in diagnose(bare(tmp_path)).facts if fact.name == "Port 8000")

    assert (port.found, port.needed, port.mend) == ("in use", False, "assist portal --port 0")


def test_setup_installs_what_is_missing_and_nothing_else(tmp_path: Path) -> None:
    assert missing_packages(bare(tmp_path, "usr/bin/chromium", fonts=("en",))) == (
        "firefox-esr",
        "fonts-droid-fallback",
        "fonts-lohit-taml",
    )


def test_setup_has_nothing_to_do_on_a_machine_that_is_whole(tmp_path: Path) -> None:
    assert missing_packages(bare(tmp_path, "usr/bin/chromium", "usr/bin/firefox-esr")) == ()


def test_the_doctor_writes_json_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["doctor", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert code == (0 if said["healthy"] else 1)
    assert {"targets", "facts"} < set(said)


def test_the_doctor_shows_a_person_what_each_target_is(capsys: pytest.CaptureFixture[str]) -> None:
    run(["doctor"])

    said = capsys.readouterr().out
    assert "Targets" in said
    assert "Playwright" in said
