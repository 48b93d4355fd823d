"""The demo's people, and what they do again and again."""

import re
import time

from playwright.sync_api import Page, expect
from server import Server

AMARA = "amara.okafor@example.org"
JOSH = "josh.tranter@example.org"
HELEN = "helen.pargeter@example.org"
ROSIE = "rosie.hingley@example.org"
KIRAN = "kiran.bassi@example.org"
DANUTA = "danuta.wilk@example.org"
ELAINE = "elaine.yardley@example.org"
JESS = "jess.malpass@example.org"


def sign_in(page: Page, email: str) -> None:
    """Becomes one of the demo's personas by one press."""
    page.goto("/sign-in")
    page.locator(f'button[name="persona"][value="{email}"]').click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def wait_for_code(server: Server, email: str, known: set) -> str:
    """The code in the first mail to the address that is not among the `known` files."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for path in sorted(set(server.mail.glob("*.eml")) - known, key=lambda path: path.stat().st_mtime, reverse=True):
            text = path.read_text(errors="replace")
            if email in text and (code := re.search(r"(?<![\d.])\b\d{6}\b(?![\d.])", text.split("\n\n", 1)[-1])):
                return code.group()
        time.sleep(0.2)
    raise AssertionError(f"no mail with a code for {email} in {server.mail}")


def form_of(page: Page, button: str) -> tuple[str, dict[str, str]]:
    """Where the form with this button goes, and what it sends."""
    form = page.locator("form", has=page.get_by_role("button", name=button))
    fields = form.locator("input").evaluate_all("all => all.map(input => [input.name, input.value])")
    return form.get_attribute("action"), dict(fields)


def day_of_demo(page: Page, weekday: str) -> str:
    """The address of a day of the demo week, which lies ahead of whatever today is."""
    page.goto("/")
    return page.get_by_role("navigation", name="Days").get_by_role("link", name=weekday).get_attribute("href")
