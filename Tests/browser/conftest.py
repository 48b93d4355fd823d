"""Debian's Chromium against one real server for the whole run.

A test asks for `desktop`, `phone` or `plain` (no JavaScript), or for `page` to run in all three; each is a fresh browser
context with the server as base address, so `page.goto("/me")` does, and nobody is signed in.
"""

import os
import pathlib
import shutil
import sys
import urllib.request

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from accessibility import assert_accessible  # noqa: E402
from server import Server  # noqa: E402

# Pages on which axe cannot run, because it is a script itself; their HTML is what the other kinds of window get as well.
scriptless: set[Page] = set()

KINDS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 375, "height": 812}, "has_touch": True, "is_mobile": True},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark", "forced_colors": "active"},
    "plain": {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": False},
    "plain-phone": {
        "viewport": {"width": 375, "height": 812}, "has_touch": True, "is_mobile": True, "java_script_enabled": False},
    # 1280 by 1024 pixels, enlarged four times.
    "zoomed": {"viewport": {"width": 320, "height": 256}, "reduced_motion": "reduce"},
    "still": {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"},
}


def serving(directory: pathlib.Path):
    """A server that must serve from its first process to its last test, and end with 0 when asked to."""
    running = Server(directory)
    yield running
    still = running.is_running
    status = running.stop() if still else running.process.returncode
    assert still, f"the server ended by itself with status {status}\n{running.log}"
    assert status == 0, f"the server ended with status {status} after SIGTERM\n{running.log}"


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The server that most tests share."""
    yield from serving(tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """One for a single module, whose tests would be in the way of others; it names this `server` in their stead."""
    yield from serving(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def same_process(server):
    """After every test the process that was started still answers."""
    yield
    assert server.is_running, f"the server ended with status {server.process.returncode}\n{server.log}"
    with urllib.request.urlopen(server.url + "/health/live", timeout=10) as answer:
        assert answer.status == 200


@pytest.fixture(scope="session")
def browser():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, server: Server):
    """Opens a page of a kind (see KINDS) in a context of its own; at the end, no script of ours may have failed and no
    content may have been refused by our own policy."""
    contexts = []
    problems: list[str] = []

    def note(message) -> None:
        if "Content Security Policy" in message.text:
            problems.append(message.text)

    def opened(kind: str) -> Page:
        context = browser.new_context(base_url=server.url, locale="en-GB", timezone_id="Europe/London", **KINDS[kind])
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.without_scripts = not KINDS[kind].get("java_script_enabled", True)
        if page.without_scripts:
            scriptless.add(page)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", note)
        return page

    yield opened
    scriptless.clear()
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def desktop(open_page) -> Page:
    return open_page("desktop")


@pytest.fixture
def phone(open_page) -> Page:
    return open_page("phone")


@pytest.fixture
def plain(open_page) -> Page:
    return open_page("plain")


@pytest.fixture(params=["desktop", "phone", "plain"])
def page(request, open_page) -> Page:
    return open_page(request.param)


@pytest.fixture
def axe():
    """`axe(page)` fails on any violation, in words. Without JavaScript it can only check that the page has come."""

    def check(page: Page) -> None:
        if page in scriptless:
            assert page.title().strip()
            assert page.get_by_role("heading", level=1).count() == 1
        else:
            assert_accessible(page)

    return check
