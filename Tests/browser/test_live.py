"""What changes on an open page by itself: the places left, by a stream or by asking, and the list as filters are chosen."""

import http.client
import re
import signal
import urllib.parse

import pytest
from people import AMARA, HELEN, JOSH, KIRAN, day_of_demo, sign_in
from playwright.sync_api import expect
from server import Server

# A session of the demo with places for everyone, on the Thursday.
FREE = "PW18-052"


@pytest.fixture
def other(open_page):
    """Somebody who books and gives back meanwhile: `other(True)` takes a place, `other(False)` gives it back."""
    page = open_page("plain")
    sign_in(page, HELEN)

    def act(books: bool) -> None:
        page.goto(f"/sessions/{FREE}")
        page.get_by_role("button", name=re.compile("Book" if books else "Give (this )?place back")).click()

    yield act
    page.goto(f"/sessions/{FREE}")
    if page.get_by_role("button", name=re.compile("Give (this )?place back")).count():
        act(False)


def left(page):
    return page.locator(f'[data-places="{FREE}"]')


def one_less(words: str) -> str:
    number = int(re.match(r"\d+", words).group()) - 1
    return f"{number} place{'' if number == 1 else 's'} left"


@pytest.mark.parametrize("person", [None, JOSH])
def test_places_change_on_an_open_programme_as_somebody_else_books(desktop, other, person):
    if person:
        sign_in(desktop, person)
    desktop.goto(day_of_demo(desktop, "Thu"))
    before = left(desktop).inner_text()
    other(True)
    expect(left(desktop)).to_have_text(one_less(before))
    other(False)
    expect(left(desktop)).to_have_text(before)


def test_places_change_on_an_open_session_page(desktop, other):
    desktop.goto(f"/sessions/{FREE}")
    before = left(desktop).inner_text()
    other(True)
    expect(left(desktop)).to_have_text(one_less(before))


def test_where_there_is_no_stream_the_page_asks(desktop, other):
    desktop.route("**/places/live", lambda route: route.fulfill(status=503, body="full"))
    desktop.clock.install()
    desktop.goto(day_of_demo(desktop, "Thu"))
    before = left(desktop).inner_text()
    other(True)
    expect(left(desktop)).to_have_text(before)
    desktop.clock.fast_forward(31_000)
    expect(left(desktop)).to_have_text(one_less(before))


def test_a_filter_is_followed_without_a_reload(desktop):
    desktop.goto(day_of_demo(desktop, "Mon"))
    desktop.evaluate("window.stays = true")
    before = desktop.get_by_role("article").count()
    desktop.get_by_label("Time of day").select_option("afternoon")
    expect(desktop.get_by_role("heading", name="Morning")).to_have_count(0)
    assert 0 < desktop.get_by_role("article").count() < before
    assert desktop.evaluate("window.stays")
    assert "time=afternoon" in desktop.url
    expect(desktop.locator("#spoken")).to_have_text(f"{desktop.get_by_role('article').count()} sessions shown")


def test_what_a_filter_found_is_spoken_for_rooms_and_for_staff_too(desktop):
    sign_in(desktop, KIRAN)
    desktop.goto(day_of_demo(desktop, "Mon") + "&view=rooms")
    desktop.get_by_label("Time of day").select_option("afternoon")
    expect(desktop.locator("#spoken")).to_have_text(re.compile("^[1-9][0-9]* sessions shown"))
    desktop.goto("/staff/events/practice-week-2018/sessions")
    desktop.get_by_label("Room", exact=True).select_option("Corbyn Road/Training Suite")
    expect(desktop.locator("#spoken")).to_have_text(re.compile("^[1-9][0-9]* sessions shown"))


def test_only_what_i_may_book(page):
    sign_in(page, AMARA)
    page.goto(day_of_demo(page, "Mon"))
    expect(page.get_by_text(re.compile("^Clashes with")).first).to_be_visible()
    page.get_by_label("Only what I may book").check()
    show = page.get_by_role("button", name="Show")
    if show.is_visible():
        show.click()
    expect(page.get_by_text(re.compile("^(Clashes with|For|After) "))).to_have_count(0)
    for card in page.get_by_role("article").all():
        expect(card.get_by_role("button", name=re.compile("Book|Join the waiting list"))).to_have_count(1)


def test_a_card_that_offers_nothing_says_why_with_a_link(page, axe):
    sign_in(page, AMARA)
    page.goto(day_of_demo(page, "Wed"))
    card = page.get_by_role("article").filter(has_text="Reviews that children want to come to")
    expect(card).to_contain_text("Clashes with Before the birth: assessing together")
    expect(card.get_by_role("button")).to_have_count(0)
    axe(page)
    card.get_by_role("link", name="Before the birth").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Before the birth: assessing together")


def test_a_server_with_open_streams_ends_when_it_is_asked_to(tmp_path):
    server = Server(tmp_path)
    parts = urllib.parse.urlsplit(server.url)
    streams = []
    for _ in range(20):
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
        connection.request("GET", "/events/practice-week-2018/places/live")
        answer = connection.getresponse()
        assert answer.status == 200 and answer.readline() == b"retry: 5000\n"
        streams.append(answer)
    server.process.send_signal(signal.SIGTERM)
    # Each ends as an answer does, and not by a timeout here.
    for answer in streams:
        assert answer.read().startswith(b"data: {")
    assert server.process.wait(timeout=10) == 0
