"""Forms of the control panel."""

from typing import Final

from flask_babel import lazy_gettext
from wtforms import DateTimeLocalField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional

from mock_portal.ui.forms import PortalForm

__all__ = ["ClockForm", "DeleteForm", "NewWorldForm", "SettingsForm", "StepForm"]

STEPS: Final = (
    SelectChoice("900", lazy_gettext("15 minutes")),
    SelectChoice("3600", lazy_gettext("1 hour")),
    SelectChoice("86400", lazy_gettext("1 day")),
    SelectChoice("604800", lazy_gettext("1 week")),
    SelectChoice("2592000", lazy_gettext("30 days")),
)
_ENTER_MOMENT: Final = lazy_gettext("Enter a date and a time")


class NewWorldForm(PortalForm):
    """A world to be made."""

    name = StringField(lazy_gettext("Name"), filters=[lambda typed: (typed or "").strip().lower()])
    scenario = SelectField(lazy_gettext("Scenario"), validators=[InputRequired()])


class StepForm(PortalForm):
    """How far the clock goes on."""

    form_id = "step-form"

    seconds = SelectField(lazy_gettext("Go on by"), choices=STEPS, validators=[InputRequired()])


class _MomentField(DateTimeLocalField):  # type: ignore[misc] # WTForms has no types
    """A date and a time; what is none is said in the reader's language."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_ENTER_MOMENT) from None


class ClockForm(PortalForm):
    """The moment that the clock is to show, in Malaysia's time."""

    form_id = "moment-form"

    moment = _MomentField(
        lazy_gettext("Set to"),
        format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        validators=[InputRequired(_ENTER_MOMENT)],
    )


class SettingsForm(PortalForm):
    """The settings that people change by hand; the API has all of them."""

    form_id = "settings-form"

    javascript = RadioField(
        lazy_gettext("JavaScript on portal and bank"),
        choices=[SelectChoice("on", lazy_gettext("On")), SelectChoice("off", lazy_gettext("Off"))],
        validators=[Optional()],
    )
    login_form = RadioField(
        lazy_gettext("Log-in form"),
        choices=[
            SelectChoice("email", lazy_gettext("Email address, then password")),
            SelectChoice("user_id", lazy_gettext("User ID and password on one page")),
        ],
        validators=[Optional()],
    )


class DeleteForm(PortalForm):
    """The answer to whether a world is to go."""
