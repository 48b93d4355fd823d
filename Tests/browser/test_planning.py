"""An officer's morning at the plan: looking, adding, moving, cancelling, releasing, taking back; with and without a pointer."""

import re

import pytest
from people import KIRAN, sign_in
from playwright.sync_api import expect

WEEK = "/staff/events/practice-week-2018"


@pytest.fixture
def officer(desktop):
    sign_in(desktop, KIRAN)
    return desktop


def add(page, title: str, date: str, starts: str, room: str) -> str:
    """Adds a session by the form, and answers its reference."""
    page.goto(f"{WEEK}/sessions/new")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Date").fill(date)
    page.get_by_label("Starts").fill(starts)
    page.get_by_label("Ends").fill("")
    page.get_by_label("Minutes").fill("45")
    page.get_by_label(re.compile(f"^{room}: holds")).check()
    page.get_by_role("button", name="Add the session").click()
    expect(page).to_have_url(re.compile("/staff/sessions/PW[0-9]+-[0-9]+[?]done=added"))
    return re.search("PW[0-9]+-[0-9]+", page.url).group()


def last_day(page) -> str:
    """The week's last day, as one types it."""
    page.goto(f"{WEEK}/week")
    address = page.get_by_role("navigation", name="Days").get_by_role("link").last.get_attribute("href")
    return re.search("day=([0-9-]+)", address).group(1)


def test_filters_follow_without_a_reload(officer):
    officer.goto(f"{WEEK}/sessions")
    expect(officer.locator("tbody tr")).to_have_count(50)
    officer.get_by_label("Room", exact=True).select_option("Corbyn Road/Training Suite")
    expect(officer).to_have_url(re.compile("room=Corbyn"))
    expect(officer.locator("tbody tr").first).to_contain_text("Training Suite")
    assert officer.locator("tbody tr").count() < 50


def test_a_session_is_added_moved_by_keyboard_and_taken_back(officer, axe):
    day = last_day(officer)
    reference = add(officer, "By keyboard", day, "8.15am", "Corbyn Road, Meeting Pod")
    axe(officer)
    officer.goto(f"{WEEK}/week?day={day}")
    link = officer.get_by_role("link", name="Move to… By keyboard")
    link.focus()
    officer.keyboard.press("Enter")
    expect(officer.get_by_role("heading", level=1)).to_have_text("Move By keyboard")
    officer.get_by_label("Starts").fill("17:30")
    officer.keyboard.press("Enter")
    expect(officer.get_by_text(f"{reference} is moved")).to_be_visible()
    axe(officer)
    expect(officer.locator(".grid__entry", has_text="By keyboard")).to_contain_text("5:30pm to 6:15pm")
    officer.get_by_role("button", name="Undo").click()
    expect(officer.get_by_text("Undone")).to_be_visible()
    expect(officer.locator(".grid__entry", has_text="By keyboard")).to_contain_text("8:15am to 9am")


def test_a_session_is_dragged_to_another_room(officer):
    day = last_day(officer)
    add(officer, "By pointer", day, "9:00", "Corbyn Road, Meeting Pod")
    officer.goto(f"{WEEK}/week?day={day}")
    # Both ends of the drag have to be in sight, as nothing scrolls under a pressed button here; how tall the page
    # is depends on how many sessions wait without a time.
    officer.set_viewport_size({"width": 1280, "height": officer.evaluate("document.documentElement.scrollHeight")})
    target = officer.locator('td[data-drop*="starts=13:00"][data-drop$="Meeting%20Pod"]')
    officer.locator(".grid__entry", has_text="By pointer").drag_to(target)
    expect(officer.get_by_text("is moved")).to_be_visible()
    expect(officer.locator(".grid__entry", has_text="By pointer")).to_contain_text("1pm to 1:45pm")


def test_the_rooms_follow_the_date(officer):
    day = last_day(officer)
    add(officer, "In the way", day, "07:00", "Corbyn Road, Room 3")
    officer.goto(f"{WEEK}/sessions/new")
    officer.get_by_label("Date").fill(day)
    officer.get_by_label("Starts").fill("07:15")
    officer.get_by_label("Minutes").fill("30")
    officer.get_by_label("Title").focus()
    expect(officer.locator("#rooms")).to_contain_text("Busy then: 7am to 7:45am In the way")


