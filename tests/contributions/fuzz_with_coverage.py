"""Look for a file that breaks the checker, led by the code that each file reaches: Linux, with `atheris`.

    .venv/bin/python -m pip install atheris
    .venv/bin/python -m tests.contributions.fuzz_with_coverage -max_total_time=300

What it finds is written into the folder where it runs as `crash-*`; turn that into a test first.
"""

import sys

try:
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ImportError:
    sys.exit("atheris is not there: .venv/bin/python -m pip install atheris (Linux)")

with atheris.instrument_imports(include=["contributions"]):
    from contributions import check
    from contributions.generate.making import generate
    from contributions.generate.recipe import Recipe
    from contributions.kit.making import our_kit

from tests.contributions.judging import is_an_answer

AS_OF = Recipe().day_to_check
SEEDS = [item.content for item in our_kit().items if len(item.content) < 20_000]
GOOD = generate(3, Recipe(foreign=0.3))


def one_file(data: bytes) -> None:
    """The bytes themselves; and a file of the kit with some of its bytes replaced."""
    is_an_answer(check(data, as_of=AS_OF), data)
    source = atheris.FuzzedDataProvider(data)
    content = bytearray(SEEDS[source.ConsumeIntInRange(0, len(SEEDS) - 1)] or GOOD)
    while source.remaining_bytes() > 2 and content:
        place = source.ConsumeIntInRange(0, len(content) - 1)
        content[place : place + source.ConsumeIntInRange(0, 2)] = source.ConsumeBytes(1)
    is_an_answer(check(bytes(content), as_of=AS_OF), bytes(content))


def main() -> None:
    """Run until told to stop, by Ctrl-C or by an option of libFuzzer."""
    atheris.Setup(sys.argv, one_file)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
