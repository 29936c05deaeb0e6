"""The report as JUnit XML: a suite for each target, named by what really ran."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from harness.report.model import Case, Outcome, TargetFacts, columns
from harness.report.sentence import stand_in_lines, stand_in_outcome

__all__ = ["junit_xml"]

_SKIPPED = frozenset({Outcome.SKIPPED, Outcome.STOPPED, Outcome.NOT_RUN})


def junit_xml(cases: Sequence[Case]) -> bytes:
    """The whole run; stand-ins are suites called "Edge: not tested (stand-in passed)"."""
    root = ET.Element("testsuites", name="ASSIST Harness")
    for line in stand_in_lines(cases):
        title, _, outcome = line.partition(": ")
        _property(root, title, outcome)
    for target in columns(cases):
        _suite(root, target, [case for case in cases if case.target.name == target.name], cases)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _suite(root: ET.Element, target: TargetFacts, own: Sequence[Case], everything: Sequence[Case]) -> None:
    outcome = stand_in_outcome(everything, target.name)
    suite = ET.SubElement(
        root,
        "testsuite",
        name=target.disclosure if target.genuine else f"{target.title}: not tested (stand-in {outcome})",
        tests=str(len(own)),
        failures=str(sum(case.outcome is Outcome.FAILED for case in own)),
        errors=str(sum(case.outcome is Outcome.BROKEN for case in own)),
        skipped=str(sum(case.outcome in _SKIPPED for case in own)),
        time=f"{sum(case.seconds for case in own):.3f}",
    )
    _property(suite, "target", target.name)
    _property(suite, "browser", target.disclosure)
    _property(suite, "version", target.version)
    _property(suite, "genuine", "yes" if target.genuine else "no")
    for case in own:
        _case(suite, case)


def _case(suite: ET.Element, case: Case) -> None:
    element = ET.SubElement(
        suite, "testcase", classname=case.target.disclosure, name=case.test, time=f"{case.seconds:.3f}"
    )
    if case.javascript:
        _property(element, "javascript", case.javascript)
    for agent in case.user_agents:
        _property(element, "user_agent", agent)
    if case.outcome is Outcome.SKIPPED:
        ET.SubElement(element, "skipped", message=_printable(case.message))
    elif case.outcome is Outcome.STOPPED:
        ET.SubElement(element, "skipped", message="stopped before its end")
    elif case.outcome is Outcome.NOT_RUN:
        ET.SubElement(element, "skipped", message=f"not run: {case.message}")
    elif case.outcome.is_bad:
        tag = "failure" if case.outcome is Outcome.FAILED else "error"
        ET.SubElement(element, tag, message=_printable(case.message)).text = _printable(case.details)


def _property(parent: ET.Element, name: str, value: str) -> None:
    holder = parent.find("properties")
    if holder is None:
        holder = ET.SubElement(parent, "properties")
    ET.SubElement(holder, "property", name=name, value=value)


def _printable(text: str) -> str:
    # XML has no way to write most control characters
    return "".join(character for character in text if character >= " " or character in "\n\t")
