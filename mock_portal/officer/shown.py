"""An application as an officer's page shows it: its facts in groups, and what the officer may do with it."""

from dataclasses import dataclass
from typing import Final

from flask_babel import gettext

from contributions import T
from mock_portal.officer.sessions import OnDuty
from mock_portal.officer.words import (
    NOT_OPENED,
    RESULTS,
    STATES,
    hindrance,
    history_words,
)
from mock_portal.registration import facts
from mock_portal.registration.errors import AlreadyDecided, AlreadyTaken
from mock_portal.registration.papers import PAPERS
from mock_portal.registration.reviewing import (
    ApplicationState,
    ApplicationView,
    DocumentView,
    HistoryLine,
    Kind,
)
from mock_portal.registration.states import DECIDED, FINAL, Purpose
from mock_portal.registration.words import KINDS, PURPOSES
from mock_portal.ui.filters import moment
from mock_portal.ui.languages import said

__all__ = ["Shown", "badge"]

Rows = list[tuple[str, str]]
_SHOWN_DIGITS: Final = 4
_IN_SUMMARY: Final = {"name", "registration_no"}
_BADGES: Final = {
    ApplicationState.SUBMITTED: "badge-wait",
    ApplicationState.IN_REVIEW: "badge-wait",
    ApplicationState.QUERY: "badge-wait",
    ApplicationState.APPROVED: "badge-good",
    ApplicationState.REJECTED: "badge-bad",
    ApplicationState.EXPIRED: "badge-bad",
}

_ENGLISH: Final = T("English", "Inggeris")
_MALAY: Final = T("Malay", "Melayu")
_APPROVAL_DOES: Final[dict[Kind | Purpose, T]] = {
    Kind.NEW_EMPLOYER: T(
        "An employer code is issued, the Portal ID {email} is made and its temporary password is mailed.",
        "Kod majikan dikeluarkan, ID Portal {email} diwujudkan "
        "dan kata laluan sementara dihantar melalui emel.",
    ),
    Kind.EXISTING_EMPLOYER: T(
        "The Portal ID {email} is made and its temporary password is mailed.",
        "ID Portal {email} diwujudkan dan kata laluan sementara dihantar melalui emel.",
    ),
    Purpose.CHANGE_REPRESENTATIVE: T(
        "The Portal ID {email} is made and its temporary password is mailed. "
        "The Portal ID that the employer has now is closed.",
        "ID Portal {email} diwujudkan dan kata laluan sementara dihantar melalui emel. "
        "ID Portal majikan yang sedia ada ditutup.",
    ),
    Purpose.ADDITIONAL_EMPLOYER: T(
        "The employer is added to the Portal ID {email}.", "Majikan ini ditambah pada ID Portal {email}."
    ),
}
_TOLD: Final = T("The applicant is told by email at {to}.", "Pemohon dimaklumkan melalui emel di {to}.")
_MAILED: Final = {
    ApplicationState.APPROVED: T(
        "The temporary password goes by email to {to}, which says until when it works.",
        "Kata laluan sementara dihantar melalui emel ke {to}, yang menyatakan tempoh sahnya.",
    ),
    ApplicationState.REJECTED: T(
        "Your reason goes by email to {to}. Nothing more can be done here.",
        "Sebab anda dihantar melalui emel ke {to}. Tiada tindakan lanjut diperlukan.",
    ),
    ApplicationState.QUERY: T(
        "Your question goes by email to {to}. The applicant has 14 days to amend.",
        "Pertanyaan anda dihantar melalui emel ke {to}. Pemohon mempunyai 14 hari untuk meminda permohonan.",
    ),
    ApplicationState.EXPIRED: _TOLD,
}


def badge(state: ApplicationState) -> str:
    """The class of the theme for a state; its word goes with it."""
    return _BADGES.get(state, "")


