"""Offering a session from an invitation's address, without an account, and what staff do with it."""

import re

import pytest
from accessibility import assert_fits
from people import KIRAN, sign_in
from playwright.sync_api import expect

OFFERS = "/staff/events/practice-week-2018/offers"
KINDS = ["desktop", "phone", "narrow", "dark", "forced", "plain"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_offer_goes_from_a_stranger_into_the_draft(open_page, server, axe, kind):
    title = f"Listening, seen on {kind}"
    officer, stranger = open_page(kind), open_page(kind)
    sign_in(officer, KIRAN)
    officer.goto(OFFERS)
    axe(officer)
    officer.get_by_label("Last day to offer").fill("31 December 2030")
    officer.get_by_role("button", name=re.compile("Make an? (new )?address")).click()
    address = officer.get_by_role("textbox", name="The address to send").input_value()
    axe(officer)

    stranger.goto(address.replace("127.0.0.1", "localhost") if "localhost" in server.url else address)
    axe(stranger)
    assert_fits(stranger)
    stranger.get_by_label("Title").fill(title)
    stranger.get_by_role("button", name="Send your offer").click()
    expect(stranger).to_have_title(re.compile("^Error: "))
    axe(stranger)
    assert_fits(stranger)
    expect(stranger.get_by_label("Title")).to_have_value(title)
    for label, text in {
        "What people take away": "How to listen.", "How long": "90", "For how many": "20",
        "When you could hold it": "Any morning", "Your name": "Ida Example", "Email address": "ida@example.org",
    }.items():
        stranger.get_by_label(re.compile(f"^{label}")).fill(text)
    stranger.get_by_role("button", name="Send your offer").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Thank you for your offer")
    axe(stranger)

    officer.goto(OFFERS)
    axe(officer)
    assert_fits(officer)
    card = officer.get_by_role("article").filter(has=officer.get_by_role("heading", name=title, exact=True))
    card.get_by_role("button", name=re.compile("^Take it into the draft")).click()
    expect(officer).to_have_url(re.compile("/staff/sessions/PW[0-9]+-[0-9]+[?]done=added"))
    expect(officer.get_by_label("Title")).to_have_value(title)
