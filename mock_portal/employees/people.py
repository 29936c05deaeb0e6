"""A Faker provider of people who do not exist: Malaysian names and well-formed MyKad numbers.

Faker has no provider for Malaysia. The names are common ones of each people; nobody real is meant.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from faker.providers import BaseProvider

__all__ = ["MalaysianPeople"]

YOUNGEST, OLDEST = 18, 64
DAYS_A_YEAR: Final = 365.25
# Codes of births in Malaysia's states and territories (contribution-files 8.3).
PLACES: Final = tuple(f"{code:02}" for code in (*range(1, 17), *range(21, 60)))

MALAY_MEN: Final = (
    "Ahmad Faiz", "Mohd Faizal", "Muhammad Amir", "Azman", "Hafiz", "Ismail", "Khairul Anuar", "Mohd Nizam",
    "Rosli", "Shahrul", "Zulkifli", "Firdaus", "Luqman Hakim", "Iskandar", "Kamal", "Nazri", "Syafiq",
)  # fmt: skip
MALAY_WOMEN: Final = (
    "Aishah", "Nor Azizah", "Siti Hajar", "Farah", "Nur Hidayah", "Norliza", "Nurul Ain", "Rohana", "Salmah",
    "Siti Mariam", "Suhaila", "Zainab", "Zuraida", "Balqis", "Izzati", "Maisarah", "Noraini", "Wahida",
)  # fmt: skip
CHINESE_FAMILIES: Final = (
    "Tan", "Lim", "Lee", "Wong", "Ng", "Chong", "Chan", "Goh", "Teoh", "Yap", "Ooi", "Cheah", "Khoo", "Low",
)  # fmt: skip
CHINESE_MEN: Final = (
    "Wei Jie",
    "Kok Leong",
    "Chee Keong",
    "Zhi Hao",
    "Boon Huat",
    "Jun Hong",
    "Chin Wah",
    "Kah Wai",
)
CHINESE_WOMEN: Final = (
    "Jia Hui",
    "Mei Ling",
    "Siew Mei",
    "Yee Ling",
    "Li Ying",
    "Pei Shan",
    "Swee Lan",
    "Hui Min",
)
TAMIL_MEN: Final = (
    "Arun",
    "Ganesan",
    "Kumar",
    "Murugan",
    "Prakash",
    "Raju",
    "Suresh",
    "Vijay",
    "Siva",
    "Balan",
)
TAMIL_WOMEN: Final = (
    "Devi",
    "Kavitha",
    "Letchumi",
    "Malar",
    "Priya",
    "Shanti",
    "Uma",
    "Vani",
    "Rani",
    "Selvi",
)
IBAN_FAMILIES: Final = ("Jugah", "Nyalau", "Entri", "Gawing", "Liman", "Unchat", "Mering", "Laing", "Sigan")
IBAN_MEN: Final = ("Joseph", "Robert", "Philip", "Dennis", "Edward", "Jimbun")
IBAN_WOMEN: Final = ("Mary", "Agnes", "Rita", "Lucy", "Grace", "Dayang")


class MalaysianPeople(BaseProvider):
    """Names and identity numbers as they are found in Malaysia."""

    def malaysian_name(self, *, is_woman: bool) -> str:
        """A name in capitals, of one of the peoples in rounded shares of the census."""
        return self.random_elements(PEOPLES, length=1, use_weighting=True)[0](self, is_woman).upper()

    def malay_name(self, is_woman: bool) -> str:  # noqa: FBT001 - called through the table of peoples
        """As in `SITI HAJAR BINTI AZMAN`."""
        given = self.random_element(MALAY_WOMEN if is_woman else MALAY_MEN)
        return f"{given} {'binti' if is_woman else 'bin'} {self.random_element(MALAY_MEN)}"

    def chinese_name(self, is_woman: bool) -> str:  # noqa: FBT001
        """As in `TAN MEI LING`."""
        given = self.random_element(CHINESE_WOMEN if is_woman else CHINESE_MEN)
        return f"{self.random_element(CHINESE_FAMILIES)} {given}"

    def tamil_name(self, is_woman: bool) -> str:  # noqa: FBT001
        """As in `KAVITHA A/P MURUGAN`."""
        given = self.random_element(TAMIL_WOMEN if is_woman else TAMIL_MEN)
        return f"{given} {'a/p' if is_woman else 'a/l'} {self.random_element(TAMIL_MEN)}"

    def iban_name(self, is_woman: bool) -> str:  # noqa: FBT001
        """As in `JOSEPH ANAK NYALAU`."""
        given = self.random_element(IBAN_WOMEN if is_woman else IBAN_MEN)
        return f"{given} anak {self.random_element(IBAN_FAMILIES)}"

    def working_age_birthday(self, *, today: date) -> date:
        """A birthday of somebody who is 18 to 64 on a day."""
        days = self.random_int(int(YOUNGEST * DAYS_A_YEAR) + 1, int((OLDEST + 1) * DAYS_A_YEAR) - 2)
        return today - timedelta(days=days)

    def mykad(self, *, born: date, is_woman: bool) -> str:
        """Twelve digits: birthday, place, serial; the last is odd for men and even for women."""
        serial = self.random_int(5, 999)
        last = 2 * self.random_int(0, 4) + (0 if is_woman else 1)
        return f"{born:%y%m%d}{self.random_element(PLACES)}{serial:03}{last}"


PEOPLES: Final = OrderedDict[Callable[[MalaysianPeople, bool], str], float](
    {
        MalaysianPeople.malay_name: 0.6,
        MalaysianPeople.chinese_name: 0.23,
        MalaysianPeople.tamil_name: 0.09,
        MalaysianPeople.iban_name: 0.08,
    }
)
