"""A visitor of the portal without a browser: asks through the dispatcher, fills forms as they are shown.

Every HTML answer is parsed strictly; a page that a browser would have to mend fails the test.
"""

import functools
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from itsdangerous import URLSafeTimedSerializer
from lxml import html as lxml_html
from werkzeug.datastructures import MultiDict
from werkzeug.test import Client, TestResponse

LANGUAGES = ("en", "ms")
# What differs between two showings of one page: tokens, the world's name, numbers and times.
_VARIES: Final = re.compile(r'(?<=" value=")[^"]{32,}|(?<=: </span>)\w+|(?<![#x\d])\d{2,}')


class BadPage(AssertionError):
    pass


def parse(html: str) -> Element:
    """The page as a tree, for looking at: `check_page` is what holds it to be strict HTML."""
    return cast("Element", lxml_html.document_fromstring(html))


@functools.cache
def _check_is_strict(html: str) -> None:
    html5lib.HTMLParser(strict=True).parse(html)


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def summary(answer: TestResponse) -> list[tuple[str, str]]:
    """What the summary of errors lists: the label of each field and its message."""
    tree = parse(answer.get_data(as_text=True))
    items = [li for e in tree.iter("div") if e.get("class") == "error-summary" for li in e.iter("li")]
    labels = ["".join(words(label) for label in item.iter("strong")) for item in items]
    return [
        (label.removesuffix(":"), words(item).removeprefix(label).strip())
        for item, label in zip(items, labels, strict=True)
    ]


def check_page(html: str, where: str) -> None:
    try:
        _check_is_strict(_VARIES.sub("9", html))  # the strict parser takes 20 ms, so once for each page
    except html5lib.html5parser.ParseError as error:
        raise BadPage(f"{where}: not strict HTML: {error}\n{html}") from error
    tree = parse(html)
    wanted = "ms" if where.partition("://")[2].partition("/")[2].partition("/")[0] == "ms" else "en"
    headings = [words(h1) for h1 in tree.iter("h1")]
    titles = [words(title) for title in tree.iterfind("head/title")]
    identifiers = [element.get("id") for element in tree.iter() if element.get("id")]
    if tree.get("lang") != wanted:
        raise BadPage(f"{where}: lang is {tree.get('lang')!r}, not {wanted!r}")
    if len(titles) != 1 or not titles[0]:
        raise BadPage(f"{where}: titles {titles}")
    if len(headings) != 1 or not headings[0]:
        raise BadPage(f"{where}: h1 {headings}")
    if headings[0] not in titles[0]:
        raise BadPage(f"{where}: the title {titles[0]!r} does not say the heading {headings[0]!r}")
    twice = {i for i in identifiers if identifiers.count(i) > 1}
    if twice:
        raise BadPage(f"{where}: ids used twice: {sorted(map(str, twice))}")
    forms_there = {form.get("id") for form in tree.iter("form")}
    dead = [words(each) for each in tree.iter() if each.get("form") not in {None, *forms_there}]
    if dead:
        raise BadPage(f"{where}: a click on {dead} does nothing, for their form is not there")
    styled = [element.tag for element in tree.iter() if element.get("style") is not None]
    if styled:
        raise BadPage(f"{where}: style= on {styled}; the security policy drops it")


def errors_kept(page: Element) -> list[object]:
    """What the page carries of each error that it shows, so that it can be said in the other language."""
    fields = [field.get("value") or "" for field in page.iter("input") if field.get("name") == "kept_errors"]
    signed = [URLSafeTimedSerializer("unknown").loads_unsafe(field)[1] for field in fields]
    return [error for _, errors in signed for _, error in errors]


def check_errors(html: str, where: str) -> None:
    """Whatever was wrong with a form is said above it, and can be said in the other language."""
    tree = parse(html)
    kept = errors_kept(tree)
    shown = len(tree.findall(".//div[@class='error-summary']//li"))
    if tree.find(".//button[@class='language-switch']") is not None and len(kept) != shown:
        raise BadPage(f"{where}: {shown} errors, and the language switch takes along {kept}")
    unknown = [error for error in kept if isinstance(error, str)]
    if unknown:
        raise BadPage(f"{where}: after a language switch this would be in the old one: {unknown}")


def check_status(answer: TestResponse) -> None:
    """No form that was sent and refused is answered as if all were well."""
    is_well = answer.request.method == "POST" and answer.status_code == 200
    if is_well and 'class="error-summary"' in answer.get_data(as_text=True):
        raise BadPage(f"{answer.request.url}: a refused form, answered with 200")


@dataclass(frozen=True)
class FormShown:
    """A form as a page shows it."""

    action: str
    method: str
    multipart: bool
    values: "MultiDict[str, str]"
    buttons: tuple[tuple[str, str, str], ...]  # what it says, name, value
    fields: frozenset[str]


