"""Takes the pictures in docs/ anew: `python3 Tests/browser/photograph.py [--all] [DIRECTORY]`.

Starts the program (PRACTICEWEEK_PROGRAM, or the debug build) on a demo of its own, which is thrown away afterwards. With
`--all` it also takes every page and state in light, dark, on a phone and on paper, to be looked at; they are not kept.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from everypage import every_page
from people import AMARA, DANUTA, HELEN, JOSH, KIRAN, ROSIE, day_of_demo, sign_in
from playwright.sync_api import Browser, Page, sync_playwright
from server import ROOT, Server

MOST_BYTES = 220_000
WINDOWS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 1000}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 1000}},
    "phone": {"color_scheme": "light", "viewport": {"width": 375, "height": 812}},
}


class Camera:
    def __init__(self, server: Server, chromium: Browser, folder: pathlib.Path):
        self.server = server
        self.chromium = chromium
        self.folder = folder
        self.taken: list[pathlib.Path] = []

    def window(self, kind: str, person: str | None = None) -> Page:
        page = self.chromium.new_page(
            base_url=self.server.url, locale="en-GB", timezone_id="Europe/London", **WINDOWS[kind])
        page.set_default_timeout(15_000)
        if person:
            sign_in(page, person)
        return page

    def take(self, page: Page, name: str, whole: bool = False) -> None:
        # A field that takes the focus by itself would show a caret that blinks.
        target = self.folder / f"{name}.png"
        page.screenshot(path=target, animations="disabled", caret="hide", full_page=whole)
        self.taken.append(target)

    def print(self, page: Page, name: str) -> None:
        """The first sheet of paper, as a picture; only where poppler's `pdftoppm` is there."""
        paper = self.folder / f"{name}.pdf"
        paper.write_bytes(page.pdf(format="A4", prefer_css_page_size=True))
        if shutil.which("pdftoppm"):
            subprocess.run(
                ["pdftoppm", "-png", "-r", "70", "-singlefile", str(paper), str(self.folder / name)], check=True)
            self.taken.append(self.folder / f"{name}.png")
        paper.unlink()


def for_readme(camera: Camera) -> None:
    """What README.md and docs/ show."""
    page = camera.window("light", JOSH)
    page.goto(day_of_demo(page, "Wed") + "&time=afternoon")
    camera.take(page, "programme")
    page.goto(day_of_demo(page, "Wed") + "&view=rooms")
    camera.take(page, "rooms")
    page.goto("/me")
    camera.take(page, "my-week")
    page = camera.window("light", KIRAN)
    page.goto("/staff/ceremonies/staff-awards-2018-night")
    page.get_by_role("button", name="Rehearse").click()
    room = camera.window("light", KIRAN)
    room.goto("/ceremonies/staff-awards-2018-night/audience")
    page.goto("/ceremonies/staff-awards-2018-night/stage")
    for _ in range(3):
        page.locator('button[name="do"][value="next"]').click()
    room.wait_for_selector(".stage--finalists")
    camera.take(room, "ceremony")
    page = camera.window("dark", AMARA)
    page.goto("/sessions/PW18-052")
    camera.take(page, "session-dark")
    page = camera.window("phone", ROSIE)
    page.goto("/sessions/PW18-004")
    camera.take(page, "session-phone")


def everything(camera: Camera) -> None:
    """Every page and state in every window, to be looked at."""
    for kind in WINDOWS:
        page = camera.window(kind)
        for name, address in (("front", "/"), ("sign-in", "/sign-in"), ("missing", "/no-such-page"),
                              ("privacy", "/privacy"), ("accessibility", "/accessibility"),
                              ("online", "/sessions/PW18-049"), ("briefings", "/events/briefings-2018")):
            page.goto(address)
            camera.take(page, f"{name}-{kind}", whole=True)
        page.locator(".card__title a").first.click()
        camera.take(page, f"series-{kind}", whole=True)
        page.goto("/sign-in")
        page.get_by_role("button", name="Send me a code").click()
        camera.take(page, f"sign-in-error-{kind}", whole=True)
        page.get_by_label("Work email address").fill(f"{kind}@example.org")
        page.get_by_role("button", name="Send me a code").click()
        camera.take(page, f"code-{kind}", whole=True)
        page.goto(day_of_demo(page, "Mon") + "&time=evening")
        camera.take(page, f"nothing-{kind}", whole=True)

        page = camera.window(kind, AMARA)
        for name, address in (("me", "/me"), ("calendar", "/me/calendar"), ("data", "/me/data"),
                              ("free", "/sessions/PW18-052"), ("full", "/sessions/PW18-004"),
                              ("clashing", "/sessions/PW18-040"), ("after", "/sessions/PW18-031"),
                              ("not-allowed", "/staff")):
            page.goto(address)
            camera.take(page, f"{name}-{kind}", whole=True)
        for day in ("Mon", "Thu"):
            page.goto(day_of_demo(page, day))
            camera.take(page, f"programme-{day.lower()}-{kind}", whole=True)
        page.goto(day_of_demo(page, "Wed") + "&view=rooms")
        camera.take(page, f"rooms-{kind}", whole=True)
        page.goto("/sessions/PW18-052")
        page.get_by_role("button", name="Book").click()
        page.wait_for_url("**/booking")
        camera.take(page, f"booked-{kind}", whole=True)
        page.goto("/sessions/PW18-052")
        camera.take(page, f"booked-session-{kind}", whole=True)
        page.locator("form[action$='/cancellation'] button").click()
        page.wait_for_url("**done=given-back")
        camera.take(page, f"given-back-{kind}", whole=True)
        page.goto("/me/calendar")
        page.get_by_role("button", name="Make").click()
        camera.take(page, f"secret-{kind}", whole=True)

        for person, part in ((KIRAN, "/staff"), (DANUTA, "/admin")):
            page = camera.window(kind, person)
            for shape, found in every_page(page, [part], (part,)).items():
                if "?" in shape:
                    continue
                page.goto(found.address)
                camera.take(page, re.sub("[^a-z]+", "-", shape.replace("*", "one")).strip("-") + f"-{kind}", whole=True)

    page = camera.window("light", HELEN)
    for name, address in (("print-programme", day_of_demo(page, "Wed")),
                          ("print-rooms", day_of_demo(page, "Wed") + "&view=rooms"),
                          ("print-session", "/sessions/PW18-052"), ("print-me", "/me"), ("print-data", "/me/data")):
        page.goto(address)
        camera.print(page, name)
    page = camera.window("light", KIRAN)
    week = "/staff/events/practice-week-2018"
    for name, address in (("print-register", "/staff/sessions/PW18-004/register"), ("print-week", f"{week}/week"),
                          ("print-list", f"{week}/sessions"), ("print-release", f"{week}/releases"),
                          ("print-bookings", "/staff/sessions/PW18-004/bookings"),
                          ("print-export", "/staff/exports?kind=bookings")):
        page.goto(address)
        camera.print(page, name)


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    docs = pathlib.Path(arguments[0]) if arguments else ROOT / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        server = Server(pathlib.Path(directory))
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        camera = Camera(server, chromium, docs)
        try:
            if "--all" in sys.argv[1:]:
                everything(camera)
            else:
                for_readme(camera)
        finally:
            chromium.close()
            server.stop()
    for picture in camera.taken:
        size = picture.stat().st_size
        print(f"{picture} ({size // 1000} kB)")
        assert "--all" in sys.argv[1:] or size <= MOST_BYTES, f"{picture} has {size} bytes"


if __name__ == "__main__":
    main()
