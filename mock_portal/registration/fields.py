"""Fields and checks of the registration's forms. Every message says what to do, in both languages."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, TypeAlias

from flask_babel import LazyString, gettext, lazy_gettext
from wtforms import EmailField, Field, Form, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, Length, Regexp, StopValidation

from mock_portal.registration.answers import SIGNS

__all__ = [
    "ChoiceField",
    "Chosen",
    "DayField",
    "HasLetter",
    "PlainText",
    "email_field",
    "phone_field",
    "text_field",
    "tidy",
]

Words: TypeAlias = str | LazyString


class Check(Protocol):
    """A validator of WTForms."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when the field is wrong."""


class PlainText:
    """Letters of any script, digits and the usual punctuation; other signs and emoji are named.

    What nobody sees no form of the portal takes (`PortalForm.validate`).
    """

    def __init__(self, extra: str = "") -> None:
        self._allowed = frozenset(SIGNS + extra)

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when there is any other character."""
        del form
        wrong = [c for c in field.data or "" if not self._fits(c)]
        if wrong:
            signs = " ".join(dict.fromkeys(wrong))[:20]
            raise StopValidation(gettext("Remove these characters: %(signs)s", signs=signs))

    def _fits(self, c: str) -> bool:
        return c in self._allowed or unicodedata.category(c)[0] in "LM" or c.isdecimal()


class HasLetter:
    """At least one letter, of any script: no name and no address is made of digits and signs alone."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when there is none."""
        del form
        if field.data and not any(unicodedata.category(c)[0] == "L" for c in field.data):
            raise StopValidation(gettext("Write at least one letter; digits and signs alone are not enough"))


class Chosen:
    """One of the choices that the field offers."""

    def __init__(self, message: Words) -> None:
        self._message = message
        self.field_flags = {"required": True}

    def __call__(self, form: Form, field: Field) -> None:
        """Raise when nothing was chosen, or something that is not offered."""
        del form
        if not field.data or field.data not in _offered(field.choices):
            raise StopValidation(str(self._message))


class ChoiceField(SelectField):  # type: ignore[misc] # WTForms has no types
    """A list to choose from. `Chosen` checks it, so that its message is ours."""

    def __init__(self, label: Words, message: Words, **kwargs: Any) -> None:
        super().__init__(label, validators=(Chosen(message),), validate_choice=False, **kwargs)


class DayField(StringField):  # type: ignore[misc] # WTForms has no types
    """A date as people type it, dd/mm/yyyy; `day` is the date."""

    day: date | None = None

    def __init__(self, label: Words, message: Words, *, required: bool = True, **kwargs: Any) -> None:
        checks: tuple[Check, ...] = (DataRequired(message),) if required else ()
        super().__init__(label, validators=checks, filters=(tidy,), **kwargs)

    def process_data(self, value: Any) -> None:
        """Show a date that is kept."""
        super().process_data(f"{value:%d/%m/%Y}" if isinstance(value, date) else value)

    def pre_validate(self, form: Form) -> None:
        """Read the date."""
        del form
        if not self.data:
            return
        self.day = _day_in(self.data)
        if self.day is None:
            raise StopValidation(gettext("Enter a date that exists as day/month/year, like 31/01/2026"))


def text_field(
    label: Words, required: Words | None, *, longest: int, extra: str = "", checks: Sequence[Check] = ()
) -> StringField:
    """A line of plain text; without `required` it may stay empty."""
    first: tuple[Check, ...] = (DataRequired(required),) if required else ()
    message = lazy_gettext("Shorten this to %(longest)s characters", longest=longest)
    return StringField(
        label,
        validators=(*first, Length(max=longest, message=message), PlainText(extra), *checks),
        filters=(tidy,),
    )


def email_field(label: Words, required: Words, *, checks: Sequence[Check] = ()) -> EmailField:
    """An e-mail address."""
    return EmailField(
        label,
        validators=(
            DataRequired(required),
            Length(max=254, message=lazy_gettext("An email address has at most 254 characters")),
            Regexp(
                r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$",
                message=lazy_gettext("Enter an email address like name@example.com"),
            ),
            *checks,
        ),
        filters=(tidy,),
    )


def phone_field(label: Words, required: Words | None) -> StringField:
    """A telephone number; without `required` it may stay empty."""
    first: tuple[Check, ...] = (DataRequired(required),) if required else ()
    return StringField(label, validators=(*first, _is_phone), filters=(tidy,))


def _is_phone(form: Form, field: Field) -> None:
    del form
    if not field.data:
        return
    digits = re.sub(r"[ ()+-]", "", field.data)
    is_number = re.fullmatch(r"[0-9]{7,15}", digits) and len(set(digits)) > 1
    if not is_number or len(field.data) > 30:  # noqa: PLR2004 - of the column
        raise ValidationError(gettext("Enter a telephone number with 7 to 15 digits, like 03-4264 5555"))


def _day_in(text: str) -> date | None:
    found = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def tidy(value: Any) -> str:
    """A line without blanks around it or two in a row; what is no text, such as a file, is nothing."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _offered(choices: Any) -> set[str]:
    if isinstance(choices, dict):
        return {value for group in choices.values() for value, *_ in group}
    return {value for value, *_ in choices}
