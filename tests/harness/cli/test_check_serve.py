"""`assist check --serve`: what it prints, what it takes, that it needs no more than the checker itself."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import create_server

import pytest

from check_page.server import CheckServer
from harness.cli.check import main
from tests.house.tree import ROOT

FILE = Path("fixtures/files/bad-eis-shares-differ-2026-10.txt")
DAY = ["--as-of", "2026-11-10", "--no-config"]
RUN = "import sys; from harness.cli.main import run; sys.exit(run(sys.argv[1:]))"
HEAVY = ("flask", "werkzeug", "jinja2", "playwright", "typer", "rich", "sqlalchemy", "granian", "pydantic")


@pytest.fixture
def served() -> Iterator[subprocess.Popen[str]]:
    """The command as a program starts it, with what is for others kept from it."""
    hidden = f"import sys; sys.modules.update(dict.fromkeys({HEAVY!r})); "
    command = [sys.executable, "-c", hidden + RUN, "check", "--serve", "--json", *DAY]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield process
        process.kill()


def test_a_program_learns_address_and_token_and_gets_the_answer_of_the_command(
    served: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert served.stdout is not None
    facts = json.loads(served.stdout.readline())
    request = urllib.request.Request(  # noqa: S310 - its own address
        f"{facts['address']}/check?name={FILE}", FILE.read_bytes(), {"X-Assist-Token": facts["token"]}
    )

    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - its own address
        served_answer = answer.read().decode()

    assert main([str(FILE), "--json", *DAY]) == 1
    assert served_answer == capsys.readouterr().out
    assert facts["address"].startswith("http://127.0.0.1:")
    with urllib.request.urlopen(facts["page"], timeout=20) as page:  # noqa: S310 - its own address
        assert b"<h1" in page.read()


def test_files_are_not_named_beside_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--serve", str(FILE), *DAY]) == 2
    assert "--serve takes its files on the page" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_is_a_number(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--serve", "--port", port, *DAY]) == 2
    assert "is not a port" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--port", "8000"], ["--port", "0"], ["--open"]])
def test_what_is_of_the_page_is_refused_without_it(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(FILE), *option, *DAY]) == 2
    assert "--port and --open are of the page: give --serve too" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told_with_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        assert main(["--serve", "--port", str(port), *DAY]) == 2

    assert f"Port {port} of this machine cannot be had" in capsys.readouterr().err


def test_a_roster_that_cannot_be_read_is_told_before_the_page_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--serve", "--roster", str(tmp_path / "none.xlsx"), *DAY]) == 2
    assert "none.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoken", "says"),
    [
        pytest.param("en", "Drop contribution files on that page. Nothing leaves this machine", id="en"),
        pytest.param("ms", "Lepaskan fail caruman pada halaman itu. Tiada apa-apa keluar", id="ms"),
    ],
)
def test_what_to_do_with_the_page_is_told_in_the_language_of_the_run(
    spoken: str, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped_by_hand(server: CheckServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(CheckServer, "serve_forever", stopped_by_hand)

    assert main(["--serve", "--lang", spoken, *DAY]) == 130
    assert says in capsys.readouterr().err
