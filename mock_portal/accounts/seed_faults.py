"""Passwords of a scenario that no Portal ID of its world could have."""

from collections.abc import Iterator
from typing import Final

from mock_portal.accounts.password_rules import PasswordRules, Rule
from mock_portal.worlds.scenario_wording import numbered
from mock_portal.worlds.scenarios import Scenario
from mock_portal.worlds.settings import WorldSettings

__all__ = ["of"]

_WANTS: Final = {
    Rule.LENGTH: "{shortest} to {longest} characters",
    Rule.UPPER: "a capital letter",
    Rule.LOWER: "a small letter",
    Rule.DIGIT: "a digit",
    Rule.SYMBOL: "a symbol",
    Rule.NOT_OWN_NAME: "to be other than its own e-mail address and ID",
}


def of(scenario: Scenario, settings: WorldSettings) -> Iterator[str]:
    """A sentence for each password that breaks a rule; never the password."""
    rules = PasswordRules.of(settings)
    for place, employer in numbered("employers", scenario.employers):
        for inner, account in numbered("employers.accounts", employer.accounts):
            broken = rules.broken_by(account.password, own_names=(account.email, account.user_id))
            if broken:
                wants = " and ".join(
                    _WANTS[rule].format(shortest=rules.shortest, longest=rules.longest) for rule in broken
                )
                yield f"{place}, {inner}, password: the one there does not do; it takes {wants}."
