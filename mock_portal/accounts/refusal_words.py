"""Why somebody was not let in, and why a link does not open, in words (portal-flows 1.3, 3.1, 11.3)."""

from flask_babel import LazyString, gettext, lazy_gettext, ngettext

from mock_portal.accounts.errors import (
    AccountDisabled,
    AccountLocked,
    EmployerCeased,
    LinkExpired,
    LinkOfOtherWorld,
    LinkOver,
    LinkRefused,
    LogInRefused,
    TooManyTries,
)
from mock_portal.edge import world
from mock_portal.mail_limit import TooManyMails

__all__ = ["link_words", "refusal_words", "too_many_mails"]


def too_many_mails(error: TooManyMails) -> str:
    """The same for every address, whoever has it."""
    words: str = ngettext(
        "A link for this email address was asked for too often. Look for the newest email, also among the "
        "unwanted ones, or ask again in %(num)d minute.",
        "A link for this email address was asked for too often. Look for the newest email, also among the "
        "unwanted ones, or ask again in %(num)d minutes.",
        error.minutes_left,
    )
    return words


def refusal_words(error: LogInRefused) -> str | LazyString:
    """Texts of portal-flows 11.3 (assumed)."""
    if isinstance(error, AccountLocked):
        return ngettext(
            "Your account is locked. Try again in %(num)d minute.",
            "Your account is locked. Try again in %(num)d minutes.",
            error.minutes_left,
        )
    if isinstance(error, TooManyTries):
        return ngettext(
            "Too many tries came from your network address. Try again in %(num)d minute.",
            "Too many tries came from your network address. Try again in %(num)d minutes.",
            error.minutes_left,
        )
    if isinstance(error, AccountDisabled):
        return lazy_gettext("This ID is closed. Contact PERKESO at 1-300-22-8000 to have it opened.")
    if isinstance(error, EmployerCeased):
        return lazy_gettext("The employer of this ID has ceased. Contact PERKESO at 1-300-22-8000.")
    if world().settings.login_form == "user_id":
        return lazy_gettext("Invalid User ID or password.")
    return lazy_gettext("Invalid email address or password.")


def link_words(error: LinkRefused) -> tuple[str, str]:
    """The heading and the explanation for a link that sets no password."""
    if isinstance(error, LinkExpired):
        return gettext("This link has expired"), gettext(
            "It could be used for %(num)s minutes. Your password is still what it was.",
            num=world().settings.reset_link_minutes,
        )
    if isinstance(error, LinkOfOtherWorld):
        return gettext("This link belongs to another world"), gettext(
            "The world %(world)s of this mock portal sent it. Open the link as it stands in the mail.",
            world=error.world,
        )
    if not isinstance(error, LinkOver):
        return gettext("This link is not complete"), gettext(
            "It is not as it was sent: some mail programs cut a long link. Copy the whole link from the mail."
        )
    if error.because == "used":
        return gettext("This link has been used"), gettext(
            "A link sets one password. If it was not you who used it, call 1-300-22-8000."
        )
    if error.because == "replaced":
        return gettext("A newer link was sent"), gettext(
            "Only the newest link works. Look for a later mail, or ask for another link."
        )
    return gettext("This link is not needed any more"), gettext(
        "The password was changed after the link had been sent."
    )