@dataclass(frozen=True)
class Shown:
    """An application before an officer's eyes.

    Attributes:
        shows_numbers: whether identity numbers are shown in full, which is written down.
    """

    view: ApplicationView
    officer: OnDuty
    shows_numbers: bool = False

    @property
    def reference(self) -> str:
        """The reference number."""
        return self.view.reference

    @property
    def state(self) -> str:
        """The state in words."""
        return said(STATES[self.view.state])

    @property
    def badge(self) -> str:
        """The class of the theme for the state."""
        return badge(self.view.state)

    @property
    def can_open(self) -> bool:
        """Whether it waits for an officer to take it."""
        return self.view.state is ApplicationState.SUBMITTED

    @property
    def can_decide(self) -> bool:
        """Whether this officer has taken it and may decide."""
        return self.view.state is ApplicationState.IN_REVIEW and self.view.taken_by_id == self.officer.id

    @property
    def is_decided(self) -> bool:
        """Whether somebody approved, rejected or queried it, or it expired."""
        return self.view.state in DECIDED | FINAL

    @property
    def why_not(self) -> str:
        """Why this officer cannot decide it now."""
        if self.is_decided:
            last = self.view.history[-1]
            return hindrance(AlreadyDecided(last.who, last.at, self.view.state))
        if self.view.taken_by_id is not None and self.view.taken_by_id != self.officer.id:
            return hindrance(AlreadyTaken(self.view.taken_by))
        return said(NOT_OPENED)

    @property
    def applicants_language(self) -> str:
        """The language that the applicant reads."""
        return said(_MALAY if self.view.language == "ms" else _ENGLISH)

    @property
    def what_approval_does(self) -> str:
        """What follows from an approval."""
        key = self.view.kind if self.view.purpose is Purpose.NEW_ID else self.view.purpose
        return said(_APPROVAL_DOES[key].filled(email=self.view.email))

    @property
    def result_title(self) -> str:
        """The heading of the page after a decision."""
        return said(RESULTS[self.view.state])

    @property
    def result_words(self) -> str:
        """What was mailed to the applicant, and what comes next."""
        words = _MAILED[self.view.state]
        if self.view.state is ApplicationState.APPROVED and self.view.purpose is Purpose.ADDITIONAL_EMPLOYER:
            words = _TOLD
        return said(words.filled(to=self.view.email))

    def decision(self) -> Rows:
        """What was decided, by whom and when."""
        last = self.view.history[-1]
        rows = [
            (gettext("Reference No."), self.view.reference),
            (gettext("Status"), self.state),
            (gettext("Date/Time"), moment(last.at)),
            (gettext("Officer"), last.who or "-"),
        ]
        if self.view.reason:
            rows.append((gettext("Reason"), self.view.reason))
        return rows

    def document_words(self, document: DocumentView) -> str:
        """What a document is."""
        return said(PAPERS[document.kind]) if document.kind in PAPERS else document.kind

    def summary(self) -> Rows:
        """What the application is."""
        view = self.view
        rows = [
            (gettext("Reference No."), view.reference),
            (gettext("Application for"), said(KINDS[view.kind])),
            (gettext("Purpose"), said(PURPOSES[view.purpose])),
            (gettext("Employer Name"), view.employer_name),
            (gettext("Registration No."), self.view.registration_no or "-"),
        ]
        if view.employer_code:
            rows.append((gettext("Employer Code"), view.employer_code))
        rows.append((gettext("Official email"), view.email))
        rows.append((gettext("Applicant's language"), said(_MALAY if view.language == "ms" else _ENGLISH)))
        if view.portal_id:
            rows.append((gettext("Portal ID"), view.portal_id))
        if view.amended_at:
            rows.append((gettext("Amended on"), moment(view.amended_at)))
        return rows

    def company(self) -> Rows:
        """Step A of the application."""
        given = facts.company_facts(self.view.company) if self.view.company else ()
        return [(said(one.label), said(one.value)) for one in given if one.field not in _IN_SUMMARY]

    def representative(self) -> Rows:
        """Step B of the application."""
        person = self.view.representative
        if person is None:
            return []
        rows = {one.field: (said(one.label), said(one.value)) for one in facts.representative_facts(person)}
        rows["id_number"] = (rows["id_number"][0], self.number(person.id_number))
        # A birth date is six digits of a new IC, and the sex its last.
        for told in {"birth_date", "sex"} & rows.keys():
            if person.id_type == "new_ic" and not self.shows_numbers:
                rows[told] = (rows[told][0], gettext("Shown with the number"))
        return [row for field, row in rows.items() if field != "email"]

    def history(self) -> list[tuple[HistoryLine, str]]:
        """Each line with what it says."""
        return [(line, said(history_words(line.what))) for line in self.view.history]

    def number(self, identity_number: str) -> str:
        """An identity number, masked unless the officer asked for it."""
        if self.shows_numbers:
            return identity_number
        hidden = max(len(identity_number) - _SHOWN_DIGITS, 0)
        return "*" * hidden + identity_number[hidden:]
