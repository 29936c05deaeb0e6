"""The rules of passwords in words: as the checklist says them, and as a refusal does."""

from dataclasses import dataclass

from flask_babel import gettext, ngettext

from mock_portal.accounts.password_rules import PasswordRules, Rule

__all__ = ["RuleLine", "refusals", "rule_lines"]


@dataclass(frozen=True)
class RuleLine:
    """One line of the checklist.

    Attributes:
        is_broken: whether the password that was just sent broke it.
    """

    rule: str
    words: str
    is_broken: bool


def rule_lines(rules: PasswordRules, broken: tuple[Rule, ...] = ()) -> tuple[RuleLine, ...]:
    """The checklist of a world's rules."""
    words = {
        Rule.LENGTH: gettext("%(least)d to %(most)d characters", least=rules.shortest, most=rules.longest),
        Rule.UPPER: gettext("a capital letter"),
        Rule.LOWER: gettext("a small letter"),
        Rule.DIGIT: gettext("a number"),
        Rule.SYMBOL: gettext("a symbol, such as # or +"),
        Rule.NOT_OWN_NAME: gettext("not your email address or User ID"),
        Rule.NOT_FORMER: ngettext(
            "not the password that you have now",
            "none of your last %(num)d passwords",
            rules.former,
        ),
    }
    return tuple(RuleLine(rule.value, words[rule], rule in broken) for rule in rules.listed)


def refusals(rules: PasswordRules, broken: tuple[Rule, ...]) -> tuple[str, ...]:
    """What is wrong with a new password, a sentence for each rule that it breaks."""
    words = {
        Rule.LENGTH: gettext(
            "The new password must have %(least)d to %(most)d characters",
            least=rules.shortest,
            most=rules.longest,
        ),
        Rule.UPPER: gettext("The new password needs a capital letter"),
        Rule.LOWER: gettext("The new password needs a small letter"),
        Rule.DIGIT: gettext("The new password needs a number"),
        Rule.SYMBOL: gettext("The new password needs a symbol, such as # or +"),
        Rule.NOT_OWN_NAME: gettext("The new password must not be your email address or User ID"),
        Rule.NOT_FORMER: ngettext(
            "The new password must not be the one that you have now",
            "The new password must not be one of your last %(num)d",
            rules.former,
        ),
    }
    return tuple(words[rule] for rule in broken)
