"""Contribution rates by date of effect: the gazetted tables as data, never formulas."""

from contributions.rates.tables import PACK, Pack, Rates, RateTable, rates_for

__all__ = ["PACK", "Pack", "RateTable", "Rates", "rates_for"]
