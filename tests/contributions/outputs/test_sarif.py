"""SARIF 2.1.0: what code hosts ask of a log, and every place of every finding in it."""

import json
from typing import Any

from contributions.outputs.as_sarif import reports_as_sarif
from tests.contributions.outputs import samples


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
        assert 0 <= place["artifactLocation"]["index"] < len(found["artifacts"])


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


def test_rules_speak_malay_when_asked() -> None:
    rule = run(language="ms")["tool"]["driver"]["rules"][0]

    assert rule["help"] == {"text": "assist explain AM11"}
    assert "SIP" in rule["shortDescription"]["text"]
