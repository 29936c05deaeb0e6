"""The texts of one file of the portal as they stand in it: templates, code, and pairs of both languages.

The catalogues read the same texts slowly (`mock_portal.ui.catalogues`, a test compares); this one also sees
which class or constant a text belongs to, and takes some milliseconds a file.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, meta, nodes
from jinja2.ext import extract_from_ast

__all__ = ["ROOM", "Wording", "files_of", "path_of", "referenced", "wordings"]

ROOM: Final = Path(__file__).resolve().parents[1]
_ASKED: Final = frozenset({"_", "gettext", "lazy_gettext", "ngettext", "lazy_ngettext"})
_PAIR: Final = "T"


@dataclass(frozen=True)
class Wording:
    """A text that people read.

    Attributes:
        text: in English; of a text with a plural, the singular.
        plural: English plural, if it has one.
        malay: where both languages are written together; otherwise the catalogue has it.
        owner: the class, function or constant of a module that holds it; empty in a template.
    """

    text: str
    plural: str | None = None
    malay: str | None = None
    owner: str = ""


def path_of(file: str) -> Path:
    """Where a file is: `accounts/email.html` is a template, `accounts/forms.py` a module."""
    capability, _, inside = file.partition("/")
    return ROOM / capability / "templates" / file if file.endswith(".html") else ROOM / capability / inside


def files_of(capability: str) -> tuple[str, ...]:
    """The files of a capability that may hold texts, by the names that marks use."""
    folder = ROOM / capability
    shown = folder / "templates"
    templates = (path.relative_to(shown).as_posix() for path in shown.rglob("*.html"))
    modules = (path.relative_to(ROOM).as_posix() for path in folder.rglob("*.py"))
    # Modules that lie in the room itself belong to `ui`, as in the catalogues.
    beside = (path.name for path in ROOM.glob("*.py")) if capability == "ui" else ()
    return tuple(sorted((*templates, *modules, *beside)))


@cache
def wordings(file: str) -> tuple[Wording, ...]:
    """The texts of a file, each once for its owner, in their order."""
    if file.endswith(".html"):
        return _template(file).texts
    return tuple(dict.fromkeys(_of_module(path_of(file).read_text(encoding="utf-8"))))


@cache
def referenced(template: str) -> tuple[str, ...]:
    """The templates of the same capability that a template extends, includes or imports, itself first."""
    home = template.partition("/")[0]
    found = [template]
    for name in found:  # grows while it is read
        own = (other for other in _template(name).references if other.partition("/")[0] == home)
        found.extend(other for other in own if other not in found)
    return tuple(found)


@dataclass(frozen=True)
class _Template:
    texts: tuple[Wording, ...]
    references: tuple[str, ...]


@cache
def _template(file: str) -> _Template:
    parsed = _environment().parse(path_of(file).read_text(encoding="utf-8"))
    references = tuple(name for name in meta.find_referenced_templates(parsed) if name is not None)
    return _Template(tuple(dict.fromkeys(_of_template(parsed))), references)


@cache
def _environment() -> Environment:
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def _of_template(parsed: nodes.Template) -> Iterator[Wording]:
    for _, _, words in extract_from_ast(parsed, tuple(_ASKED)):
        texts = [words] if isinstance(words, str) else [word for word in words or () if word is not None]
        if texts:
            yield Wording(texts[0], texts[1] if len(texts) > 1 else None)


def _of_module(source: str) -> Iterator[Wording]:
    for statement in ast.parse(source).body:
        owner = _name(statement)
        calls = (node for node in ast.walk(statement) if isinstance(node, ast.Call))
        for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
            texts = _texts(call)
            called = _called(call)
            if called in _ASKED and texts:
                yield Wording(texts[0], texts[1] if "ngettext" in called else None, owner=owner)
            elif called == _PAIR and len(texts) == len(("en", "ms")) and texts[0]:
                yield Wording(texts[0], malay=texts[1], owner=owner)


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _texts(call: ast.Call) -> list[str]:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    given = [*call.args, *(named[name] for name in ("en", "ms") if name in named)]
    return [node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _name(statement: ast.stmt) -> str:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""
