"""Step B: who acts for the employer. Labels vendor [DOCH][BEAMS]; rules: portal-flows 2.2 and 5.1."""

from datetime import date
from typing import Any, Final

from flask_babel import gettext, lazy_gettext
from wtforms import Field, RadioField, StringField, ValidationError
from wtforms.validators import DataRequired

from contributions import YearMonth
from contributions.identifiers import mykad
from mock_portal.registration.answers import Representative
from mock_portal.registration.fields import (
    ChoiceField,
    Chosen,
    DayField,
    HasLetter,
    PlainText,
    email_field,
    phone_field,
    text_field,
    tidy,
)
from mock_portal.registration.words import ACTS_AS, ID_TYPES, SEXES
from mock_portal.ui.forms import PortalForm
from mock_portal.ui.languages import said

__all__ = ["RepresentativeForm"]

YOUNGEST: Final = 15
OLDEST: Final = 100
_LONGEST_NUMBER: Final = 20


class RepresentativeForm(PortalForm):
    """The representative; the e-mail address becomes the log-in."""

    name = text_field(
        lazy_gettext("Full name"), lazy_gettext("Enter the full name"), longest=150, checks=(HasLetter(),)
    )
    designation = text_field(
        lazy_gettext("Designation"), lazy_gettext("Enter the designation"), longest=80, checks=(HasLetter(),)
    )
    id_type = ChoiceField(
        lazy_gettext("Identification type"), lazy_gettext("Select the type of identification")
    )
    id_number = StringField(
        lazy_gettext("Identification no."),
        validators=(DataRequired(lazy_gettext("Enter the identification number")), PlainText()),
        filters=(tidy,),
    )
    birth_date = DayField(lazy_gettext("Date of birth"), "", required=False)
    sex = ChoiceField(lazy_gettext("Sex"), "")
    mobile = phone_field(lazy_gettext("Mobile no."), lazy_gettext("Enter a mobile number"))
    email = email_field(lazy_gettext("Official email"), lazy_gettext("Enter the official email address"))
    confirm_email = email_field(
        lazy_gettext("Confirm email"), lazy_gettext("Enter the official email address a second time")
    )
    acts_as = RadioField(
        lazy_gettext("Acting as"),
        validators=(Chosen(lazy_gettext("Select whether you are the owner or a representative")),),
        validate_choice=False,
    )

    def __init__(self, *args: Any, today: date, fixed_email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.fixed_email = today, fixed_email
        first = ("", gettext("Please Select"))
        self.id_type.choices = [first, *((key, said(words)) for key, words in ID_TYPES.items())]
        self.sex.choices = [first, *((key, said(words)) for key, words in SEXES.items())]
        self.acts_as.choices = [(key, said(words)) for key, words in ACTS_AS.items()]
        self.sex.validators = ()
        self.sex.flags.required = False
        self.sex.flags.may_be_needed = self.birth_date.flags.may_be_needed = True
        if fixed_email:
            self.email.data = self.confirm_email.data = fixed_email

    def validate_id_number(self, field: Field) -> None:
        """Twelve digits with a date and a place for the new IC, letters and digits for the others.

        The date makes somebody who is 15 to 100 years old, as a date that is typed must.
        """
        if self.id_type.data == "new_ic":
            if not mykad.is_valid(field.data):
                raise ValidationError(
                    gettext("Invalid identity card number. Enter its 12 digits, like 900101-14-5678")
                )
            if _told_by_number(field.data, self.today) is None:
                raise ValidationError(_no_such_age())
        elif not _is_other_number(field.data):
            raise ValidationError(gettext("Enter 5 to 20 letters and digits, as they are printed"))

    def validate_birth_date(self, field: DayField) -> None:
        """Typed for other papers than the new IC: of somebody who is 15 to 100 years old."""
        if not field.data and self.id_type.data and self.id_type.data != "new_ic":
            raise ValidationError(gettext("Enter the date of birth"))
        if field.day is not None and not YOUNGEST <= _age(field.day, self.today) <= OLDEST:
            raise ValidationError(gettext("Enter the date of birth of somebody who is 15 to 100 years old"))

    def validate_sex(self, field: Field) -> None:
        """Chosen for other papers than the new IC."""
        if field.data not in SEXES and (field.data or self.id_type.data not in {"", None, "new_ic"}):
            raise ValidationError(gettext("Select the sex"))

    def validate_confirm_email(self, field: Field) -> None:
        """The same address, capitals aside."""
        if (field.data or "").lower() != (self.email.data or "").lower():
            raise ValidationError(gettext("The two email addresses differ. Enter the same address twice"))

    def fill_in_from_number(self) -> None:
        """Write birth date and sex of a new IC into their fields, as the script does."""
        number = self.id_number.data or ""
        told = _told_by_number(number, self.today)
        if self.id_type.data != "new_ic" or not mykad.is_valid(number):
            words = gettext("Choose New IC and enter its 12 digits first, like 900101-14-5678")
            self.refuse(words, "id_number")
            return
        if told is None:
            self.refuse(_no_such_age(), "id_number")
            return
        self.birth_date.data, self.sex.data = f"{told[0]:%d/%m/%Y}", told[1]

    @property
    def answers(self) -> Representative:
        """What was typed, once it is valid; what the new IC tells fills what was left empty."""
        is_new_ic = self.id_type.data == "new_ic"
        number = mykad.compact(self.id_number.data) if is_new_ic else self.id_number.data.upper()
        told = _told_by_number(number, self.today) if is_new_ic else None
        return Representative(
            name=self.name.data.upper(),
            designation=self.designation.data,
            id_type=self.id_type.data,
            id_number=number,
            birth_date=self.birth_date.day or (told[0] if told else None),
            sex=self.sex.data or (told[1] if told else ""),
            mobile=self.mobile.data,
            email=self.email.data.lower(),
            acts_as=self.acts_as.data,
        )


def _no_such_age() -> str:
    return str(
        gettext(
            "By this number its holder is not 15 to 100 years old. Check its first six digits: year, month, "
            "day"
        )
    )


def _is_other_number(number: str) -> bool:
    plain = number.replace("-", "").replace(" ", "")
    return plain.isascii() and plain.isalnum() and 5 <= len(plain) <= _LONGEST_NUMBER  # noqa: PLR2004 - as the message says


def _told_by_number(number: str, today: date) -> tuple[date, str] | None:
    """Birth date and sex of a new IC."""
    if not mykad.is_valid(number):
        return None
    born = mykad.born(number, month=YearMonth.of(today))
    return None if born is None else (born, "male" if int(mykad.compact(number)[-1]) % 2 else "female")


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
