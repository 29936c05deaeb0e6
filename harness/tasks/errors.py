"""A task that the portal refused, with the portal's own words."""

from collections.abc import Sequence

from harness.errors import HarnessError

__all__ = [
    "AlreadyLoggedIn",
    "DecisionRefused",
    "FileRefused",
    "LogInRefused",
    "PasswordNotTaken",
    "PaymentRefused",
    "PaymentUnclear",
    "RegistrationRefused",
]


class AlreadyLoggedIn(HarnessError):
    """Somebody is logged in, so the portal shows no log-in."""

    mend = "Log out first: TopBar(portal).log_out(), from harness.pages.top_bar."

    def __init__(self) -> None:
        super().__init__("Somebody is logged in already.")


class LogInRefused(HarnessError):
    """The portal did not let somebody in."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__(f"Log-in refused: {' '.join(messages)}", mend="Check e-mail, password and account.")


class PasswordNotTaken(HarnessError):
    """The portal did not take a new password, or the address to send a link to."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__(
            f"Password not changed: {' '.join(messages)}", mend="Choose one that keeps the rules it names."
        )


class DecisionRefused(HarnessError):
    """The portal did not let an officer take or decide an application; `messages` say why."""

    def __init__(self, reference: str, messages: Sequence[str]) -> None:
        self.reference = reference
        self.messages = tuple(messages)
        super().__init__(
            f"Decision on {reference} refused: {' '.join(messages)}",
            mend="Look at the application's history.",
        )


class FileRefused(HarnessError):
    """The portal did not take a contribution file; `messages` are its errors."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__(f"File refused: {' '.join(messages)}", mend="Run: assist check FILE")


class PaymentRefused(HarnessError):
    """A payment did not begin, or the bank did not let the payer in; nothing was paid.

    A payment that the bank declined is none of this: `pay` returns it, its state `UNSUCCESSFUL`.
    """

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__(f"Payment refused: {' '.join(messages)}", mend="Mend what it names, then pay again.")


class PaymentUnclear(HarnessError):
    """Nobody said what became of a payment. Paying again could pay twice."""

    def __init__(self, order: str, *, why: str) -> None:
        self.order = order
        super().__init__(
            f"It is not known what became of order {order}: {why}.",
            mend="Look it up in the portal's payment history before anything is paid again.",
        )


class RegistrationRefused(HarnessError):
    """The portal did not take a step of a registration; `messages` say why."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__(f"Registration refused: {' '.join(messages)}", mend="Mend what it names.")
