import pytest

from contributions.typesetting.fonts import choose


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        pytest.param(
            ["DejaVu Sans", "Noto Sans", "Noto Sans CJK SC", "Noto Sans Tamil"],
            ("Noto Sans", "Noto Sans CJK SC", "Noto Sans Tamil"),
            id="Debian with Noto",
        ),
        pytest.param(
            ["Arial", "Segoe UI", "Microsoft YaHei", "Nirmala UI", "Latha"],
            ("Segoe UI", "Microsoft YaHei", "Nirmala UI"),
            id="Windows",
        ),
        pytest.param(
            ["Helvetica Neue", "PingFang SC", "Tamil Sangam MN"],
            ("Helvetica Neue", "PingFang SC", "Tamil Sangam MN"),
            id="macOS",
        ),
        pytest.param(["Libertinus Serif"], ("Libertinus Serif",), id="nothing but what Typst brings"),
    ],
)
def test_each_script_takes_the_first_of_its_fonts_that_is_there(
    there: list[str], chosen: tuple[str, ...]
) -> None:
    assert choose(there) == chosen
