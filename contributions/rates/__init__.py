"""Contribution rates by date of effect: the gazetted tables as data, never formulas."""

from contributions.rates.in_force import current, rates_for
from contributions.rates.pack import Pack, PackInvalid
from contributions.rates.tables import Rates, RateTable

__all__ = ["Pack", "PackInvalid", "RateTable", "Rates", "current", "rates_for"]
