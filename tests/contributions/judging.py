"""What an answer about a file has to have, whatever the file."""

from contributions import FileReport, Severity, Verdict
from contributions.matrix.context import PLACES_KEPT

__all__ = ["is_an_answer"]

GRAVE = {Severity.FILE, Severity.ERROR}


def is_an_answer(report: FileReport, content: bytes) -> bool:
    """Words for each finding, places inside the file, a verdict that follows from them, no check that broke.

    Raises:
        AssertionError: one of them is missing.
    """
    for finding in report.findings:
        assert finding.code != "FL90", finding.message.en
        assert len(finding.at) == finding.places or len(finding.at) == PLACES_KEPT, finding.code
        for place in finding.at:
            assert place.message.en.strip(), finding.code
            assert place.message.ms.strip(), finding.code
            assert "{" not in place.message.en, place.message.en
            assert 0 <= place.byte_offset <= len(content), (finding.code, place)
            assert place.column <= place.end_column, (finding.code, place)
    is_grave = any(finding.severity in GRAVE for finding in report.findings)
    if report.verdict is Verdict.VALID:
        assert not is_grave
        assert report.records > 0
    else:
        assert report.findings
    return True
