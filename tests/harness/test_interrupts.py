"""Ctrl-C that whoever ran at the time has lost."""

import _thread
import contextlib
import signal
from collections.abc import Iterator

import pytest

from harness.interrupts import Interrupts


@pytest.fixture(autouse=True)
def heeded() -> Iterator[None]:
    """A run in the background begins with Ctrl-C ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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
