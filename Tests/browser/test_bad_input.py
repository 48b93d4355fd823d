"""What no browser would send: each a clear 4xx (or a closed connection), nothing changed, and the same process after it."""

import http.client
import json
import re
import socket
import urllib.parse

import pytest
from people import AMARA, form_of, sign_in
from playwright.sync_api import expect

FREE = "PW18-052"
GIVE = re.compile("Give (this )?place back")


def address(server) -> tuple[str, int]:
    parts = urllib.parse.urlsplit(server.url)
    return parts.hostname, parts.port


def raw(server, request: bytes) -> tuple[int, bytes]:
    """The status and the whole answer to these very bytes."""
    answer = b""
    with socket.create_connection(address(server), timeout=15) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                answer += piece
        except (ConnectionResetError, BrokenPipeError):
            pass
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    assert found, f"no answer: {answer[:200]!r}"
    return int(found.group(1)), answer


def ask(server, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None):
    connection = http.client.HTTPConnection(*address(server), timeout=20)
    try:
        try:
            connection.request(method, path, body=body, headers=headers or {})
        except (BrokenPipeError, ConnectionResetError):
            pass  # The server has refused while it was being sent; the answer is there to read.
        answer = connection.getresponse()
        return answer.status, answer.read().decode(errors="replace")
    finally:
        connection.close()


def lines(server, *more: str, first: str = "GET / HTTP/1.1") -> bytes:
    host = "Host: {}:{}".format(*address(server))
    return "\r\n".join([first, host, "Connection: close", *more, "", ""]).encode("latin-1")


def test_a_foreign_host(server):
    status, text = ask(server, "GET", "/", headers={"Host": "elsewhere.example"})
    assert status == 421
    assert "not the site" in text


@pytest.mark.parametrize(
    "request_line", ["NONSENSE", "GET", "GET /", "GET / HTTP/9.9", "\x16\x03\x01\x02"])
def test_a_malformed_request_line(server, request_line):
    request = lines(server, first=request_line)
    with socket.create_connection(address(server), timeout=15) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionResetError:
            pass
    assert answer == b"" or re.match(rb"HTTP/1\.1 [45]\d\d ", answer) and not answer.startswith(b"HTTP/1.1 500"), answer[:200]


def test_two_hosts_and_no_host(server):
    assert raw(server, lines(server, "Host: other.example"))[0] == 400
    assert raw(server, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")[0] == 400


def test_a_head_of_17_kilobytes(server):
    status, _ = raw(server, lines(server, "X-Long: " + "a" * 17 * 1024))
    assert status in (400, 413, 414, 431)


def test_two_lengths(server):
    status, _ = raw(server, lines(server, "Content-Length: 3", "Content-Length: 5", first="POST /sign-in HTTP/1.1") + b"abc")
    assert status == 400


@pytest.mark.parametrize("path", ["/sign-in", f"/api/v1/sessions/{FREE}/bookings"])
def test_a_body_of_3_megabytes(server, path):
    status, _ = ask(server, "POST", path, b"a" * 3_000_000, {"Content-Type": "application/x-www-form-urlencoded"})
    assert status in (401, 413)


@pytest.mark.parametrize("token", [None, "no-such-token"])
def test_json_a_thousand_deep_without_a_right(server, token):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    status, text = ask(server, "POST", f"/api/v1/sessions/{FREE}/bookings", b"[" * 1000 + b"]" * 1000, headers)
    assert status in (400, 401, 422)
    assert json.loads(text)["status"] == status


def test_a_form_without_its_token_books_nothing(desktop):
    sign_in(desktop, AMARA)
    desktop.goto(f"/sessions/{FREE}")
    action, fields = form_of(desktop, "Book")
    for token in (None, "", "a" * 43, fields["csrf"][:-1]):
        wrong = {name: value for name, value in fields.items() if name != "csrf"}
        if token is not None:
            wrong["csrf"] = token
        answer = desktop.request.post(action, form=wrong, max_redirects=0)
        assert answer.status == 403
        assert "out of date" in answer.text()
    desktop.reload()
    expect(desktop.get_by_role("button", name=GIVE)).to_have_count(0)


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["another origin", "no origin to name", "cross-site"])
def test_a_form_from_another_site_books_nothing(desktop, headers):
    sign_in(desktop, AMARA)
    desktop.goto(f"/sessions/{FREE}")
    action, fields = form_of(desktop, "Book")
    assert desktop.request.post(action, form=fields, headers=headers, max_redirects=0).status == 403
    desktop.reload()
    expect(desktop.get_by_role("button", name=GIVE)).to_have_count(0)


