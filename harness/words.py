"""The words of a portal that page objects look for: labels of fields and buttons, by subject.

A profile gives each of them a text per language. A class here is a list of names and nothing more.
"""

from dataclasses import dataclass

__all__ = ["FrameWords", "LoginWords", "Words"]


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What stands around every page."""

    log_out: str
    my_sites: str
    language: str


@dataclass(frozen=True, slots=True)
class LoginWords:
    """The log-in steps, and the older one-page form."""

    email: str
    next: str
    password: str
    log_in: str
    user_id: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a portal in one language."""

    frame: FrameWords
    login: LoginWords
