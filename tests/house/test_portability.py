"""What runs here runs on Windows and macOS, in any folder, on any clock: the words that would break it."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files_ending, lines_with, read, tracked_files

HERE = Path(__file__).relative_to(ROOT)
ROOMS = tuple(
    p
    for p in files_ending(".py")
    if p.parts[0] in {"contributions", "check_page", "mock_portal", "harness", "assist_data"}
)
TESTS = tuple(p for p in files_ending(".py") if p.parts[0] == "tests" and p != HERE)
TEXTS = tuple(
    p
    for p in tracked_files()
    if p != HERE
    and p.suffix not in {".png", ".mo", ".xlsx", ".pdf", ".ico", ".ttf"}
    and p.parts[:2] != ("fixtures", "files")  # bytes on purpose, some of them wrong
)

POSIX_ONLY = {
    "fork": r"\bos\.fork\b|get_context\(.fork.\)|set_start_method\(.fork.\)",
    "POSIX signals": r"\bsignal\.(SIGKILL|SIGHUP|SIGUSR[12]|SIGALRM|SIGCHLD|SIGQUIT)\b",
    "process groups": r"\bos\.(setsid|setpgrp|killpg|getpgid|waitpid)\b|start_new_session=True|preexec_fn",
    "POSIX modules": r"^\s*(import|from) (fcntl|pwd|grp|resource|termios|pty|tty|syslog)\b",
    "users and machines": r"\bos\.(uname|getuid|geteuid|getlogin|getloadavg|sysconf|nice)\b",
    "a fixed temporary folder": r"[\"'](/tmp|/var/tmp|C:\\\\Temp)\b",
    "a shell": r"\bshell=True|\bos\.system\(|\bos\.popen\(",
}
# A guard on the same line, or on one of the three before it, shows that the other systems were thought of.
GUARD = re.compile(r"sys\.platform|os\.name|hasattr\(|getattr\(|suppress\(|platform\.system")


@pytest.mark.parametrize("pattern", POSIX_ONLY.values(), ids=POSIX_ONLY.keys())
def test_nothing_works_on_posix_only(pattern: str) -> None:
    looked_for = re.compile(pattern)
    unguarded = []
    for path in ROOMS:
        lines = read(path).splitlines()
        for number, line in enumerate(lines):
            nearby = "\n".join(lines[max(0, number - 3) : number + 1])
            if looked_for.search(line) and not GUARD.search(nearby):
                unguarded.append(f"{path.as_posix()}:{number + 1}: {line.strip()}")

    assert unguarded == []


def opens_text_without_encoding(call: ast.Call) -> bool:
    words = {keyword.arg for keyword in call.keywords}
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    mode = next((a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)), "r")
    if name in {"read_text", "write_text"}:
        return "encoding" not in words and len(call.args) < (1 if name == "read_text" else 2)
    built_in = isinstance(call.func, ast.Name) and name == "open"
    return built_in and "encoding" not in words and "b" not in str(mode if len(call.args) > 1 else "r")


def test_every_text_file_is_opened_with_its_encoding() -> None:
    without = [
        f"{path.as_posix()}:{node.lineno}"
        for path in ROOMS + TESTS
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.Call) and opens_text_without_encoding(node)
    ]

    assert without == []


def test_no_test_sleeps() -> None:
    assert lines_with(re.compile(r"\b(time|asyncio)\.sleep\(|wait_for_timeout\("), TESTS) == []


def test_only_the_clock_of_the_worlds_reads_the_real_time() -> None:
    portal = tuple(
        p
        for p in ROOMS
        if p.parts[0] in {"mock_portal", "check_page", "contributions"} and p.name != "clock.py"
    )

    assert (
        lines_with(re.compile(r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.time\("), portal)
        == []
    )


def test_no_path_of_a_machine_and_no_address_of_a_registry_is_written_down() -> None:
    machine = re.compile(
        r"/home/(?!tester)\w+/|/Users/\w+/|/[r]oot/|/[w]ork/|C:\\Users\\|pypi[.]org|python[h]osted|npmjs[.]org|index[-]url\b"
    )

    assert lines_with(machine, TEXTS) == []