@pytest.mark.parametrize(
    "path", ["/sessions/%00", "/sessions/%ff%fe", "/sessions/PW18-004%00", "/%", "/sessions/%zz", "/events/%c0%af.ics",
             "/?day=%00", "/?site=%ff"])
def test_what_is_not_text_in_an_address(server, path):
    status, text = ask(server, "GET", path)
    assert status in (400, 404)
    assert "<h1" in text


@pytest.mark.parametrize(
    "path", ["/sessions/..%2f..%2fetc%2fpasswd", "/assets/../../Package.swift", "/assets/%2e%2e%2fstyle.css",
             "/sessions/PW18-99999999999999999999", "/sessions/" + "a" * 4000, "/calendars/none.ics", "/events/none.ics"])
def test_addresses_of_nothing(server, path):
    status, _ = ask(server, "GET", path)
    assert status in (400, 404)


@pytest.mark.parametrize(
    "query", ["day=2018-02-30", "day=9999999999-01-01", "month=0000-00", "view=grid", "site=a'b", "strand=%E2%80%AE", "time=",
              "places=%F0%9F%92%A9", "&&&=&", "day=2026-12-07&day=2026-12-08"])
def test_questions_that_make_no_sense_are_not_asked(server, query):
    assert ask(server, "GET", "/?" + query)[0] == 200


def test_more_fields_than_any_form_has(server):
    assert ask(server, "GET", "/?" + "&".join(f"a{number}=1" for number in range(1000)))[0] in (200, 400)


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "\\\\elsewhere.example",
               "/%09/elsewhere.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:%20a=b", "http:elsewhere.example",
               "/\t/elsewhere.example", "@elsewhere.example"])
def test_signing_in_never_leads_elsewhere(open_page, server, target):
    page = open_page("desktop")
    quoted = urllib.parse.quote(target, safe="%")
    page.goto("/sign-in?to=" + quoted)
    page.locator(f'button[value="{AMARA}"]').click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert page.url.startswith(server.url + "/")
    answer = page.request.get("/sign-in?to=" + quoted, max_redirects=0)
    assert answer.status == 303
    location = answer.headers["location"]
    assert re.match(r"/(?![/\\])", location) and "set-cookie" not in {name.lower() for name in answer.headers}, location


@pytest.mark.parametrize(
    "email", ["a" * 1_000_000 + "@example.org", "a@b", "\u202e@example.org", "a\x00b@example.org", "a\r\nBcc: b@example.org",
              "<script>alert(1)</script>", "a@b@c.example"])
def test_addresses_that_are_none_get_no_code(desktop, server, email):
    known = set(server.mail.glob("*.eml"))
    desktop.goto("/sign-in")
    _, fields = form_of(desktop, "Send me a code")
    answer = desktop.request.post("/sign-in", form={**fields, "email": email}, max_redirects=0)
    assert 400 <= answer.status < 500
    assert "<script>alert" not in answer.text()
    assert set(server.mail.glob("*.eml")) == known


def test_nobody_is_let_in_as_somebody_who_is_no_persona(desktop):
    desktop.goto("/sign-in")
    _, fields = form_of(desktop, "Send me a code")
    answer = desktop.request.post(
        "/sign-in/persona", form={"csrf": fields["csrf"], "persona": "miriam.ellacott@example.org"}, max_redirects=0)
    assert answer.status == 404


def test_somebody_elses_place_cannot_be_given_back(open_page):
    page = open_page("desktop")
    sign_in(page, AMARA)
    page.goto("/sessions/PW18-038")
    action, fields = form_of(page, "Give")
    other = open_page("desktop")
    sign_in(other, "josh.tranter@example.org")
    other.goto(f"/sessions/{FREE}")
    token = other.locator('input[name="csrf"]').first.get_attribute("value")
    answer = other.request.post(action, form={**fields, "csrf": token}, max_redirects=0)
    assert answer.status in (403, 404)
    page.reload()
    expect(page.get_by_text("Booked", exact=True)).to_be_visible()
