"""Step A: the business. Labels of the address are vendor [BEAMS], rules as marked in portal-flows 2.2."""

from datetime import date
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import Field, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, Regexp

from contributions.identifiers import ssm_number
from mock_portal.registration import industries, places
from mock_portal.registration.answers import Company
from mock_portal.registration.entities import ENTITIES, is_number_of
from mock_portal.registration.fields import (
    ChoiceField,
    DayField,
    HasLetter,
    email_field,
    phone_field,
    text_field,
    tidy,
)
from mock_portal.ui.forms import PortalForm
from mock_portal.ui.languages import said

__all__ = ["CompanyForm", "city_value"]

_EARLIEST = date(1969, 10, 1)  # the Act came into force in October 1969
_LONGEST_NUMBER = 20


def city_value(state: str, city: str) -> str:
    """What the list of cities sends: a name that two states have is two choices."""
    return f"{state}/{city}" if city else ""


class CompanyForm(PortalForm):
    """Company information."""

    entity = ChoiceField(lazy_gettext("Business Entity"), lazy_gettext("Select the kind of business"))
    registration_no = StringField(lazy_gettext("SSM / MyCoID registration no."), filters=(tidy,))
    name = text_field(
        lazy_gettext("Company / employer name"),
        lazy_gettext("Enter the name of the employer"),
        longest=150,
        checks=(HasLetter(),),
    )
    sector = ChoiceField(lazy_gettext("Sector"), lazy_gettext("Select a sector"))
    industry = ChoiceField(lazy_gettext("Industry / main activity"), lazy_gettext("Select an industry"))
    first_employee = DayField(
        lazy_gettext("Date of first employee"),
        lazy_gettext("Enter the date on which your first employee began"),
    )
    address_1 = text_field(
        lazy_gettext("Address 1"),
        lazy_gettext("Enter the first line of the address"),
        longest=100,
        checks=(HasLetter(),),
    )
    address_2 = text_field(lazy_gettext("Address 2"), None, longest=100)
    address_3 = text_field(lazy_gettext("Address 3"), None, longest=100)
    postcode = StringField(
        lazy_gettext("Postcode"),
        validators=(
            DataRequired(lazy_gettext("Enter the postcode")),
            Regexp(r"[0-9]{5}$", message=lazy_gettext("A postcode has five digits, like 50480")),
        ),
        filters=(tidy,),
    )
    state = ChoiceField(lazy_gettext("State"), lazy_gettext("Select a state"))
    city = ChoiceField(lazy_gettext("City"), lazy_gettext("Select a city"))
    telephone = phone_field(lazy_gettext("Telephone"), lazy_gettext("Enter a telephone number"))
    fax = phone_field(lazy_gettext("Fax"), None)
    email = email_field(
        lazy_gettext("Employer email"), lazy_gettext("Enter the email address of the employer")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        _offer(self.entity, [(key, said(each.title)) for key, each in ENTITIES.items()])
        _offer(self.sector, [(key, said(title)) for key, title in industries.sectors().items()])
        _offer(self.state, [(key, state.name) for key, state in places.STATES.items()])
        self.industry.choices = {"": [("", gettext("Please Select"))], **_industries_by_sector()}
        self.city.choices = {"": [("", gettext("Please Select"))], **_cities_by_state()}
        chosen = ENTITIES.get(self.entity.data or "")
        if chosen is not None and chosen.number_label is not None:
            self.registration_no.label.text = said(chosen.number_label)
        self.registration_no.flags.required = chosen is not None and chosen.number_label is not None
        self.registration_no.flags.may_be_needed = chosen is None

    @classmethod
    def showing(cls, kept: Company | None, *, today: date) -> "CompanyForm":
        """The form with what was kept, or with what was just typed."""
        if kept is None:
            return cls(today=today)
        return cls(obj=_Shown(kept), today=today)

    def validate_registration_no(self, field: Field) -> None:
        """A number that this kind of business can have; a household has none."""
        entity = ENTITIES.get(self.entity.data or "")
        if entity is not None and entity.number_label is None:
            return
        if not field.data:
            raise ValidationError(gettext("Enter the registration number"))
        number = ssm_number.compact(field.data)
        kind = self.entity.data if entity is not None else "other"
        if len(number) > _LONGEST_NUMBER or not is_number_of(kind, number):
            raise ValidationError(_number_words(by_ssm=entity is not None and entity.by_ssm))
        if entity is not None and entity.by_ssm and (ssm_number.year(number) or 0) > self.today.year:
            raise ValidationError(
                gettext("The year in this number is still to come. Check its first four digits")
            )

    def validate_industry(self, field: Field) -> None:
        """Of the sector that was chosen."""
        if self.sector.data and not industries.is_of_sector(field.data, self.sector.data):
            raise ValidationError(gettext("Select an industry of the sector that you chose"))

    def validate_first_employee(self, field: DayField) -> None:
        """Not in the future, and not before the Act."""
        if field.day is None:
            return
        if field.day > self.today:
            raise ValidationError(gettext("The date cannot be in the future"))
        if field.day < _EARLIEST:
            raise ValidationError(gettext("The date cannot be before 01/10/1969, when the Act began"))

    def validate_city(self, field: Field) -> None:
        """Of the state that was chosen."""
        state, _, city = (field.data or "").partition("/")
        if self.state.data and (state != self.state.data or not places.is_in_state(city, state)):
            raise ValidationError(gettext("Select a city of the state that you chose"))

    def fill_in_place(self) -> None:
        """Choose state and city by the postcode, as the script does."""
        place = places.find_place(self.postcode.data or "")
        if place is None:
            self.refuse(
                gettext("This postcode is not in our list. Select state and city yourself."), "postcode"
            )
            return
        self.state.data, self.city.data = place.state, city_value(place.state, place.city)

    @property
    def answers(self) -> Company:
        """What was typed, once it is valid."""
        has_number = ENTITIES[self.entity.data].number_label is not None
        assert self.first_employee.day is not None  # noqa: S101 - the field is required
        return Company(
            entity=self.entity.data,
            registration_no=ssm_number.compact(self.registration_no.data) if has_number else "",
            name=self.name.data.upper(),
            sector=self.sector.data,
            industry=self.industry.data,
            first_employee=self.first_employee.day,
            address_1=self.address_1.data,
            address_2=self.address_2.data or "",
            address_3=self.address_3.data or "",
            postcode=self.postcode.data,
            state=self.state.data,
            city=self.city.data.partition("/")[2],
            telephone=self.telephone.data,
            fax=self.fax.data or "",
            email=self.email.data.lower(),
        )


class _Shown:
    """What was kept, as the form's fields take it."""

    def __init__(self, kept: Company) -> None:
        self.__dict__.update(vars(kept))
        self.city = city_value(kept.state, kept.city)


def _number_words(*, by_ssm: bool) -> str:
    if by_ssm:
        return str(
            gettext(
                "Enter the 12 digits of the SSM number, like 202501000000, or the old number with its "
                "letter, like 1234567-X"
            )
        )
    return str(gettext("Enter the number as it is printed: 3 to 20 letters and digits"))


def _industries_by_sector() -> dict[str, list[tuple[str, str]]]:
    grouped: dict[str, list[tuple[str, str]]] = {said(title): [] for title in industries.sectors().values()}
    for code, (sector, title) in industries.industries().items():
        grouped[said(industries.sectors()[sector])].append((code, said(title)))
    return grouped


def _cities_by_state() -> dict[str, list[tuple[str, str]]]:
    return {
        state.name: [(city_value(code, city), city) for city in places.cities()[code]]
        for code, state in places.STATES.items()
    }


def _offer(field: SelectField, choices: list[tuple[str, str]]) -> None:
    field.choices = [("", gettext("Please Select")), *choices]
