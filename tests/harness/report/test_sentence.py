"""The sentence that answers "can we ship?"."""

from collections.abc import Callable

from harness.report import Case, Outcome, stand_in_lines, verdict_sentence
from harness.report.sentence import verdict

Make = Callable[..., Case]


def test_all_good_on_genuine_browsers(case: Make) -> None:
    cases = [case(name, test) for test in ("log_in", "pay") for name in ("chrome", "firefox")]

    assert verdict(cases) == "Every test passed"
    assert verdict_sentence(cases) == "2 of 2 tests pass on Chrome and Firefox."


def test_a_stand_in_is_never_counted_as_the_browser(case: Make) -> None:
    cases = [case("firefox"), case("edge")]

    assert verdict_sentence(cases) == "1 of 1 test passes on Firefox; Edge was not tested: a stand-in passed."
    assert stand_in_lines(cases) == ("Edge: not tested (stand-in passed)",)


def test_a_stand_in_that_failed_is_said_to_have_failed(case: Make) -> None:
    cases = [case("firefox"), case("edge"), case("edge", "pay", Outcome.FAILED)]

    assert stand_in_lines(cases) == ("Edge: not tested (stand-in failed)",)


def test_what_differs_between_browsers_is_counted(case: Make) -> None:
    cases = [
        case("chrome"),
        case("firefox", outcome=Outcome.FAILED),
        case("chrome", "pay"),
        case("firefox", "pay"),
    ]

    assert verdict(cases) == "1 of 2 tests failed"
    assert verdict_sentence(cases) == "1 of 2 tests passes on Chrome and Firefox; 1 differs between browsers."


def test_a_run_on_stand_ins_alone_says_that_nothing_genuine_ran(case: Make) -> None:
    assert verdict_sentence([case("edge")]) == (
        "No genuine browser ran; Edge was not tested: a stand-in passed."
    )


def test_an_empty_run_does_not_claim_success() -> None:
    assert verdict([]) == "Nothing was tested"
    assert verdict_sentence([]) == ""


def test_a_run_of_skips_does_not_claim_success(case: Make) -> None:
    assert verdict([case("chrome", outcome=Outcome.SKIPPED)]) == "Every test was skipped"


def test_a_run_that_was_stopped_counts_what_ran_to_its_end(case: Make) -> None:
    one = [case("chrome"), case("firefox", "pay", Outcome.STOPPED)]
    none = [case("firefox", outcome=Outcome.STOPPED), case("edge", outcome=Outcome.STOPPED)]
    stand_in = [case("edge", outcome=Outcome.STOPPED)]

    assert (verdict(one), verdict(none)) == ("Stopped before the end",) * 2
    assert verdict_sentence(one) == (
        "The run was stopped; 1 of 1 test passes on Chrome; no test ran to its end on Firefox."
    )
    assert verdict_sentence(stand_in) == (
        "The run was stopped; no genuine browser ran; Edge was not tested: a stand-in was stopped."
    )
    assert verdict_sentence(none) == (
        "The run was stopped; no test ran to its end on Firefox; Edge was not tested: a stand-in was stopped."
    )


def test_a_run_that_was_stopped_says_how_far_it_came(case: Make) -> None:
    one = [case("firefox"), case("firefox", "pay", Outcome.NOT_RUN), case("firefox", "file", Outcome.STOPPED)]
    two = [*one, case("edge"), case("edge", "pay", Outcome.NOT_RUN)]

    assert verdict_sentence(one).startswith(
        "The run was stopped after 1 of 3 tests; 1 of 1 test passes on Firefox"
    )
    assert verdict_sentence(two).startswith(
        "The run was stopped when 1 of 3 tests had ended on every target;"
    )
    assert stand_in_lines(two) == ("Edge: not tested (stand-in stopped)",)


def test_a_stand_in_that_was_never_begun_is_not_skipped(case: Make) -> None:
    cases = [case("firefox", outcome=Outcome.STOPPED), case("edge", outcome=Outcome.NOT_RUN)]

    assert stand_in_lines(cases) == ("Edge: not tested (stand-in not run)",)
    assert verdict_sentence(cases).endswith("Edge was not tested: a stand-in was not run.")
