"""Faker providers for Malaysia: names by community, MyKad and SSFW numbers, employers and their numbers.

>>> from faker.generator import Generator
>>> fake = Generator()
>>> fake.add_provider(Malaysia(fake))
>>> fake.seed_instance(7)
>>> len(fake.mykad())
12
"""

from datetime import date, timedelta

from faker.providers import BaseProvider

from contributions.generate import numbers
from contributions.generate.names import COMMUNITIES, LOCAL, name_of

__all__ = ["Malaysia"]

YOUNGEST, OLDEST = 18, 59
DAYS_A_YEAR = 365.25
TODAY = date(2026, 11, 1)


class Malaysia(BaseProvider):
    """People and employers of Malaysia who do not exist."""

    def malaysian_name(self, community: str | None = None, *, woman: bool | None = None) -> str:
        """A name in capitals, of a community by its name, or of any in the shares of the census."""
        random = self.generator.random
        chosen = (
            COMMUNITIES[community]
            if community
            else random.choices(LOCAL, weights=[each.share for each in LOCAL])[0]
        )
        return name_of(random, chosen, woman=self._sex(woman=woman))

    def mykad(
        self,
        *,
        born: date | None = None,
        woman: bool | None = None,
        ages: tuple[int, int] = (YOUNGEST, OLDEST),
    ) -> str:
        """A MyKad number: a real birth date, a place of birth in Malaysia, the sex in its last digit."""
        random = self.generator.random
        youngest, oldest = ages
        days = random.randrange(int(youngest * DAYS_A_YEAR) + 1, int((oldest + 1) * DAYS_A_YEAR) - 1)
        return numbers.mykad(random, born=born or TODAY - timedelta(days=days), woman=self._sex(woman=woman))

    def ssfw(self) -> str:
        """The number of a foreign worker."""
        return numbers.ssfw(self.generator.random)

    def ssm_number(self, *, until: date = TODAY) -> str:
        """The registration number of a company founded before a day."""
        return numbers.ssm_number(self.generator.random, until=until)

    def employer_code(self) -> str:
        """An employer code in the shape seen."""
        return numbers.employer_code(self.generator.random)

    def employer_name(self) -> str:
        """The name of a company."""
        return numbers.employer_name(self.generator.random)

    def _sex(self, *, woman: bool | None) -> bool:
        return bool(self.generator.random.getrandbits(1)) if woman is None else woman
