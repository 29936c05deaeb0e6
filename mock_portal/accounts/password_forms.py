"""Forms of passwords: change one, forget one, set one by a link (portal-flows 1.4, 3.1, 3.2).

`Current/Temporary Password`, `New Password` and `Confirm New Password` are assumed there; the e-mail is seed.
"""

from flask_babel import lazy_gettext
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from mock_portal.accounts.forms import EMAIL_RULES
from mock_portal.ui.forms import PortalForm

__all__ = ["ChangePasswordForm", "ForgotPasswordForm", "ResetPasswordForm"]

_TOO_LONG = Length(max=200, message=lazy_gettext("A password has at most 200 characters"))
_NEW = (InputRequired(lazy_gettext("Enter a new password")),)
_CONFIRM = (
    InputRequired(lazy_gettext("Enter the new password again")),
    EqualTo("new", message=lazy_gettext("The two new passwords are not the same")),
)


class ChangePasswordForm(PortalForm):
    """The password of now and the one to come."""

    next = HiddenField()
    current = PasswordField(
        lazy_gettext("Current/Temporary Password"),
        validators=(InputRequired(lazy_gettext("Enter your current or temporary password")), _TOO_LONG),
    )
    new = PasswordField(lazy_gettext("New Password"), validators=_NEW)
    confirm = PasswordField(lazy_gettext("Confirm New Password"), validators=_CONFIRM)


class ForgotPasswordForm(PortalForm):
    """The e-mail that the Portal ID was registered with."""

    email = EmailField(lazy_gettext("Email Address"), validators=EMAIL_RULES)


class ResetPasswordForm(PortalForm):
    """A new password by a link; the link's token comes along."""

    token = HiddenField()
    new = PasswordField(lazy_gettext("New Password"), validators=_NEW)
    confirm = PasswordField(lazy_gettext("Confirm New Password"), validators=_CONFIRM)
