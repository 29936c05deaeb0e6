"""A score as text, as JSON and as JUnit XML."""

import json
import re
from xml.etree import ElementTree as ET

from contributions.kit.scoring import Mark, Outcome, Score

__all__ = ["score_as_json", "score_as_junit", "score_as_text"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def score_as_text(score: Score) -> str:
    """What has to be mended, then the counts."""
    wrong = [mark for mark in score.marks if not mark.is_good]
    width = max((len(mark.expected.file) for mark in wrong), default=0)
    lines = [
        f"{mark.outcome.value:<11}  {mark.expected.file:<{width}}  {_about(mark)}{mark.words}"
        for mark in wrong
    ]
    return "\n".join([*lines, *([""] if lines else []), _counted(score), ""])


def _about(mark: Mark) -> str:
    return f"{mark.expected.title}: " if mark.expected.title else ""


def _counted(score: Score) -> str:
    counts = score.counts
    parts = [f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]]
    return f"{', '.join(parts) or 'no file'}."


def score_as_json(score: Score) -> str:
    """The score for programs."""
    document = {
        "version": 1,
        "perfect": score.is_perfect,
        "counts": {outcome.value.replace(" ", "_"): score.counts[outcome] for outcome in Outcome},
        "files": [
            {
                "file": mark.expected.file,
                "code": mark.expected.code or None,
                "severity": mark.expected.severity.value if mark.expected.severity else None,
                "outcome": mark.outcome.value.replace(" ", "_"),
                "words": mark.words,
            }
            for mark in score.marks
        ],
    }
    return json.dumps(document, indent=1) + "\n"


def score_as_junit(score: Score) -> str:
    """The score for a build server: a case for each file, failed unless it was answered well."""
    failures = sum(not mark.is_good for mark in score.marks)
    suite = ET.Element(
        "testsuite",
        {
            "name": "assist kit",
            "tests": str(len(score.marks)),
            "failures": str(failures),
            "errors": "0",
            "skipped": "0",
        },
    )
    for mark in score.marks:
        name = f"{mark.expected.file}: {_about(mark)}{mark.outcome.value}"
        case = ET.SubElement(suite, "testcase", {"classname": "assist.kit", "name": name, "time": "0"})
        if not mark.is_good:
            failure = ET.SubElement(case, "failure", {"type": mark.outcome.value})
            failure.set("message", _NOT_IN_XML.sub("?", mark.words))
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
