"""The front page, as anybody first sees it."""

from playwright.sync_api import expect


def test_front_page_is_served(page):
    answer = page.goto("/")
    assert answer.status == 200
    assert page.title().strip()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en-GB"


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
