"""Ctrl-C that whoever ran at the time has lost."""

import _thread
import contextlib
import signal
import sys
from collections.abc import Iterator

import pytest

from harness.interrupts import Interrupts


@pytest.fixture(autouse=True)
def heeded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A run in the background begins with Ctrl-C ignored; what is told of an object's end is put back."""
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Ends:
    """An object whose end fails, as that of a pipe does when its loop is closed."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __del__(self) -> None:
        raise RuntimeError(self.message)


def press() -> None:
    """What Ctrl-C does, on every system."""
    _thread.interrupt_main()


def test_it_interrupts_as_ever() -> None:
    with Interrupts(), pytest.raises(KeyboardInterrupt):
        press()


def test_what_was_swallowed_can_be_raised_again() -> None:
    with Interrupts() as interrupts:
        with contextlib.suppress(KeyboardInterrupt):
            press()

        with pytest.raises(KeyboardInterrupt):
            interrupts.raise_again()


def test_what_was_dealt_with_is_not_raised() -> None:
    with Interrupts() as interrupts:
        with contextlib.suppress(KeyboardInterrupt):
            press()
        interrupts.forget()

        interrupts.raise_again()


def test_without_it_nothing_is_raised() -> None:
    with Interrupts() as interrupts:
        interrupts.raise_again()


def test_afterwards_it_belongs_to_whom_it_belonged_to() -> None:
    before = signal.getsignal(signal.SIGINT)

    with Interrupts():
        assert signal.getsignal(signal.SIGINT) is not before

    assert signal.getsignal(signal.SIGINT) is before


def test_pipes_that_ctrl_c_left_open_print_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with Interrupts(), contextlib.suppress(KeyboardInterrupt):
        press()

    Ends("Event loop is closed")

    assert capsys.readouterr().err == ""


def test_any_other_error_is_still_told(capsys: pytest.CaptureFixture[str]) -> None:
    with Interrupts(), contextlib.suppress(KeyboardInterrupt):
        press()

    Ends("Something else")

    assert "RuntimeError: Something else" in capsys.readouterr().err


def test_without_ctrl_c_an_open_pipe_is_told_too(capsys: pytest.CaptureFixture[str]) -> None:
    with Interrupts():
        pass

    Ends("Event loop is closed")

    assert "RuntimeError: Event loop is closed" in capsys.readouterr().err
