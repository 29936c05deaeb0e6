"""Forms of payments: what is ticked, what is searched for, how it is paid."""

from flask_babel import lazy_gettext
from wtforms import BooleanField, HiddenField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Regexp

from mock_portal.fpx.business import BusinessModel
from mock_portal.ui.forms import PortalForm

__all__ = ["CartForm", "EmployerForm", "InformationForm", "OneButton", "SearchForm", "TickForm"]


class EmployerForm(PortalForm):
    """Which employer the page is about; it changes nothing, so it is asked for by GET."""

    form_id = "choose-employer"

    class Meta(PortalForm.Meta):
        """Without CSRF: the form only looks."""

        csrf = False

    employer = SelectField(lazy_gettext("Select Employer Code"))


class TickForm(PortalForm):
    """Which records are ticked; the service knows which of them can be."""

    records = SelectMultipleField(lazy_gettext("Records"), coerce=int, validate_choice=False)


class OneButton(PortalForm):
    """A button and nothing else."""


class CartForm(PortalForm):
    """Continue, with the key that makes a second press harmless."""

    form_id = "continue"
    key = HiddenField(validators=[InputRequired(), Length(max=60)])


class SearchForm(PortalForm):
    """Search Payment: finds outstanding records that are not in the cart."""

    form_id = "search"

    class Meta(PortalForm.Meta):
        """Without CSRF: the form only looks."""

        csrf = False

    search = StringField(
        lazy_gettext("ACR/ECR No. or contribution month"),
        validators=[Length(max=40, message=lazy_gettext("A number or month has at most 40 characters"))],
    )


class InformationForm(PortalForm):
    """Payment Information: payer; Business Model and bank; tick of the FPX terms (7.1; these are assumed)."""

    payer_email = StringField(
        lazy_gettext("Payer's email address"),
        validators=[
            InputRequired(lazy_gettext("Enter the payer's email address")),
            Length(max=254, message=lazy_gettext("An email address has at most 254 characters")),
            Regexp(
                r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z",
                message=lazy_gettext("Enter an email address like name@company.com"),
            ),
        ],
    )
    business_model = RadioField(
        lazy_gettext("Business Model"),
        choices=[
            SelectChoice(BusinessModel.B2C.value, lazy_gettext("B2C (personal account)")),
            SelectChoice(BusinessModel.B2B.value, lazy_gettext("B2B (business account)")),
        ],
        validators=[InputRequired(lazy_gettext("Select a Business Model"))],
    )
    bank = SelectField(
        lazy_gettext("Bank List"),
        validators=[InputRequired(lazy_gettext("Select a bank"))],
        validate_choice=False,
    )
    terms = BooleanField(
        lazy_gettext("I agree to the FPX terms and conditions"),
        validators=[InputRequired(lazy_gettext("Tick that you agree to the FPX terms and conditions"))],
    )
