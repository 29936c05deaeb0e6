"""Forms of the bank: log-in, which account pays, which payment is approved."""

from flask_babel import lazy_gettext
from wtforms import PasswordField, RadioField, StringField
from wtforms.validators import InputRequired, Length

from mock_portal.ui.forms import PortalForm

__all__ = ["ApproveForm", "BankLogInForm", "CancelForm"]

_TOO_LONG = Length(max=60, message=lazy_gettext("A bank user ID or password has at most 60 characters"))


class BankLogInForm(PortalForm):
    """User ID and password at the bank, on one page as banks have it (assumed)."""

    user = StringField(
        lazy_gettext("Bank user ID"),
        validators=[InputRequired(lazy_gettext("Enter your bank user ID")), _TOO_LONG],
    )
    password = PasswordField(
        lazy_gettext("Bank password"),
        validators=[InputRequired(lazy_gettext("Enter your bank password")), _TOO_LONG],
    )


class ApproveForm(PortalForm):
    """From which account the payment is made; the route fills in the choices."""

    account = RadioField(
        lazy_gettext("Pay from"), validators=[InputRequired(lazy_gettext("Choose an account"))]
    )


class CancelForm(PortalForm):
    """A button and nothing else."""

    form_id = "cancel"
