"""SARIF 2.1.0: what code hosts ask of a log, and every place of every finding in it."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contributions.outputs.as_sarif import reports_as_sarif
from tests.contributions.outputs import samples

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="names of Windows are text")


def run(**options: Any) -> dict[str, Any]:
    log = json.loads(reports_as_sarif(samples.every(), **options))
    assert log["version"] == "2.1.0"
    found: dict[str, Any] = log["runs"][0]
    return found


def test_every_result_names_a_rule_an_artifact_and_a_level() -> None:
    found = run()

    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert rules == ["AM11", "FL02", "FL91"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        location = place["artifactLocation"]
        assert location["uri"] == found["artifacts"][location["index"]]["location"]["uri"]


def test_each_place_of_a_finding_is_a_result_with_the_column_after_its_last() -> None:
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in run()["results"]
        if result["ruleId"] == "AM11"
    ]

    assert regions == [
        {"startLine": 2, "startColumn": 233, "endColumn": 239},
        {"startLine": 3, "startColumn": 233, "endColumn": 239},
    ]


def test_a_finding_of_the_whole_file_has_no_region() -> None:
    result = next(result for result in run()["results"] if result["ruleId"] == "FL02")

    assert "region" not in result["locations"][0]["physicalLocation"]


def test_files_are_addresses_with_their_fingerprint() -> None:
    artifacts = run()["artifacts"]

    assert artifacts[1]["location"]["uri"] == "bad%20%3C1%3E%2C%2050%25.txt"
    assert artifacts[1]["hashes"]["sha-256"] == samples.bad().sha256
    assert "hashes" not in artifacts[3]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        pytest.param("exports/october 1.txt", "exports/october%201.txt", id="a path from here"),
        pytest.param("-", "-", id="standard input"),
        pytest.param("a:b.txt", "a%3Ab.txt", id="no scheme"),
        pytest.param(os.fsdecode(b"Caf\xe9.txt"), "Caf%E9.txt", id="a name that is no text", marks=POSIX),
    ],
)
def test_a_place_says_the_address_of_its_file_as_code_hosts_ask(name: str, uri: str) -> None:
    log = json.loads(reports_as_sarif([replace(samples.bad(), name=name)]))

    physical = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": uri, "index": 0}


def test_a_whole_path_is_an_address_of_this_machine(tmp_path: Path) -> None:
    path = tmp_path / "october 1.txt"
    log = json.loads(reports_as_sarif([samples.good(), replace(samples.bad(), name=str(path))]))

    physical = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": path.as_uri(), "index": 1}
    assert path.as_uri().startswith("file:///")


def test_rules_speak_malay_when_asked() -> None:
    rule = run(language="ms")["tool"]["driver"]["rules"][0]

    assert rule["help"] == {"text": "assist explain AM11"}
    assert "SIP" in rule["shortDescription"]["text"]
