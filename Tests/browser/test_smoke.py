"""The front page, as anybody first sees it."""

import pytest
from accessibility import assert_fits
from playwright.sync_api import expect


def test_front_page_is_served(page):
    answer = page.goto("/")
    assert answer.status == 200
    assert page.title().strip()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en-GB"


@pytest.mark.parametrize("kind", ["desktop", "phone", "dark"])
def test_front_page_is_accessible(open_page, axe, kind):
    page = open_page(kind)
    page.goto("/")
    axe(page)


@pytest.mark.parametrize("kind", ["phone", "narrow"])
def test_front_page_fits_a_small_window(open_page, kind):
    page = open_page(kind)
    page.goto("/")
    assert_fits(page)


def test_front_page_says_the_same_without_javascript(desktop, plain):
    for page in (desktop, plain):
        page.goto("/")
    heading = desktop.get_by_role("heading", level=1).inner_text()
    expect(plain.get_by_role("heading", level=1)).to_have_text(heading)
    assert plain.get_by_role("link").count() == desktop.get_by_role("link").count()


def test_keyboard_reaches_the_content_first(desktop):
    desktop.goto("/")
    desktop.keyboard.press("Tab")
    focused = desktop.locator(":focus")
    expect(focused).to_have_role("link")
    expect(focused).to_have_attribute("href", "#main")


def test_unknown_page_is_a_page_too(desktop, axe):
    answer = desktop.goto("/no-such-page")
    assert answer.status == 404
    expect(desktop.get_by_role("heading", level=1)).to_be_visible()
    axe(desktop)
