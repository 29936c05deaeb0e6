"""Reports as JUnit XML, which every build server shows: a suite a file, a failed case a grave finding.

It keeps to what the strict schema of Ant's JUnit task allows, and so to the looser one of Jenkins too.
"""

import re
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from contributions.bilingual import Language
from contributions.findings import FileReport, Finding, Verdict
from contributions.outputs.printable import printable_report
from contributions.outputs.words import SEVERITY_WORDS, VERDICT_WORDS, left_out_in_words, where
from contributions.selecting import Selection

__all__ = ["reports_as_junit"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TIME = "0"
_ALL = Selection()


def reports_as_junit(
    reports: Iterable[FileReport],
    *,
    as_of: date,
    language: Language = "en",
    selection: Selection = _ALL,
) -> str:
    """The reports as one XML document. A file that could not be told has an `error`, not a failure."""
    suites = ET.Element("testsuites")
    for number, report in enumerate(map(printable_report, reports)):
        suites.append(_suite(report, number, as_of, language, selection))
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _suite(
    report: FileReport, number: int, as_of: date, language: Language, selection: Selection
) -> ET.Element:
    failing = [finding for finding in report.findings if selection.fails(finding) or finding.leaves_open]
    errors = sum(finding.leaves_open for finding in failing)
    name = _clean(report.name)
    suite = ET.Element(
        "testsuite",
        {
            "id": str(number),
            "package": "contributions",
            "name": name,
            "timestamp": f"{as_of.isoformat()}T00:00:00",
            "hostname": "localhost",
            "tests": str(max(len(failing), 1)),
            "failures": str(len(failing) - errors),
            "errors": str(errors),
            "time": _NO_TIME,
        },
    )
    ET.SubElement(suite, "properties")
    for finding in failing:
        suite.append(_case(name, finding, language))
    if not failing:
        verdict = VERDICT_WORDS[Verdict.VALID].in_language(language)
        ET.SubElement(suite, "testcase", {"name": verdict, "classname": name, "time": _NO_TIME})
    others = [_in_words(finding, language) for finding in report.findings if finding not in failing]
    if report.left_out:
        others.append(left_out_in_words(report.left_out).in_language(language))
    ET.SubElement(suite, "system-out").text = _clean("\n".join(others))
    ET.SubElement(suite, "system-err")
    return suite


def _case(file: str, finding: Finding, language: Language) -> ET.Element:
    place = where(finding, finding.first).in_language(language)
    title = finding.title.in_language(language)
    case = ET.Element(
        "testcase",
        {"name": _clean(f"{finding.code} {title}, {place}"), "classname": file, "time": _NO_TIME},
    )
    kind = "error" if finding.leaves_open else "failure"
    fault = ET.SubElement(case, kind, {"message": _clean(finding.message.in_language(language))})
    fault.set("type", finding.code)
    fault.text = _clean(_in_words(finding, language))
    return case


def _in_words(finding: Finding, language: Language) -> str:
    """A finding as lines of text, with every place that is listed."""
    severity = SEVERITY_WORDS[finding.severity].in_language(language)
    lines = [f"{severity} {finding.code} {finding.title.in_language(language)}"]
    for place in finding.at:
        words = f"{place.message.in_language(language)} {place.mend.in_language(language)}".strip()
        lines.append(f"  {where(finding, place).in_language(language)}: {words}")
    rest = finding.places - len(finding.at)
    if rest > 0:
        lines.append(f"  dan {rest:,} tempat lagi" if language == "ms" else f"  and {rest:,} more places")
    return "\n".join(lines)


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("?", text)
