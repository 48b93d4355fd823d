"""Every page that somebody can reach, found by following links as they do; and every form, sent empty, as it comes back."""

import csv
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

from playwright.sync_api import Page

# Every route, with the parts that differ between two pages of one kind in braces.
_ROUTES = {
    row["route"] for row in csv.DictReader((Path(__file__).parents[1] / "WebTests" / "authorisation.csv").open())}
# Those that name most parts first, as the program chooses them.
_KINDS = [
    (route, re.compile("^" + re.sub(r"\\{[^/]*?\\}", "[^/]+", re.escape(route)) + "$"))
    for route in sorted(_ROUTES, key=lambda route: [part.startswith("{") for part in route.split("/")])]
# Files and what changes something by being asked.
_NOT_PAGES = re.compile(r"\.ics$|^/assets/|^/api/|/places(/live)?$|^/health|^/metrics")
# The same rows another way round are the same page.
_ORDERS = {"sort", "order"}
_TYPED = {"text", "email", "number", "date", "time", "url", "search", "password", "tel", "file"}


@dataclass
class Form:
    action: str
    method: str
    enctype: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Links and forms of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.loose: list[tuple[str, dict]] = []
        self._form: Form | None = None
        self._select: str | None = None
        self._named: dict[str, Form] = {}
        self.feed(text)
        # Fields outside their form name it.
        for name, given in self.loose:
            if form := self._named.get(given["form"]):
                self._keep(form, name, given)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        elif tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower(), given.get("enctype", ""))
            self.forms.append(self._form)
            if given.get("id"):
                self._named[given["id"]] = self._form
        elif tag in ("input", "textarea", "select") and given.get("name"):
            if given.get("form"):
                self.loose.append((tag, given))
            elif self._form:
                self._keep(self._form, tag, given)
        elif tag == "option" and self._select and self._form and "selected" in given:
            self._form.fields.append((self._select, given.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None

    def _keep(self, form: Form, tag: str, given: dict) -> None:
        kind = given.get("type", "text")
        if tag == "textarea" or tag == "input" and kind in _TYPED:
            form.typed.add(given["name"])
            if kind != "file":
                form.fields.append((given["name"], ""))
        elif tag == "select":
            self._select = given["name"]
        elif kind == "hidden":
            form.fields.append((given["name"], given.get("value", "")))
        elif kind in ("radio", "checkbox") and "checked" in given:
            form.fields.append((given["name"], given.get("value", "on")))


def shape(address: str) -> str:
    """What kind of page an address is: its path without the things' names, and which questions it answers."""
    parts = urlsplit(address)
    path = next((route for route, pattern in _KINDS if pattern.match(parts.path)), parts.path)
    asked = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)} - _ORDERS)
    return path + ("?" + "&".join(asked) if asked else "")


@dataclass
class Found:
    """A page as it was answered."""

    address: str
    status: int
    text: str
    headers: dict[str, str]


def fetch(page: Page, address: str) -> Found:
    answer = page.request.get(address)
    return Found(address, answer.status, answer.text(), answer.headers)


def every_page(page: Page, starts: list[str], within: tuple[str, ...] = ("/",)) -> dict[str, Found]:
    """One page of every kind that whoever is signed in can follow links to, by its shape; only below these paths."""
    found: dict[str, Found] = {}
    ahead = list(starts)
    while ahead:
        address = ahead.pop(0)
        if shape(address) in found or not address.startswith(within) or _NOT_PAGES.search(urlsplit(address).path):
            continue
        answer = fetch(page, address)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        found[shape(address)] = answer
        for link in _Reader(answer.text).links:
            whole = urlsplit(urljoin(urljoin("http://here", address), link))
            if whole.netloc == "here" and whole.scheme == "http":
                ahead.append(whole.path + ("?" + whole.query if whole.query else ""))
    return found


def every_empty_form(page: Page, pages: dict[str, Found]) -> dict[str, Found]:
    """Every form of these pages that asks for words, sent without any, as it is answered, by where it goes.

    Whoever calls this has a server of their own: a form that is content with nothing has its effect."""
    answers: dict[str, Found] = {}
    for found in pages.values():
        for form in _Reader(found.text).forms:
            action = form.action or found.address
            if form.method != "post" or not form.typed or shape(action) in answers:
                continue
            if "multipart" in form.enctype:
                parts = dict(form.fields)
                answer = page.request.post(action, multipart=parts, max_redirects=0)
            else:
                sent = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in form.fields)
                answer = page.request.post(
                    action, data=sent, max_redirects=0, headers={"Content-Type": "application/x-www-form-urlencoded"})
            answers[shape(action)] = Found(action, answer.status, answer.text(), answer.headers)
    return answers


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
