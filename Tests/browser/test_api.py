"""The JSON API as other programs meet it: through a client that was generated from its description, and through requests that
were made up from the description as five different people. It has a server of its own, as the requests change whatever they
can."""

import datetime
import importlib
import json
import os
import pathlib
import subprocess
import sys

import httpx
import pytest

from server import Server, program

HERE = pathlib.Path(__file__).parent
TOOLS = pathlib.Path(sys.executable).parent
# Nobody, a practitioner, a facilitator, an officer and an administrator.
PEOPLE = {
    "nobody": None, "practitioner": "amara.okafor@example.org", "facilitator": "delroy.whyte@example.org",
    "staff": "kiran.bassi@example.org", "admin": "danuta.wilk@example.org",
}


class OwnServer:
    def __init__(self, directory: pathlib.Path):
        self.server = Server(directory)
        self.url = self.server.url + "/api/v1"
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("PRACTICEWEEK_")}
        self.environment.pop("DATABASE_URL", None)
        self.environment["PRACTICEWEEK_STATE"] = str(directory / "state")
        self.tokens = {who: email and self._token(email) for who, email in PEOPLE.items()}

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [program(), *arguments], env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{arguments} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def _token(self, email: str) -> str:
        made = self.run("console", "--demo", "--format", "json", "--command", f"token create {email}")
        return json.loads(made)[0]["token"]


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    own = OwnServer(tmp_path_factory.mktemp("api"))
    yield own
    own.run("check", "--demo")
    assert own.server.stop() == 0


@pytest.fixture(scope="module")
def client(api, tmp_path_factory):
    """The generated package, and a maker of clients for one of the people."""
    directory = tmp_path_factory.mktemp("client")
    description = directory / "openapi.json"
    description.write_bytes(httpx.get(api.url + "/openapi.json").content)
    settings = directory / "settings.yml"
    settings.write_text("post_hooks: []\n")
    made = subprocess.run(
        [TOOLS / "openapi-python-client", "generate", "--path", description, "--meta", "none", "--fail-on-warning",
         "--config", settings, "--output-path", directory / "practice_week_client"],
        capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(directory))
    package = importlib.import_module("practice_week_client")

    class Calls:
        models = importlib.import_module("practice_week_client.models")

        def __call__(self, name: str, who: str, *arguments, **named):
            if self.tokens[who] is None:
                caller = package.Client(base_url=api.url)
            else:
                caller = package.AuthenticatedClient(base_url=api.url, token=self.tokens[who])
            module = importlib.import_module(f"practice_week_client.api.default.{name}")
            return module.sync_detailed(*arguments, client=caller, **named)

    calls = Calls()
    calls.tokens = api.tokens
    yield calls
    sys.path.remove(str(directory))


@pytest.fixture(scope="module")
def event(client):
    """The event that lies ahead."""
    return next(event for event in client("list_events", "nobody").parsed.items if event.slug.startswith("practice-week"))


def all_sessions(client, who: str, slug: str, limit: int) -> list:
    found, cursor = [], None
    while True:
        named = {"cursor": cursor} if cursor else {}
        page = client("list_sessions", who, slug, limit=limit, **named).parsed
        assert len(page.items) <= limit
        found += page.items
        cursor = page.next_
        if cursor is None:
            return found


def test_pages_of_a_list_add_up_to_the_whole(client, event):
    by_sevens = all_sessions(client, "nobody", event.slug, 7)
    at_once = all_sessions(client, "nobody", event.slug, 500)
    assert len(at_once) > 20
    assert [session.reference for session in by_sevens] == [session.reference for session in at_once]
    assert all(session.starts_at.utcoffset() is not None for session in at_once)


