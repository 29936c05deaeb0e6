"""The typesetter: the same bytes each time, and a warning is an error."""

from pathlib import Path

import pytest

from contributions.typesetting import NotTypeset, typeset

WORDS = '#set document(title: "T")\n#set text(lang: "en")\n'


def template(folder: Path, text: str) -> Path:
    path = folder / "letter.typ"
    path.write_text(WORDS + text, encoding="utf-8")
    return path


def test_a_template_and_its_inputs_become_a_pdf(tmp_path: Path) -> None:
    source = template(tmp_path, "= Letter\n#sys.inputs.name #json(bytes(sys.inputs.fonts)).at(0)")

    made = typeset(source, {"name": "AMINAH"})

    assert made.startswith(b"%PDF")
    assert made == typeset(source, {"name": "AMINAH"})


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("#nothing", "unknown variable", id="wrong"),
        pytest.param('#text(font: "No Such Font")[A]', "no such font", id="only a warning"),
    ],
)
def test_what_typst_complains_of_is_an_error(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(NotTypeset) as refused:
        typeset(template(tmp_path, text), {})

    assert complaint in str(refused.value)
    assert refused.value.template == "letter"
