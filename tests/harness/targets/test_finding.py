"""Which browser plays which target, on machines laid out in a folder."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from harness.errors import NoSuchTarget, TargetNotFound
from harness.targets import Machine, find_target, find_targets, get_target
from harness.targets.video import has_ffmpeg

ESR = "[App]\nVendor=Mozilla\nName=Firefox\nRemotingName=firefox-esr\nVersion=153.7.0\n"
RELEASE = "[App]\nVendor=Mozilla\nName=Firefox\nRemotingName=firefox\nVersion=157.0.1\n"


class Place:
    """A machine that exists only as files in a folder."""

    def __init__(self, root: Path, platform: str) -> None:
        self.root = root
        self.platform = platform
        self.answers: dict[str, str] = {}

    def put(self, path: str, content: str = "") -> None:
        file = self.root / path.replace(":", "").replace("\\", "/").lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def machine(self, **environment: str) -> Machine:
        def ask(command: Sequence[str]) -> str:
            return self.answers.get(command[-1], "")

        return Machine(
            platform=self.platform,
            environment=environment,
            home=Path("/home/tester"),
            root=self.root,
            ask=ask,
            revisions={
                "chromium": ("1248", "156.0.8078.4"),
                "chromium-headless-shell": ("1248", "156.0.8078.4"),
                "firefox": ("1555", "157.0"),
            },
        )


@pytest.fixture
def debian(tmp_path: Path) -> Place:
    place = Place(tmp_path, "linux")
    place.put("/usr/bin/chromium")
    place.put("/usr/bin/firefox-esr")
    place.put("/usr/bin/application.ini", ESR)
    place.answers["chromium"] = "156.0.8078.79-1~deb12u1"
    return place


@pytest.fixture
def windows(tmp_path: Path) -> Place:
    return Place(tmp_path, "win32")


@pytest.fixture
def mac(tmp_path: Path) -> Place:
    return Place(tmp_path, "darwin")


def test_debian_has_one_genuine_browser_and_two_stand_ins(debian: Place) -> None:
    found = find_targets(debian.machine())

    assert [(t.name, t.disclosure, t.genuine) for t in found] == [
        ("chrome", "Chromium 156 as Chrome (stand-in)", False),
        ("firefox", "Firefox ESR 153.7.0", True),
        ("edge", "Chromium 156 as Edge (stand-in)", False),
    ]


def test_the_exact_version_of_a_stand_in_is_known(debian: Place) -> None:
    assert get_target("chrome", debian.machine()).version == "156.0.8078.79"


def test_a_stand_in_says_what_is_missing(debian: Place) -> None:
    assert get_target("edge", debian.machine()).why.startswith("Microsoft Edge is not installed; ")


def test_real_chrome_is_preferred_to_chromium(debian: Place) -> None:
    debian.put("/opt/google/chrome/chrome")
    debian.answers["google-chrome-stable"] = "157.0.1.2-1"

    found = get_target("chrome", debian.machine())

    assert (found.disclosure, found.genuine, found.channel) == ("Google Chrome 157.0.1.2", True, "chrome")


def test_firefox_is_driven_over_webdriver_bidi(debian: Place) -> None:
    found = get_target("firefox", debian.machine())

    assert (found.channel, found.protocol) == ("moz-firefox", "WebDriver BiDi")


def test_a_firefox_in_its_own_folder_is_preferred_to_a_script_that_calls_it(debian: Place) -> None:
    debian.put("/usr/lib/firefox/firefox")
    debian.put("/usr/lib/firefox/application.ini", RELEASE)

    assert get_target("firefox", debian.machine()).disclosure == "Firefox 157.0.1"


def test_playwrights_own_build_stands_in_for_chrome(tmp_path: Path) -> None:
    place = Place(tmp_path, "linux")
    place.put("/home/tester/.cache/ms-playwright/chromium-1248/chrome-linux64/chrome")

    assert get_target("chrome", place.machine()).disclosure == "Chrome for Testing 156 as Chrome (stand-in)"


def test_playwrights_own_firefox_is_a_stand_in_because_it_is_patched(tmp_path: Path) -> None:
    place = Place(tmp_path, "linux")
    place.put("/home/tester/.cache/ms-playwright/firefox-1555/firefox/firefox")

    found = get_target("firefox", place.machine())

    assert (found.disclosure, found.channel) == ("Playwright's Firefox build 157 as Firefox (stand-in)", None)


def test_builds_are_looked_for_where_the_environment_says(tmp_path: Path) -> None:
    place = Place(tmp_path, "linux")
    place.put("/builds/chromium-1248/chrome-linux64/chrome")

    assert find_target("chrome", place.machine(PLAYWRIGHT_BROWSERS_PATH="/builds")) is not None


def test_debians_headless_shell_stands_in_for_chrome_where_it_is_asked_for(debian: Place) -> None:
    debian.put("/usr/lib/chromium/chromium-headless-shell")
    debian.answers["chromium-headless-shell"] = "156.0.8078.79-1~deb12u1"

    asked = find_targets(debian.machine(), headless_shell=True)

    assert [(t.disclosure, t.version, t.genuine) for t in asked] == [
        ("Chromium headless shell 156 as Chrome (stand-in)", "156.0.8078.79", False),
        ("Firefox ESR 153.7.0", "153.7.0", True),
        ("Chromium 156 as Edge (stand-in)", "156.0.8078.79", False),
    ]
    assert get_target("chrome", debian.machine()).disclosure == "Chromium 156 as Chrome (stand-in)"


@pytest.mark.parametrize(
    "path",
    [
        "chrome-headless-shell-linux64/chrome-headless-shell",
        "chrome-headless-shell-linux-arm64/headless_shell",
    ],
)
def test_playwrights_headless_shell_stands_in_where_it_is_asked_for(tmp_path: Path, path: str) -> None:
    place = Place(tmp_path, "linux")
    place.put(f"/home/tester/.cache/ms-playwright/chromium_headless_shell-1248/{path}")

    found = get_target("chrome", place.machine(), headless_shell=True)

    assert found.disclosure == "Chromium headless shell 156 as Chrome (stand-in)"
    assert found.executable.name == path.rpartition("/")[2]


def test_without_a_headless_shell_the_whole_browser_stands_in(debian: Place) -> None:
    found = get_target("chrome", debian.machine(), headless_shell=True)

    assert found.disclosure == "Chromium 156 as Chrome (stand-in)"


def test_no_headless_shell_takes_the_place_of_a_genuine_chrome(debian: Place) -> None:
    debian.put("/opt/google/chrome/chrome")
    debian.put("/usr/lib/chromium/chromium-headless-shell")

    assert get_target("chrome", debian.machine(), headless_shell=True).genuine


def test_windows_has_all_three_browsers_in_its_programs_folders(windows: Place) -> None:
    windows.put(r"C:\Program Files\Google\Chrome\Application\chrome.exe")
    windows.put(r"C:\Program Files\Google\Chrome\Application\9.0.1.2\chrome.dll")
    windows.put(r"C:\Program Files\Google\Chrome\Application\157.0.8.9\chrome.dll")
    windows.put(r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")
    windows.put(r"C:\Program Files (x86)\Microsoft\Edge\Application\157.0.3.4\msedge.dll")
    windows.put(r"C:\Program Files\Mozilla Firefox\firefox.exe")
    windows.put(r"C:\Program Files\Mozilla Firefox\application.ini", RELEASE)

    found = find_targets(
        windows.machine(
            **{
                "PROGRAMFILES": r"C:\Program Files",
                "PROGRAMFILES(X86)": r"C:\Program Files (x86)",
            }
        )
    )

    assert [t.disclosure for t in found] == [
        "Google Chrome 157.0.8.9",
        "Firefox 157.0.1",
        "Microsoft Edge 157.0.3.4",
    ]


def test_no_browser_is_started_on_windows_to_learn_its_version(windows: Place) -> None:
    windows.put(r"C:\Program Files\Google\Chrome\Application\chrome.exe")
    windows.answers["--version"] = "never asked"

    found = get_target("chrome", windows.machine(PROGRAMFILES=r"C:\Program Files"))

    assert found.version == ""


def test_a_mac_keeps_versions_in_the_bundle(mac: Place) -> None:
    app = "/Applications/Microsoft Edge.app/Contents"
    mac.put(f"{app}/MacOS/Microsoft Edge")
    mac.put(
        f"{app}/Info.plist",
        '<?xml version="1.0"?><plist version="1.0"><dict>'
        "<key>CFBundleShortVersionString</key><string>157.0.3.4</string></dict></plist>",
    )

    assert get_target("edge", mac.machine()).disclosure == "Microsoft Edge 157.0.3.4"


def test_a_machine_without_browsers_says_how_to_get_one(windows: Place) -> None:
    with pytest.raises(TargetNotFound) as raised:
        get_target("edge", windows.machine(PROGRAMFILES=r"C:\Program Files"))

    assert raised.value.looked_for[0] == r"C:\Program Files\Microsoft\Edge\Application\msedge.exe"
    assert raised.value.mend.startswith("Install the browser")


def test_debian_without_browsers_names_its_packages(tmp_path: Path) -> None:
    place = Place(tmp_path, "linux")
    place.put("/etc/debian_version", "12.9\n")

    with pytest.raises(TargetNotFound) as raised:
        get_target("firefox", place.machine())

    assert raised.value.mend == "apt-get update && apt-get install -y chromium firefox-esr"


def test_an_unknown_target_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(NoSuchTarget) as raised:
        get_target("safari")

    assert raised.value.known == ("chrome", "firefox", "edge")


def test_a_target_can_be_written_as_json(debian: Place) -> None:
    data = get_target("firefox", debian.machine()).as_data()

    assert (data["disclosure"], data["version"], data["genuine"]) == ("Firefox ESR 153.7.0", "153.7.0", True)


@pytest.mark.parametrize("path", [".cache/ms-playwright/ffmpeg-1013/ffmpeg-linux", "usr/bin/ffmpeg"])
def test_only_playwrights_own_ffmpeg_records_videos(debian: Place, path: str) -> None:
    machine = replace(debian.machine(), home=Path("/home/tester"), revisions={"ffmpeg": ("1013", "")})
    before = has_ffmpeg(machine)

    debian.put(f"/home/tester/{path}" if path.startswith(".") else f"/{path}")

    assert not before
    assert has_ffmpeg(machine) == path.startswith(".cache")


def test_where_playwright_keeps_its_own_in_its_package_videos_are_not_doubted(debian: Place) -> None:
    machine = replace(debian.machine(PLAYWRIGHT_BROWSERS_PATH="0"), revisions={"ffmpeg": ("1013", "")})

    assert has_ffmpeg(machine)
