"""What officers' pages call states, kinds, acts and refusals."""

from typing import Final

from contributions import T
from mock_portal.errors import NotAllowed, PortalError
from mock_portal.officer.audit import Act
from mock_portal.registration import errors
from mock_portal.registration.reviewing import ApplicationState
from mock_portal.registration.states import WORDS
from mock_portal.ui.filters import moment
from mock_portal.ui.languages import said

__all__ = ["ACTS", "NOT_OPENED", "RESULTS", "STATES", "hindrance", "history_words", "refusal"]

STATES: Final = WORDS
ACTS: Final = {
    Act.LOGGED_IN: T("Logged in", "Log masuk"),
    Act.LOGGED_OUT: T("Logged out", "Log keluar"),
    Act.OPENED: T("Opened for review", "Dibuka untuk semakan"),
    Act.GIVEN_BACK: T("Gave back to the queue", "Mengembalikan ke giliran"),
    Act.SAW_NUMBERS: T("Looked at identity numbers", "Melihat nombor pengenalan"),
    Act.READ_DOCUMENT: T("Downloaded a document", "Memuat turun dokumen"),
    Act.QUERIED: T("Sent a query", "Menghantar pertanyaan"),
    Act.REJECTED: T("Rejected", "Menolak"),
    Act.APPROVED: T("Approved", "Meluluskan"),
    Act.UNLOCKED: T("Unlocked a Portal ID", "Membuka kunci ID Portal"),
    Act.DISABLED: T("Closed a Portal ID", "Menutup ID Portal"),
    Act.ENABLED: T("Opened a Portal ID again", "Membuka semula ID Portal"),
}
RESULTS: Final = {
    ApplicationState.APPROVED: T("Application approved", "Permohonan diluluskan"),
    ApplicationState.REJECTED: T("Application rejected", "Permohonan ditolak"),
    ApplicationState.QUERY: T("Query sent", "Pertanyaan telah dihantar"),
    ApplicationState.EXPIRED: T("Application expired", "Permohonan tamat tempoh"),
}
NOT_OPENED: Final = T(
    "Open this application for review first.", "Buka permohonan ini untuk semakan terlebih dahulu."
)
_MENDED_HERE: Final[dict[type[PortalError], T]] = {
    errors.NumberInUse: T(
        "A business with this registration number is an employer by now. "
        "Reject this application, or send a query.",
        "Perniagaan dengan nombor pendaftaran ini kini telah menjadi majikan. "
        "Tolak permohonan ini, atau hantar pertanyaan.",
    ),
    errors.EmailInUse: T(
        "The email address is the Portal ID of somebody else by now. Send a query and ask for another one.",
        "Alamat emel ini kini ID Portal orang lain. Hantar pertanyaan dan minta alamat yang lain.",
    ),
    errors.EmailUnknown: T(
        "The Portal ID that the employer was to be added to is gone. Send a query, or reject.",
        "ID Portal yang hendak ditambah majikan ini sudah tiada. Hantar pertanyaan, atau tolak.",
    ),
    errors.NoEmployerMatches: T(
        "The employer of this application is not active any more. Reject it, or send a query.",
        "Majikan dalam permohonan ini tidak lagi aktif. Tolak permohonan ini, atau hantar pertanyaan.",
    ),
}
_TAKEN: Final = T(
    "{officer} has this application open and decides it.",
    "{officer} sedang menyemak permohonan ini dan akan memutuskannya.",
)
_DECIDED: Final = T(
    "{officer} decided this application on {when}: {state}.",
    "{officer} telah memutuskan permohonan ini pada {when}: {state}.",
)
_ENDED: Final = T(
    "This application ended by itself on {when}: {state}.",
    "Permohonan ini tamat dengan sendirinya pada {when}: {state}.",
)
_UNCHANGED: Final = T("Nothing was changed.", "Tiada apa-apa yang diubah.")
_EVENTS: Final = {
    "amended": T("Amended by the applicant", "Dipinda oleh pemohon"),
    "given_back": T("Given back to the queue", "Dikembalikan ke giliran"),
}


def history_words(what: str) -> T:
    """What a line of an application's history says."""
    if what in set(ApplicationState):
        return STATES[ApplicationState(what)]
    return _EVENTS.get(what) or T.same(what)


def refusal(error: PortalError) -> str:
    """Why an act on an application was refused, and what to do, in the reader's language."""
    words = _hindrance(error)
    if type(error) not in _MENDED_HERE:
        words = T.same("{why} {what}").filled(why=words, what=_UNCHANGED)
    return said(words)


def hindrance(error: PortalError) -> str:
    """What stands against an act on an application, for an officer who only looks at it."""
    return said(_hindrance(error))


def _hindrance(error: PortalError) -> T:
    if isinstance(error, errors.AlreadyDecided):
        words = _DECIDED if error.by else _ENDED
        facts = {"officer": error.by} if error.by else {}
        return words.filled(**facts, when=moment(error.at), state=STATES[error.state])
    if isinstance(error, errors.AlreadyTaken):
        return _TAKEN.filled(officer=error.by)
    if isinstance(error, NotAllowed):
        return NOT_OPENED
    if type(error) in _MENDED_HERE:
        return _MENDED_HERE[type(error)]
    raise error
