"""What those who schedule do besides planning, in a real browser: today, places of other people, registers, files in and
out. Every page and state on the way is looked at by axe."""

import re

import pytest
from accessibility import assert_fits
from people import AMARA, KIRAN, sign_in
from playwright.sync_api import expect

# Sessions of the demo (seed/demo/sessions.csv): one with places for everyone, one full with nine waiting, and one that
# Delroy leads.
FREE, FULL, LED = "PW18-052", "PW18-004", "PW18-004"
DELROY = "delroy.whyte@example.org"


def test_today_comes_first_and_links_to_everything(page, axe):
    sign_in(page, KIRAN)
    expect(page).to_have_url(re.compile("/staff$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    axe(page)
    assert_fits(page)
    part = page.get_by_role("navigation", name="Staff pages")
    for name in ["Imports", "Exports"]:
        part.get_by_role("link", name=name).click()
        expect(part.get_by_role("link", name=name)).to_have_attribute("aria-current", "page")
        axe(page)
        assert_fits(page)


def test_practitioners_have_no_staff_pages(desktop):
    sign_in(desktop, AMARA)
    expect(desktop.get_by_role("link", name="Staff", exact=True)).to_have_count(0)
    for path in ["/staff", "/staff/imports", "/staff/exports", f"/staff/sessions/{FREE}/bookings", "/admin"]:
        assert desktop.goto(path).status == 403


# Each in a window of its own kind, and so each their own person to book for.
@pytest.mark.parametrize(
    ("kind", "person"), [("desktop", "Kamaljit Chahal"), ("phone", "Emma Clewley"), ("plain", "Hina Mand")])
def test_a_place_is_booked_and_given_back_for_somebody(open_page, axe, kind, person):
    page = open_page(kind)
    sign_in(page, KIRAN)
    page.goto(f"/staff/sessions/{FREE}/bookings")
    axe(page)
    assert_fits(page)
    page.get_by_label("Name or email address").fill(person)
    page.get_by_role("button", name="Book a place").click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("link", name="Enter a reason.")).to_be_visible()
    expect(page.get_by_label("Name or email address")).to_have_value(person)
    axe(page)
    page.get_by_label("Reason").fill("Rang up, no computer today")
    page.get_by_role("button", name="Book a place").click()
    expect(page.get_by_role("status")).to_contain_text(f"{person} has a place")
    axe(page)
    page.get_by_role("link", name=re.compile(f"^Give back ?: {person}")).click()
    axe(page)
    page.get_by_label("Reason").fill("Rang again: ill")
    page.get_by_role("button", name="Give back the place").click()
    expect(page.get_by_role("status")).to_contain_text("The place was given back")
    page.get_by_text("What happened so far").click()
    expect(page.get_by_role("table", name="History of these bookings")).to_contain_text("Rang again: ill")
    axe(page)


def test_part_of_a_name_asks_whom_one_means(desktop, axe):
    sign_in(desktop, KIRAN)
    desktop.goto(f"/staff/sessions/{FREE}/bookings")
    desktop.get_by_label("Name or email address").fill("kamaljit")
    desktop.get_by_label("Reason").fill("Rang up")
    desktop.get_by_role("button", name="Book a place").click()
    expect(desktop.get_by_role("group", name="Whom do you mean?").get_by_role("radio")).not_to_have_count(1)
    axe(desktop)
    assert_fits(desktop)


def test_the_keyboard_alone_books_for_somebody(desktop):
    sign_in(desktop, KIRAN)
    desktop.goto(f"/staff/sessions/{FREE}/bookings")
    for _ in range(30):
        desktop.keyboard.press("Tab")
        if desktop.evaluate("document.activeElement.id") == "person":
            break
    desktop.keyboard.type("clive.brissett@example.org")
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("Rang up")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("status")).to_contain_text("Clive Brissett has a place")


@pytest.mark.parametrize("person", [KIRAN, DELROY])
def test_the_register_has_everybody_and_fits_paper(desktop, axe, person):
    sign_in(desktop, person)
    desktop.goto(f"/staff/sessions/{LED}/register")
    expect(desktop.get_by_role("table").get_by_role("row")).to_have_count(1 + 24 + 4)
    axe(desktop)
    desktop.emulate_media(media="print")
    desktop.set_viewport_size({"width": 718, "height": 1000})
    expect(desktop.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(desktop.get_by_role("columnheader", name="Signature")).to_be_visible()
    assert_fits(desktop)


@pytest.mark.parametrize("kind", ["desktop", "phone", "plain"])
def test_rows_are_looked_at_and_then_taken_in(open_page, axe, kind):
    page = open_page(kind)
    sign_in(page, KIRAN)
    page.goto("/staff/imports")
    page.get_by_label("Sites", exact=True).check()
    page.get_by_label("Or paste the rows").fill(f"name,address\nSaltwells {kind},Saltwells Road\n")
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the file")
    axe(page)
    assert_fits(page)
    page.get_by_role("button", name="Import 1 row").click()
    expect(page.get_by_role("status")).to_contain_text("Sites imported")
    axe(page)


def test_a_file_with_mistakes_says_where_they_are(desktop, axe, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("email,name,team\nnell@example.org,Nell New,MASH Assesment\nno address,Somebody,\n")
    sign_in(desktop, KIRAN)
    desktop.goto("/staff/imports")
    desktop.get_by_label("People", exact=True).check()
    desktop.get_by_label("CSV file").set_input_files(file)
    desktop.get_by_role("button", name="Check it").click()
    expect(desktop).to_have_title(re.compile("^Error: "))
    problems = desktop.get_by_role("table", name="What to mend")
    expect(problems).to_contain_text("MASH Assesment")
    expect(problems).to_contain_text("no address")
    axe(desktop)
    assert_fits(desktop)


@pytest.mark.parametrize("kind", ["desktop", "narrow", "plain"])
def test_an_export_is_seen_explained_and_fetched(open_page, axe, kind):
    page = open_page(kind)
    sign_in(page, KIRAN)
    page.goto("/staff/exports")
    page.get_by_label("What", exact=True).select_option("bookings")
    page.get_by_role("button", name="Show the first rows").click()
    axe(page)
    assert_fits(page)
    page.get_by_role("button", name="Download as CSV").click()
    expect(page.get_by_role("link", name="Enter a reason.")).to_be_visible()
    axe(page)
    page.get_by_label("What is it for?").fill("Door lists")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    assert download.value.suggested_filename == "bookings.csv"
    assert "person_email" in open(download.value.path(), encoding="utf-8-sig").readline()


def test_a_choice_of_export_is_kept_and_removed(desktop, axe):
    sign_in(desktop, KIRAN)
    desktop.goto("/staff/exports?kind=sessions")
    desktop.get_by_text("Keep this choice for next time").click()
    desktop.get_by_label("A name for it").fill("Sessions for the printer")
    desktop.get_by_role("button", name="Keep it").click()
    expect(desktop.get_by_role("link", name="Sessions for the printer")).to_be_visible()
    axe(desktop)
    desktop.get_by_role("button", name=re.compile("^Remove ?: Sessions for the printer")).click()
    expect(desktop.get_by_role("link", name="Sessions for the printer")).to_have_count(0)
