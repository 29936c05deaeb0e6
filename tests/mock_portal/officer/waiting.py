"""Applications for officers to decide, put into a world as its applicants would have left them."""

from datetime import date, datetime, timedelta

from mock_portal.registration.answers import Company, Representative
from mock_portal.registration.models import Application, ApplicationDocument, ApplicationEvent
from mock_portal.registration.states import ApplicationState
from mock_portal.worlds.models import WorldState
from tests.mock_portal.conftest import Portal

EMAIL = "siti@kedai-baharu.example"
IDENTITY_NUMBER = "850707075114"
PDF = b"%PDF-1.7\n%%EOF\n"


def company(name: str = "KEDAI BAHARU SDN. BHD.", number: str = "202601012348") -> Company:
    return Company(
        entity="company",
        registration_no=number,
        name=name,
        sector="G",
        industry="47",
        first_employee=date(2026, 11, 2),
        address_1="1 Jalan Baharu",
        address_2="",
        address_3="",
        postcode="50480",
        state="14",
        city="Kuala Lumpur",
        telephone="03-0000 0789",
        fax="",
        email="hello@kedai-baharu.example",
    )


def representative(email: str = EMAIL) -> Representative:
    return Representative(
        name="SITI BINTI CONTOH",
        designation="Manager",
        id_type="new_ic",
        id_number=IDENTITY_NUMBER,
        birth_date=date(1985, 7, 7),
        sex="female",
        mobile="012-000 0789",
        email=email,
        acts_as="owner",
    )


def let_apply(  # noqa: PLR0913 - what differs between applicants
    portal: Portal,
    number: int = 1,
    *,
    email: str = EMAIL,
    name: str = "KEDAI BAHARU SDN. BHD.",
    language: str = "en",
    document: tuple[str, str, bytes] = ("borang 1.pdf", "application/pdf", PDF),
    state: ApplicationState = ApplicationState.SUBMITTED,
    since: timedelta = timedelta(),
) -> str:
    """The reference of an application whose applicant has verified the address."""
    reference = f"PID-20261110-{number:05}"
    with portal.session(may_write=True) as session:
        now: datetime = session.get_one(WorldState, 1).clock.now() - since
        file_name, media_type, content = document
        session.add(
            Application(
                reference=reference,
                browser_key=f"{number:064}",
                kind="new",
                purpose="new_id",
                state=state.value,
                language=language,
                world=portal.world,
                origin=portal.origin(),
                company=company(name, f"2026010{number:05}").to_json(),
                representative=representative(email).to_json(),
                employer_name=name,
                registration_no=f"2026010{number:05}",
                email=email,
                created_at=now,
                submitted_at=now,
                documents=[
                    ApplicationDocument(
                        kind="borang_1",
                        name=file_name,
                        media_type=media_type,
                        size=len(content),
                        uploaded_at=now,
                        content=content,
                    )
                ],
                events=[
                    ApplicationEvent(at=now, what=what.value)
                    for what in (
                        ApplicationState.DRAFT,
                        ApplicationState.PENDING_EMAIL,
                        ApplicationState.SUBMITTED,
                    )
                ],
            )
        )
    return reference