class Visitor(Client):
    """A browser with one set of cookies, at home on one site of one world, in one language."""

    def __init__(
        self, application: Any, origin: str, language: str = "en", *, address: str = "127.0.0.1"
    ) -> None:
        # Redirects that werkzeug follows forget the address of the visitor, so the application is told it.
        super().__init__(lambda environ, start: application({"REMOTE_ADDR": address} | environ, start))
        self.origin = origin
        self.language = language

    def open(
        self, *args: Any, buffered: bool = True, follow_redirects: bool = False, **kwargs: Any
    ) -> TestResponse:
        if args and isinstance(args[0], str):
            address = urlsplit(self._address(args[0]))
            args = (address.path or "/", *args[1:])
            kwargs["base_url"] = f"{address.scheme}://{address.netloc}"
            kwargs["query_string"] = kwargs.get("query_string") or address.query
        answer = super().open(*args, buffered=buffered, follow_redirects=follow_redirects, **kwargs)
        for sent in (*answer.history, answer):
            # A large form was written to a temporary file, which nobody else closes.
            sent.request.environ["wsgi.input"].close()
        if answer.mimetype == "text/html":
            check_page(answer.get_data(as_text=True), answer.request.url)
            if answer.request.method == "POST":
                check_errors(answer.get_data(as_text=True), answer.request.url)
            if "switch_language" not in (kwargs.get("data") or ()):
                check_status(answer)
        return answer

    def _address(self, path: str) -> str:
        if "://" in path:
            return path
        first = path.removeprefix("/").partition("/")[0].partition("?")[0]
        in_language = path if self.language == "en" or first in LANGUAGES else f"/{self.language}{path}"
        return self.origin + in_language

    def submit(  # noqa: PLR0913 - what a person decides about one form
        self,
        answer: TestResponse,
        fields: dict[str, Any] | None = None,
        *,
        button: str | None = None,
        action: str | None = None,
        follow_redirects: bool = True,
        headers: dict[str, str] | None = None,
    ) -> TestResponse:
        """Fill a form of the page shown and send it as a browser would, its hidden fields included.

        The form is the one with that button or action, or else the one that has all the fields named.
        A file is given as `(bytes, name)`. A value of `None` unticks or leaves a field out.
        """
        wanted = fields or {}
        shown = forms(answer)
        fitting = [
            form
            for form in shown
            if (action is None or action in form.action)
            and (button is None or any(says == button for says, _, _ in form.buttons))
            and set(wanted) <= form.fields
        ]
        if not fitting:
            raise AssertionError(f"no form with {sorted(wanted)}, button {button!r} among {shown}")
        form = fitting[0]
        data: MultiDict[str, Any] = MultiDict(form.values)
        for name, value in wanted.items():
            data.poplist(name)
            if value is not None:
                data.setlist(name, _listed(value))
        for says, name, value in form.buttons:
            if says == button and name:
                data.add(name, value)
        return self.open(
            _absolute(answer, form.action),
            method=form.method,
            data=data if form.method == "POST" else None,
            query_string=None if form.method == "POST" else data,
            content_type="multipart/form-data" if form.multipart else None,
            follow_redirects=follow_redirects,
            headers=headers,
        )


def _listed(value: Any) -> list[Any]:
    if isinstance(value, tuple) and isinstance(value[0], bytes):
        return [(io.BytesIO(value[0]), *value[1:])]
    return list(value) if isinstance(value, list) else [value]


def _absolute(answer: TestResponse, address: str) -> str:
    return urljoin(answer.request.url, address)


def forms(answer: TestResponse) -> list[FormShown]:
    """The forms of a page, with what a browser would send if nothing were touched."""
    return [_form(form) for form in parse(answer.get_data(as_text=True)).iter("form")]


def _form(form: Element) -> FormShown:
    values: MultiDict[str, str] = MultiDict()
    buttons: list[tuple[str, str, str]] = []
    fields: set[str] = set()
    for element in form.iter():
        name = element.get("name", "")
        kind = element.get("type", "submit" if element.tag == "button" else "text")
        if element.tag in {"button", "input"} and kind in {"submit", "button"}:
            says = words(element) or element.get("value", "")
            buttons.append((says, name, element.get("value", "")))
            continue
        if not name or element.tag not in {"input", "select", "textarea"}:
            continue
        fields.add(name)
        for value in _values(element, kind):
            values.add(name, value)
    return FormShown(
        action=form.get("action", ""),
        method=form.get("method", "get").upper(),
        multipart=form.get("enctype") == "multipart/form-data",
        values=values,
        buttons=tuple(buttons),
        fields=frozenset(fields),
    )


def _values(element: Element, kind: str) -> Iterable[str]:
    if element.get("disabled") is not None or kind == "file":
        return []
    if element.tag == "textarea":
        return ["".join(element.itertext())]
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [o for o in options if o.get("selected") is not None] or options[:1]
        return [o.get("value", words(o)) for o in chosen]
    if kind in {"checkbox", "radio"} and element.get("checked") is None:
        return []
    return [element.get("value", "on" if kind in {"checkbox", "radio"} else "")]
