"""What a run leaves of a password that was typed: nothing in this plugin's report, all of it in a trace."""

import zipfile
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.usefixtures("one_portal")

TYPED, KNOWN = "Geheim#2026", "Contoh#2026"
SUITE = """
import dataclasses
import os

import pytest

from harness.pages.login import EmailPage
from harness.pages.portal_page import Portal
from harness.tasks import log_in, reset_password


def test_a_wrong_password(site, employer, step):
    with step("Log in"):
        log_in(site, dataclasses.replace(employer, password=os.environ["TYPED_BY_A_TEST"]))


def test_a_field_that_takes_nothing(site, employer, step):
    log_in(site, employer)
    site.page.set_content("<input type=password aria-label=Password>")
    site.page.set_default_timeout(1500)
    field = site.page.get_by_label("Password")
    field.clear()
    field.evaluate("node => { node.readOnly = true }")
    field.clear = lambda: None
    with step("Type"):
        EmailPage.write(field, os.environ["TYPED_BY_A_TEST"])


def test_a_new_password(site, employer, inbox, step):
    typed = os.environ["TYPED_BY_A_TEST"]
    reset_password(site, employer, inbox, new_password=typed)
    with step(f"Use {typed}"):
        assert typed == "", f"{'x' * 130} {typed}"


def test_a_second_portal(site, employer):
    with pytest.raises(Exception):
        log_in(
            Portal(site.page, site.profile, site.address, scripts=site.scripts),
            dataclasses.replace(employer, password="Geheim#2026"),
        )
    assert "Geheim#2026" == "another"


@pytest.mark.parametrize("known", ["Contoh#2026", "Geheim#2026", "a-b"])
def test_parameters(site, employer, known):
    try:
        log_in(site, dataclasses.replace(employer, password=known))
    except Exception as error:
        pytest.skip(f"{known}: {error}")
"""


@pytest.mark.slow
@pytest.mark.only_target("chrome")
def test_reports_hold_no_password_that_a_page_object_typed_and_traces_do(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TYPED_BY_A_TEST", TYPED)
    pytester.makepyfile(SUITE)
    options = (
        "--assist-target",
        "chrome",
        "--assist-headless-shell",
        "--assist-report",
        "report",
        "--tracing",
        "on",
        "--output",
        "traces",
    )

    result = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", *options)

    result.assert_outcomes(failed=4, passed=1, skipped=2)
    reports = [pytester.path / "report" / name for name in ("report.html", "junit.xml")]
    kept = "".join(path.read_text(encoding="utf-8") for path in reports)
    kept += "".join(
        path.read_text(encoding="utf-8") for path in (pytester.path / "report" / "parts").glob("*.json")
    )
    assert "fill(" in kept
    assert "Use ••••••" in kept
    assert [secret for secret in (TYPED, KNOWN, TYPED[:6]) if secret in kept] == []
    page = (pytester.path / "report" / "report.html").read_text(encoding="utf-8")
    assert [page.count(f"<h3>Parameters ({shown})</h3>") for shown in ("••••••", "a-b")] == [2, 1]
    assert {secret for secret in (TYPED, KNOWN) if in_a_trace(pytester.path / "traces", secret)} == {
        TYPED,
        KNOWN,
    }


def in_a_trace(folder: Path, text: str) -> bool:
    """Whether any file of any trace holds a text."""
    for path in folder.rglob("*.zip"):
        with zipfile.ZipFile(path) as trace:
            if any(text.encode() in trace.read(name) for name in trace.namelist()):
                return True
    return False
