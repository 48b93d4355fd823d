"""A practitioner's way through the demo week, in a real browser. Every page and state on the way is looked at by axe."""

import re
import urllib.error
import urllib.request

import pytest
from people import AMARA, DANUTA, HELEN, JOSH, KIRAN, ROSIE, day_of_demo, form_of, sign_in, wait_for_code
from playwright.sync_api import expect

# Sessions of the demo (seed/demo/sessions.csv): one with places for everyone; one full with nine waiting; one for a service
# that partners do not belong to; one after another; one full without anybody waiting, in which Josh has a place; one at
# the same time as a place of Amara's; one that is online.
FREE, FULL, NOT_FOR_PARTNERS, LEVEL_TWO, LAST, CLASHING, ONLINE = (
    "PW18-052", "PW18-004", "PW18-008", "PW18-031", "PW18-037", "PW18-040", "PW18-049")


def test_one_press_makes_a_persona(page, axe):
    page.goto("/sign-in")
    axe(page)
    sign_in(page, AMARA)
    expect(page).to_have_url(re.compile("/me$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("My week")
    expect(page.get_by_role("banner")).to_contain_text("Amara Okafor")
    axe(page)


@pytest.mark.parametrize(
    ("person", "address", "heading"), [(KIRAN, "/staff$", "^Today, "), (DANUTA, "/admin$", "^What needs you")])
def test_those_who_plan_land_on_their_own_page(desktop, axe, person, address, heading):
    sign_in(desktop, person)
    expect(desktop).to_have_url(re.compile(address))
    expect(desktop.get_by_role("heading", level=1)).to_have_text(re.compile(heading))
    axe(desktop)


def test_practitioners_may_not_see_the_staff_page(desktop, axe):
    sign_in(desktop, AMARA)
    assert desktop.goto("/staff").status == 403
    axe(desktop)


@pytest.mark.parametrize(
    ("kind", "email"),
    [("desktop", "sian.willetts@example.org"), ("phone", "gail.gripton@example.org"), ("plain", "anna.lovatt@example.org")])
def test_a_code_by_email_signs_in_and_a_wrong_one_does_not(open_page, server, axe, kind, email):
    page = open_page(kind)
    known = set(server.mail.glob("*.eml"))
    page.goto("/sign-in")
    page.get_by_role("button", name="Send me a code").click()
    expect(page).to_have_title(re.compile("^Error: "))
    axe(page)
    page.get_by_label("Work email address").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    axe(page)
    code = wait_for_code(server, email, known)
    page.get_by_label("Six-digit code").fill("000000" if code != "000000" else "111111")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("There is a problem")
    expect(summary).to_be_focused()
    axe(page)
    summary.get_by_role("link").click()
    expect(page.get_by_label("Six-digit code")).to_be_focused()
    page.get_by_label("Six-digit code").fill(f"{code[:3]} {code[3:]}")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/me$"))


def test_signing_in_leads_back_to_where_one_was(desktop):
    desktop.goto(f"/sessions/{FREE}")
    desktop.get_by_role("link", name="Sign in to book").click()
    desktop.locator(f'button[value="{AMARA}"]').click()
    expect(desktop).to_have_url(re.compile(f"/sessions/{FREE}$"))


def test_signing_out_ends_the_session(page, axe):
    sign_in(page, AMARA)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    page.goto("/me")
    expect(page).to_have_url(re.compile("/sign-in"))
    axe(page)


def test_the_programme_goes_by_day(page, axe):
    page.goto("/")
    days = page.get_by_role("navigation", name="Days")
    expect(days.get_by_role("link")).to_have_count(5)
    for weekday in ("Tue", "Wed", "Thu", "Fri"):
        days.get_by_role("link", name=weekday).click()
        expect(days.locator("[aria-current]")).to_contain_text(weekday)
        shown = re.search(r"(\d+) session", days.locator("[aria-current]").inner_text()).group(1)
        expect(page.get_by_role("article")).to_have_count(int(shown))
        axe(page)


def test_filters_narrow_the_list_and_stay_for_the_next_day(page, axe):
    page.goto(day_of_demo(page, "Mon"))
    before = page.get_by_role("article").count()
    page.get_by_label("Time of day").select_option("afternoon")
    page.get_by_label("Site").select_option("corbyn-road")
    show = page.get_by_role("button", name="Show")
    if show.is_visible():
        show.click()
    expect(page.get_by_role("heading", name="Morning")).to_have_count(0)
    assert 0 < page.get_by_role("article").count() < before
    for place in page.locator(".card__place").all_inner_texts():
        assert place.startswith("Corbyn Road")
    axe(page)
    page.get_by_role("navigation", name="Days").get_by_role("link", name="Wed").click()
    expect(page.get_by_label("Time of day")).to_have_value("afternoon")
    expect(page.get_by_role("heading", name="Morning")).to_have_count(0)


def test_only_sessions_with_places_left(page):
    page.goto(day_of_demo(page, "Mon"))
    expect(page.get_by_text("Full, 9 waiting")).to_be_visible()
    page.get_by_label("Only with places left").check()
    show = page.get_by_role("button", name="Show")
    if show.is_visible():
        show.click()
    expect(page.get_by_text(re.compile("^Full"))).to_have_count(0)


def test_filters_that_match_nothing_say_so_and_offer_a_way_on(plain, axe):
    plain.goto(day_of_demo(plain, "Mon") + "&time=evening")
    expect(plain.get_by_text("No sessions match")).to_be_visible()
    axe(plain)
    plain.get_by_role("link", name=re.compile("Clear")).first.click()
    assert plain.get_by_role("article").count() > 0


def test_the_rooms_of_a_day(page, axe):
    page.goto(day_of_demo(page, "Wed"))
    page.get_by_role("link", name="Rooms").click()
    if page.viewport_size["width"] < 600:
        # On a phone the day is a list by time, each session with its room.
        expect(page.get_by_role("cell", name=re.compile("^Training Suite")).first).to_be_visible()
    else:
        expect(page.get_by_role("table").get_by_role("columnheader", name="Training Suite")).to_be_visible()
    expect(page.get_by_role("link", name="Young people ask the questions")).to_be_visible()
    axe(page)


def test_the_long_event_goes_by_month(page, axe):
    page.goto("/events/briefings-2018")
    expect(page.get_by_role("navigation", name="Months")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("reference", [FREE, FULL, LEVEL_TWO, ONLINE, "PW18-064"])
def test_a_session_says_when_where_and_for_whom(desktop, axe, reference):
    page = desktop
    page.goto(f"/sessions/{reference}")
    for fact in ("What you take away", "When", "Where", "Led by", "Who it is for"):
        expect(page.get_by_text(fact, exact=True).first).to_be_visible()
    axe(page)


def test_a_place_is_booked_shown_and_given_back(page, axe):
    sign_in(page, AMARA)
    page.goto(f"/sessions/{FREE}")
    left = page.locator(".places").first.inner_text()
    axe(page)
    page.get_by_role("button", name="Book").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    expect(page.get_by_role("main")).to_contain_text(re.compile(FREE + " [0-9A-F]{6}"))
    expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
    axe(page)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    page.goto("/me")
    card = page.get_by_role("article").filter(has_text="So what? From facts to analysis")
    expect(card).to_contain_text("Booked")
    axe(page)
    page.goto(f"/sessions/{FREE}")
    expect(page.get_by_text("Booked", exact=True)).to_be_visible()
    axe(page)
    page.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    expect(page.get_by_text("You have given your place back")).to_be_visible()
    expect(page.locator(".places").first).to_have_text(left)
    axe(page)
    page.goto("/me")
    expect(card).to_have_count(0)


def test_a_place_is_given_back_from_my_week(page, axe):
    sign_in(page, AMARA)
    page.goto(f"/sessions/{FREE}")
    page.get_by_role("button", name="Book").click()
    page.goto("/me")
    card = page.get_by_role("article").filter(has_text="So what? From facts to analysis")
    card.get_by_role("button").click()
    expect(page.get_by_text("You have given your place back")).to_be_visible()
    expect(card).to_have_count(0)
    axe(page)


def test_a_place_is_booked_from_the_list_by_one_press(page):
    sign_in(page, AMARA)
    page.goto(day_of_demo(page, "Thu"))
    page.get_by_role("article").filter(has_text="So what? From facts").get_by_role("button", name="Book").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    page.goto(f"/sessions/{FREE}")
    page.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    expect(page.get_by_text("You have given your place back")).to_be_visible()


def test_a_full_session_has_a_waiting_list_with_ones_turn(page, axe):
    sign_in(page, ROSIE)
    page.goto(f"/sessions/{FULL}")
    axe(page)
    page.get_by_role("button", name="Join the waiting list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are on the waiting list")
    expect(page.get_by_role("main")).to_contain_text("10th in line")
    axe(page)
    page.goto("/me")
    expect(page.get_by_role("article").filter(has_text="level 1: the spirit")).to_contain_text("10th in line")
    page.goto(f"/sessions/{FULL}")
    axe(page)
    page.get_by_role("button", name="Leave the waiting list").click()
    expect(page.get_by_text("You have left the waiting list")).to_be_visible()


def test_a_session_for_others_says_so_and_takes_no_booking(page, axe):
    sign_in(page, ROSIE)
    page.goto(f"/sessions/{NOT_FOR_PARTNERS}")
    expect(page.get_by_role("main")).to_contain_text("Family Safeguarding service")
    expect(page.get_by_role("button", name="Book")).to_have_count(0)
    axe(page)
    page.goto(f"/sessions/{ONLINE}")
    _, fields = form_of(page, "Book")
    answer = page.request.post(f"/sessions/{NOT_FOR_PARTNERS}/bookings", form=fields)
    assert 400 <= answer.status < 500
    assert "There is a problem" in answer.text()
    page.goto("/me")
    expect(page.get_by_text("Group supervision: staying curious")).to_have_count(0)


def test_a_session_after_another_says_which(page, axe):
    sign_in(page, ROSIE)
    page.goto(f"/sessions/{LEVEL_TWO}")
    expect(page.get_by_role("button", name="Join the waiting list")).to_have_count(0)
    first = page.get_by_role("main").get_by_role("link", name="Motivational Interviewing level 1: the spirit and the skills")
    expect(first).to_have_count(2)
    expect(first.first).to_have_attribute("href", f"/sessions/{FULL}")
    axe(page)


def test_the_same_form_sent_twice_has_one_effect(desktop):
    sign_in(desktop, JOSH)
    desktop.goto(f"/sessions/{ONLINE}")
    address, fields = form_of(desktop, "Book")
    before = desktop.locator(".places").first.inner_text()
    answers = [desktop.request.post(address, form=fields, max_redirects=0) for _ in range(2)]
    assert [answer.status for answer in answers] == [303, 303]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    desktop.goto("/me")
    cards = desktop.get_by_role("article").filter(has_text="Research in half an hour: going home from care")
    expect(cards).to_have_count(1)
    cards.get_by_role("button").click()
    expect(cards).to_have_count(0)
    desktop.goto(f"/sessions/{ONLINE}")
    expect(desktop.locator(".places").first).to_have_text(before)


def test_a_double_click_on_book_is_one_booking(desktop):
    sign_in(desktop, JOSH)
    desktop.goto(f"/sessions/{ONLINE}")
    desktop.get_by_role("button", name="Book").dblclick()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    desktop.goto(f"/sessions/{ONLINE}")
    desktop.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    expect(desktop.get_by_text("You have given your place back")).to_be_visible()


def test_two_places_at_one_time_are_refused_in_words(page, axe):
    sign_in(page, AMARA)
    page.goto(f"/sessions/{CLASHING}")
    expect(page.get_by_role("main")).to_contain_text("Before the birth: assessing together")
    axe(page)
    # The page does not offer it; whoever sends the form all the same is told why not.
    page.goto(f"/sessions/{FREE}")
    _, fields = form_of(page, "Book")
    page.evaluate(
        """([action, fields]) => {
            const form = document.createElement("form");
            form.method = "post";
            form.action = action;
            for (const [name, value] of Object.entries(fields)) {
                const input = document.createElement("input");
                [input.name, input.value] = [name, value];
                form.append(input);
            }
            document.body.append(form);
            form.submit();
        }""",
        [f"/sessions/{CLASHING}/bookings", fields])
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Before the birth: assessing together")
    axe(page)
    page.goto("/me")
    expect(page.get_by_text("Reviews that children want to come to")).to_have_count(0)


def status_of(url: str, headers: dict[str, str] | None = None):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def test_the_secret_calendar_is_made_fetched_and_made_anew(page, axe):
    sign_in(page, HELEN)
    page.goto("/me")
    page.get_by_role("button", name=re.compile("Make a (calendar|new) address")).click()
    field = page.get_by_role("textbox", name="Address to subscribe to")
    axe(page)
    first = field.input_value()
    status, headers, text = status_of(first)
    assert status == 200
    assert headers["Content-Type"].startswith("text/calendar")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and "Managers forum" in text
    assert headers["Set-Cookie"] is None
    page.goto("/me")
    expect(page.get_by_text(first)).to_have_count(0)
    axe(page)
    page.get_by_role("button", name="Make a new address").click()
    second = field.input_value()
    assert second != first
    assert status_of(first)[0] == 404
    assert status_of(second)[0] == 200
    page.goto("/me")
    page.get_by_role("button", name="End the address").click()
    axe(page)
    assert status_of(second)[0] == 404


@pytest.mark.parametrize("path", ["/events/practice-week-2018.ics", f"/sessions/{FREE}.ics", "/sites/corbyn-road.ics"])
def test_a_feed_is_not_sent_again_unchanged_and_sets_no_cookie(server, path):
    status, headers, text = status_of(server.url + path)
    assert status == 200 and headers["Content-Type"].startswith("text/calendar")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert headers["Set-Cookie"] is None
    again, headers_again, nothing = status_of(server.url + path, {"If-None-Match": headers["ETag"]})
    assert (again, nothing) == (304, "")
    assert headers_again["ETag"] == headers["ETag"]
    assert headers_again["Set-Cookie"] is None


def press_tab_until(page, wanted: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        if focused.startswith(wanted):
            outline = page.evaluate(
                "[getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).boxShadow]")
            assert outline != ["none", "none"], f"{wanted!r} has the focus and does not show it"
            return
    raise AssertionError(f"60 presses of Tab do not reach {wanted!r}")


def test_the_keyboard_alone_finds_a_day_and_books(desktop):
    sign_in(desktop, JOSH)
    desktop.goto("/")
    press_tab_until(desktop, "Skip to main content")
    desktop.keyboard.press("Enter")
    press_tab_until(desktop, "Thu")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("navigation", name="Days").locator("[aria-current]")).to_contain_text("Thu")
    title = "Recording with care"
    press_tab_until(desktop, title)
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text(title)
    press_tab_until(desktop, "Book")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    desktop.go_back()
    desktop.reload()
    press_tab_until(desktop, "Give")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_text("You have given your place back")).to_be_visible()


def test_of_two_at_once_one_gets_the_last_place_and_one_the_first_turn(open_page):
    josh = open_page("desktop")
    sign_in(josh, JOSH)
    josh.goto(f"/sessions/{LAST}")
    josh.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    expect(josh.get_by_text("1 place left")).to_be_visible()

    pages = [open_page("desktop"), open_page("phone")]
    for page, person in zip(pages, (HELEN, DANUTA)):
        sign_in(page, person)
        page.goto(f"/sessions/{LAST}")
        expect(page.get_by_role("button", name="Book")).to_be_visible()
    for page in pages:
        page.evaluate(
            "setTimeout(() => document.querySelector('form[action$=\"/bookings\"]').requestSubmit(), 300)")
    for page in pages:
        expect(page).to_have_url(re.compile(f"/sessions/{LAST}/booking$"))
    headings = [page.get_by_role("heading", level=1).inner_text() for page in pages]
    assert sorted(headings) == ["You are on the waiting list", "Your place is booked"]
    waiting = pages[headings.index("You are on the waiting list")]
    booked = pages[headings.index("Your place is booked")]
    expect(waiting.get_by_role("main")).to_contain_text("first in line")

    # Who waits gets the place in the moment it is given back.
    booked.goto(f"/sessions/{LAST}")
    booked.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    waiting.goto(f"/sessions/{LAST}")
    expect(waiting.get_by_text("Booked", exact=True)).to_be_visible()
    waiting.get_by_role("button", name=re.compile("Give (this )?place back")).click()
    josh.goto(f"/sessions/{LAST}")
    josh.get_by_role("button", name="Book").click()
    expect(josh.get_by_role("heading", level=1)).to_have_text("Your place is booked")
