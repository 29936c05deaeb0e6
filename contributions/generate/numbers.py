"""Numbers of people and employers who do not exist, in the shapes that contribution-files notes 8 gives."""

from datetime import date, timedelta
from random import Random
from string import ascii_uppercase

__all__ = [
    "BIRTH_PLACES",
    "FOREIGN_PREFIX",
    "employer_code",
    "employer_name",
    "mykad",
    "ssfw",
    "ssm_number",
]

BIRTH_PLACES = (*range(1, 17), *range(21, 60))
"""Place codes of births in Malaysia's states and territories (contribution-files 8.3)."""
FOREIGN_PREFIX = "SSFW"
LOCAL_COMPANY = "01"
_CODE_LETTERS = "BDF"
_FIRST = (
    "CONTOH",
    "SURIA",
    "WARISAN",
    "MUTIARA",
    "PERDANA",
    "BINTANG",
    "SERI",
    "CAHAYA",
    "MEGAH",
    "RIMBA",
    "DELIMA",
)
_SECOND = ("MAJU", "JAYA", "TEGUH", "BERSATU", "SETIA", "GEMILANG", "UTAMA", "BISTARI", "ABADI", "MAKMUR")
_TRADES = (
    "LOGISTIK", "ELEKTRONIK", "PEMBINAAN", "MAKANAN", "TEKSTIL", "PLASTIK", "HARTANAH", "PERHOTELAN",
    "PERCETAKAN", "PERLADANGAN", "TEKNOLOGI",
)  # fmt: skip


def mykad(random: Random, *, born: date, woman: bool) -> str:
    """Twelve digits: birth date, place of birth, serial; the last is even for a woman.

    >>> mykad(Random(1), born=date(1990, 1, 1), woman=True)[:6]
    '900101'
    """
    last = random.randrange(0, 10, 2) + (not woman)
    return f"{born:%y%m%d}{random.choice(BIRTH_PLACES):02}{random.randrange(1000):03}{last}"


def ssfw(random: Random) -> str:
    """The number of a foreign worker: the letters and eight digits (the exact shape is assumed)."""
    return f"{FOREIGN_PREFIX}{random.randrange(10**8):08}"


def ssm_number(random: Random, *, until: date) -> str:
    """The registration number of a local company that was founded before a day."""
    founded = until - timedelta(days=random.randrange(365, 40 * 365))
    return f"{founded.year}{LOCAL_COMPANY}{random.randrange(1, 60_000):06}"


def employer_code(random: Random) -> str:
    """A letter, ten digits, a letter: the shape seen; the rule of the last letter is not known."""
    digits = f"{random.randrange(10**10):010}"
    return f"{random.choice(_CODE_LETTERS)}{digits}{random.choice(ascii_uppercase)}"


def employer_name(random: Random) -> str:
    """The name of a company that does not exist."""
    first, second, trade = (random.choice(words) for words in (_FIRST, _SECOND, _TRADES))
    return f"{first} {second} {trade} SDN. BHD."
