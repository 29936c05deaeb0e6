"""Forms of the log-in: the two steps of today, and the older one page.

Labels `Email Address`, `NEXT`, `Password` are of the seed, `User ID` is official [UG20] (portal-flows 1.2,
1.3); the messages are assumed.
"""

from flask_babel import lazy_gettext
from wtforms import EmailField, HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from mock_portal.ui.forms import PortalForm

__all__ = ["EMAIL_RULES", "EmailForm", "PasswordForm", "UserIdForm"]

EMAIL_RULES = (
    InputRequired(lazy_gettext("Enter your email address")),
    Length(max=254, message=lazy_gettext("An email address has at most 254 characters")),
    Regexp(
        r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$",
        message=lazy_gettext("Enter an email address like name@example.com"),
    ),
)
_PASSWORD = (
    InputRequired(lazy_gettext("Enter your password")),
    Length(max=200, message=lazy_gettext("A password has at most 200 characters")),
)


class EmailForm(PortalForm):
    """Step 1. Its page also holds the password field of step 2, for scripts to reveal."""

    next = HiddenField()
    email = EmailField(lazy_gettext("Email Address"), validators=EMAIL_RULES)


class PasswordForm(PortalForm):
    """Step 2; the e-mail comes along read-only."""

    next = HiddenField()
    email = EmailField(lazy_gettext("Email Address"), validators=EMAIL_RULES)
    password = PasswordField(lazy_gettext("Password"), validators=_PASSWORD)


class UserIdForm(PortalForm):
    """The form of 2018 to about 2022."""

    next = HiddenField()
    user_id = StringField(
        lazy_gettext("User ID"),
        validators=(
            InputRequired(lazy_gettext("Enter your User ID")),
            Length(max=40, message=lazy_gettext("A User ID has at most 40 characters")),
        ),
    )
    password = PasswordField(lazy_gettext("Password"), validators=_PASSWORD)
