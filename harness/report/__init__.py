"""The report of a run: one HTML file that says whether to ship, a JUnit file beside it.

Each worker writes what it saw as parts (`write_case`); whoever holds the whole run makes the report of
them (`write_report`).
"""

from harness.report.model import NO_BROWSER, Case, Outcome, RunEnd, RunFacts, Step, TargetFacts
from harness.report.parts import (
    clear_parts,
    parts_of,
    planned_parts,
    read_cases,
    read_planned,
    write_case,
    write_planned,
)
from harness.report.planned import named_alike, never_begun
from harness.report.recorder import StepRecorder
from harness.report.sentence import outcome_of_all, stand_in_lines, verdict_sentence
from harness.report.writing import write_report

__all__ = [
    "NO_BROWSER",
    "Case",
    "Outcome",
    "RunEnd",
    "RunFacts",
    "Step",
    "StepRecorder",
    "TargetFacts",
    "clear_parts",
    "named_alike",
    "never_begun",
    "outcome_of_all",
    "parts_of",
    "planned_parts",
    "read_cases",
    "read_planned",
    "stand_in_lines",
    "verdict_sentence",
    "write_case",
    "write_planned",
    "write_report",
]
