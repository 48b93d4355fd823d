"""Takes the pictures in docs/ anew: `python3 Tests/browser/photograph.py [DIRECTORY]`.

Starts the program (PRACTICEWEEK_PROGRAM, or the debug build) on a demo of its own, which is thrown away afterwards.
"""

import os
import pathlib
import shutil
import sys
import tempfile

from people import JOSH, ROSIE, day_of_demo, sign_in
from playwright.sync_api import sync_playwright
from server import ROOT, Server

MOST_BYTES = 250_000


def photograph(server: Server, docs: pathlib.Path) -> list[pathlib.Path]:
    taken = []
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)

        def page_of(person: str, width: int, height: int):
            page = chromium.new_page(
                base_url=server.url, locale="en-GB", timezone_id="Europe/London", color_scheme="light",
                viewport={"width": width, "height": height})
            sign_in(page, person)
            return page

        def take(page, name: str) -> None:
            target = docs / name
            page.screenshot(path=target, animations="disabled")
            assert target.stat().st_size <= MOST_BYTES, f"{target} has {target.stat().st_size} bytes"
            taken.append(target)

        page = page_of(JOSH, 1280, 1000)
        page.goto(day_of_demo(page, "Wed") + "&time=afternoon")
        take(page, "programme.png")
        page.goto("/me")
        take(page, "my-week.png")
        page = page_of(ROSIE, 375, 812)
        page.goto("/sessions/PW18-004")
        take(page, "session-phone.png")
        chromium.close()
    return taken


def main() -> None:
    docs = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory:
        server = Server(pathlib.Path(directory))
        try:
            for picture in photograph(server, docs):
                print(f"{picture} ({picture.stat().st_size // 1000} kB)")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
