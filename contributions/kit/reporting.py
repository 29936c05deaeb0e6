"""A score as text, as JSON and as JUnit XML."""

import json
import re
from xml.etree import ElementTree as ET

from contributions.bilingual import Language, T
from contributions.kit.scoring import Mark, Outcome, Score

__all__ = ["score_as_json", "score_as_junit", "score_as_text"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_NAMED = 20
_NOT_OF_THIS_KIT = T("not of this kit", "bukan daripada kit ini")
_OUTCOMES = {
    Outcome.CAUGHT: T("caught", "dikesan"),
    Outcome.MISSED: T("missed", "terlepas"),
    Outcome.WRONG_LINE: T("wrong line", "salah baris"),
    Outcome.FALSE_ALARM: T("false alarm", "amaran palsu"),
    Outcome.RIGHT: T("right", "betul"),
    Outcome.NO_ANSWER: T("no answer", "tiada jawapan"),
}


def score_as_text(score: Score, language: Language = "en") -> str:
    """What has to be mended, then the counts."""
    wrong = [mark for mark in score.marks if not mark.is_good]
    width = max((len(mark.expected.file) for mark in wrong), default=0)
    kind = max(len(words.in_language(language)) for words in _OUTCOMES.values())
    lines = [
        f"{_OUTCOMES[mark.outcome].in_language(language):<{kind}}  {mark.expected.file:<{width}}  "
        f"{_about(mark, language)}{mark.words.in_language(language)}"
        for mark in wrong
    ]
    counted = [_counted(score, language), *_strangers(score, language)]
    return "\n".join([*lines, *([""] if lines else []), *counted, ""])


def _strangers(score: Score, language: Language) -> list[str]:
    """Which answers are about no file of the kit; none where all are."""
    if not score.strangers:
        return []
    shown = ", ".join(score.strangers[:_NAMED])
    more = len(score.strangers) - _NAMED
    rest = T(f" and {more:,} more", f" dan {more:,} lagi").in_language(language) if more > 0 else ""
    return [f"{_NOT_OF_THIS_KIT.in_language(language)}: {shown}{rest}"]


def _about(mark: Mark, language: Language) -> str:
    title = mark.expected.title.in_language(language)
    return f"{title}: " if title else ""


def _counted(score: Score, language: Language) -> str:
    counts = score.counts
    parts = [
        f"{counts[outcome]} {words.in_language(language)}"
        for outcome, words in _OUTCOMES.items()
        if counts[outcome]
    ]
    return f"{', '.join(parts) or T('no file', 'tiada fail').in_language(language)}."


def score_as_json(score: Score, language: Language = "en") -> str:
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
                "words": mark.words.in_language(language),
            }
            for mark in score.marks
        ],
        "not_of_this_kit": list(score.strangers),
    }
    return json.dumps(document, indent=1) + "\n"


def score_as_junit(score: Score, language: Language = "en") -> str:
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
        name = (
            f"{mark.expected.file}: {_about(mark, language)}{_OUTCOMES[mark.outcome].in_language(language)}"
        )
        case = ET.SubElement(suite, "testcase", {"classname": "assist.kit", "name": name, "time": "0"})
        if not mark.is_good:
            failure = ET.SubElement(case, "failure", {"type": mark.outcome.value})
            failure.set("message", _NOT_IN_XML.sub("?", mark.words.in_language(language)))
    for told in _strangers(score, language):
        ET.SubElement(suite, "system-out").text = _NOT_IN_XML.sub("?", told)
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'
