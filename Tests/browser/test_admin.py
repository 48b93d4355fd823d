"""What those who run the house do, in a real browser: people, teams, leaving, secrets, mail, checks and the audit. Every
page and state on the way is looked at by axe."""

import re

import pytest
from people import DANUTA, KIRAN, sign_in
from playwright.sync_api import expect

PAGES = ["/admin", "/admin/people", "/admin/new-person", "/admin/teams", "/admin/new-team", "/admin/access", "/admin/mail",
         "/admin/checks", "/admin/audit"]


def test_what_failed_comes_first(page, axe):
    sign_in(page, DANUTA)
    expect(page).to_have_url(re.compile("/admin$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs you")
    axe(page)


def test_staff_do_not_run_the_house(desktop):
    sign_in(desktop, KIRAN)
    expect(desktop.get_by_role("link", name="Admin", exact=True)).to_have_count(0)
    for path in PAGES:
        assert desktop.goto(path).status == 403


@pytest.mark.parametrize("kind", ["desktop", "phone", "plain"])
def test_somebody_is_added_given_a_token_and_leaves(open_page, axe, kind):
    page = open_page(kind)
    sign_in(page, DANUTA)
    page.goto("/admin/people")
    page.get_by_role("link", name="Add a person").click()
    page.get_by_label("Name", exact=True).fill(f"Nell New {kind}")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page).to_have_title(re.compile("^Error: "))
    axe(page)
    page.get_by_label("Work email address").fill(f"nell.{kind}@example.org")
    page.get_by_label("Team", exact=True).select_option("MASH Assessment")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Added")
    axe(page)
    page.get_by_role("button", name="Make an API token").click()
    expect(page.get_by_label("Token", exact=True)).not_to_have_value("")
    axe(page)
    page.get_by_role("link", name=f"Nell New {kind}").click()
    page.get_by_role("button", name=re.compile("^End it ?: token")).click()
    expect(page.get_by_role("status")).to_contain_text("The token has ended")
    page.get_by_role("link", name="See what would happen").click()
    axe(page)
    page.get_by_role("button", name="End their access").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Nell New {kind} has left")
    axe(page)
    page.goto("/admin/audit?object=nell")
    expect(page.get_by_role("table")).to_contain_text("person: leave")


def test_people_are_found_and_leafed_through(desktop, axe):
    sign_in(desktop, DANUTA)
    desktop.goto("/admin/people")
    desktop.get_by_role("link", name="Next page").click()
    expect(desktop.get_by_text(re.compile(r"Page 2 of \d"))).to_be_visible()
    desktop.get_by_label("Name, email or team").fill("amara")
    desktop.get_by_role("button", name="Find").click()
    expect(desktop.get_by_role("link", name="Amara Okafor")).to_be_visible()
    axe(desktop)


def test_the_audit_is_leafed_through_and_searched(desktop, axe):
    sign_in(desktop, DANUTA)
    desktop.goto("/admin/audit")
    desktop.get_by_role("link", name="Older").click()
    expect(desktop.get_by_role("link", name="Newest")).to_be_visible()
    axe(desktop)
    desktop.get_by_label("What", exact=True).select_option("release.")
    desktop.get_by_role("button", name="Search").click()
    expect(desktop.get_by_role("table")).to_contain_text("release: publish")
    axe(desktop)
