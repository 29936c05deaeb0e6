"""Writes the report's two files."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from harness.report.junit import junit_xml
from harness.report.model import Case, RunFacts
from harness.report.view import view_of

__all__ = ["write_report"]


def write_report(report: Path, cases: Sequence[Case], facts: RunFacts) -> Path:
    """Write `report.html` (one file, opens by double click) and `junit.xml`; the answer is its path."""
    report.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=PackageLoader("harness.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    page = environment.get_template("report.html").render(view=view_of(cases, facts, report=report))
    path = report / "report.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    (report / "junit.xml").write_bytes(junit_xml(cases))
    return path