def test_errors_are_named_and_reached_by_their_links(page, axe):
    sign_in(page, KIRAN)
    page.goto(f"{WEEK}/sessions/new")
    page.get_by_label("Date").fill("03/02/2018")
    page.get_by_role("button", name="Add the session").click()
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Enter a title.")
    expect(summary).to_contain_text("could be")
    axe(page)
    summary.get_by_role("link", name="Enter a title.").click()
    expect(page.get_by_label("Title")).to_be_focused()


def test_a_form_that_is_out_of_date_shows_both_versions(open_page, axe):
    mine, theirs = open_page("desktop"), open_page("desktop")
    sign_in(mine, KIRAN)
    sign_in(theirs, KIRAN)
    reference = add(mine, "Two at once", last_day(mine), "07:00", "Himley Hall, Drawing Room")
    mine.goto(f"/staff/sessions/{reference}")
    theirs.goto(f"/staff/sessions/{reference}")
    theirs.get_by_label("Title").fill("Theirs")
    theirs.get_by_role("button", name="Save").last.click()
    expect(theirs.get_by_text("is saved")).to_be_visible()
    mine.get_by_label("Title").fill("Mine")
    mine.get_by_role("button", name="Save").last.click()
    expect(mine.get_by_role("alert")).to_contain_text("changed by somebody else")
    expect(mine.locator("#versions")).to_contain_text("Theirs")
    expect(mine.get_by_label("Title")).to_have_value("Mine")
    axe(mine)
    mine.get_by_role("button", name="Save").last.click()
    expect(mine.get_by_role("heading", level=1)).to_have_text("Mine")


def test_two_are_ticked_cancelled_with_a_typed_number_and_brought_back(page, axe):
    sign_in(page, KIRAN)
    day = last_day(page)
    # Each kind of window has times of its own, so that none is in another's way.
    kind = "plain" if page.without_scripts else "phone" if page.viewport_size["width"] < 400 else "desktop"
    title = f"Together on {kind}"
    for starts in {"plain": ("04:00", "04:45"), "phone": ("05:30", "06:15"), "desktop": ("02:15", "03:00")}[kind]:
        add(page, title, day, starts, "Himley Hall, Great Hall")
    page.goto(f"{WEEK}/sessions?day={day}&room=Himley+Hall/Great+Hall")
    for box in page.get_by_role("checkbox", name=re.compile(title)).all():
        box.check()
    page.get_by_role("button", name="Cancel the ticked…").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cancel 2 sessions")
    axe(page)
    page.get_by_label("Why are they cancelled?").fill("A trial of this page")
    page.get_by_role("button", name="Cancel 2 sessions").click()
    expect(page.get_by_role("alert")).to_contain_text("Type 2")
    expect(page.get_by_label("Why are they cancelled?")).to_have_value("A trial of this page")
    page.get_by_label(re.compile("^Type 2")).fill("2")
    page.get_by_role("button", name="Cancel 2 sessions").click()
    expect(page.get_by_text("The sessions are cancelled")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("takes place again")).to_be_visible()
    axe(page)


def test_clashes_keep_a_release_back_and_say_where(officer, axe):
    day = last_day(officer)
    first = add(officer, "First of two", day, "18:30", "Mary Stevens Park, Portacabin 1")
    add(officer, "Second of two", day, "18:45", "Mary Stevens Park, Portacabin 1")
    expect(officer.get_by_role("region", name="Important")).to_contain_text("also needed by")
    officer.goto(f"{WEEK}/releases")
    expect(officer.locator("#clashes")).to_contain_text("First of two")
    expect(officer.get_by_role("button", name="Publish the release")).to_have_count(0)
    axe(officer)
    officer.goto(f"/staff/sessions/{first}/cancellation")
    officer.get_by_role("button", name="Remove the draft").click()
    expect(officer.get_by_text(f"{first} is removed")).to_be_visible()
    officer.goto(f"{WEEK}/releases")
    officer.get_by_label(re.compile("^A note")).fill("One more in the Portacabin")
    officer.get_by_label(re.compile("^Type practice-week-2018")).fill("practice-week-2018")
    officer.get_by_role("button", name="Publish the release").click()
    expect(officer.get_by_role("alert")).to_contain_text("mend what is missing, or tick that it may be missing")
    axe(officer)
    officer.get_by_label("Release it all the same").check()
    officer.get_by_role("button", name="Publish the release").click()
    expect(officer.get_by_text("The programme is released")).to_be_visible()
    expect(officer.locator("#releases")).to_contain_text("One more in the Portacabin")
    axe(officer)