def test_a_place_is_booked_once_and_given_back(client, event):
    booked = {booking.session for booking in client("list_my_bookings", "practitioner").parsed.items}
    body = client.models.BookBody()
    for session in all_sessions(client, "practitioner", event.slug, 100):
        if session.reference in booked or session.taken == session.capacity:
            continue
        answer = client("book", "practitioner", session.reference, body=body, idempotency_key=session.reference)
        if answer.status_code == 201:
            break
        assert answer.status_code == 409 and answer.parsed.code in {"clashes", "not_for_you", "booking_closed"}
    else:
        pytest.fail("there was no session to book")
    assert answer.parsed.person == PEOPLE["practitioner"] and answer.parsed.state == "confirmed"
    again = client("book", "practitioner", session.reference, body=body, idempotency_key=session.reference)
    assert again.status_code == 201 and again.parsed.id == answer.parsed.id
    twice = client("book", "practitioner", session.reference, body=body)
    assert twice.status_code == 409 and twice.parsed.code == "already_booked"
    mine = client("get_session", "practitioner", session.reference).parsed
    assert mine.my_booking.id == answer.parsed.id and mine.taken == session.taken + 1
    given = client("cancel_booking", "practitioner", answer.parsed.id, body=client.models.CancelBookingBody())
    assert given.status_code == 200 and given.parsed.state == "cancelled"
    assert client("get_session", "practitioner", session.reference).parsed.my_booking is None


def test_an_officer_plans_a_session_and_hears_what_a_colleague_changed(client, event):
    models = client.models
    starts = datetime.datetime.combine(event.from_, datetime.time(7, 30))
    made = client("add_session", "staff", event.slug, idempotency_key="plan", body=models.AddSessionBody(
        title="Early start", starts_at=starts, minutes=30, capacity=5))
    assert made.status_code == 201 and made.parsed.state == "draft"
    reference, tag = made.parsed.reference, made.headers["ETag"]
    moved = client(
        "change_session", "admin", reference, if_match=tag, body=models.ChangeSessionBody(title="Earlier start"))
    assert moved.status_code == 200 and moved.parsed.title == "Earlier start"
    late = client("change_session", "staff", reference, if_match=tag, body=models.ChangeSessionBody(capacity=6))
    assert late.status_code == 412 and late.parsed.code == "stale" and late.parsed.changed == ["title"]
    assert client("get_session", "practitioner", reference).status_code == 404
    released = client("publish_release", "staff", event.slug, body=models.PublishReleaseBody(note="From a program"))
    assert released.status_code == 201 and released.parsed.number >= 2
    assert client("get_session", "practitioner", reference).parsed.state == "scheduled"
    off = client("cancel_session", "staff", reference, body=models.CancelSessionBody(reason="The boiler has failed"))
    assert off.status_code == 200 and off.parsed.state == "cancelled"


def test_a_facilitator_learns_names_and_no_addresses(client, event):
    lists = [
        client("list_session_bookings", "facilitator", session.reference)
        for session in all_sessions(client, "facilitator", event.slug, 100)
    ]
    led = [answer.parsed.items for answer in lists if answer.status_code == 200]
    assert led and {answer.status_code for answer in lists} == {200, 403}
    booked = [booking for items in led for booking in items]
    assert booked and all(booking.person is None and booking.name for booking in booked)


def test_requests_made_up_from_the_description_find_no_fault(api, tmp_path):
    """All of schemathesis's checks, as each of the five at once; the same requests in every run. One who may do all, and one
    who may do little, send every kind of value as well; the others are refused alike, and send some."""
    running = {}
    for who, token in api.tokens.items():
        directory = tmp_path / who
        directory.mkdir()
        command = [
            TOOLS / "schemathesis", "--config-file", HERE / "schemathesis.toml", "run", api.url + "/openapi.json",
            "--max-examples", "8", "--seed", "2018", "--continue-on-failure",
            "--phases", "examples,coverage,fuzzing" if who in ("admin", "practitioner") else "fuzzing",
            "--generation-database", "none", "--no-color",
            # Of the made-up values many make no address, which says nothing of the program.
            "--suppress-health-check", "filter_too_much",
        ]
        if token:
            command += ["--header", f"Authorization: Bearer {token}"]
        with (directory / "output").open("wb") as output:
            running[who] = subprocess.Popen(
                command, cwd=directory, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    failed = [who for who, process in running.items() if process.wait(timeout=400) != 0]
    assert not failed, "\n".join((tmp_path / who / "output").read_text(errors="replace")[-6000:] for who in failed)
    assert api.server.is_running
