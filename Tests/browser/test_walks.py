"""The walks that the whole is for, from end to end: a practitioner's first booking on a phone, and an officer's morning.
By pointing, by the keyboard alone and without JavaScript. What they took is printed; only what a person does is held to a number,
never how fast the machine is."""

import re

import pytest
from hands import Hand, Keyboard
from people import KIRAN, wait_for_code
from playwright.sync_api import expect

WEEK = "practice-week-2018"
# Whoever signs in for the first time, and what they want.
FIRST_TIMERS = {
    "phone": "patrice.bailey@example.org", "plain-phone": "amrit.chana@example.org", "desktop": "ling.cheung@example.org"}
MOST_TAPS, MOST_TAPS_AGAIN = 8, 2
MOST_SECONDS_TO_MOVE = 20


@pytest.fixture(scope="module")
def server(own_server):
    """Of its own: a morning releases whatever lies about in the draft."""
    return own_server


def tell(capsys, what: str, hand: Hand) -> None:
    with capsys.disabled():
        print(f"\n{what}: {hand.report}")


@pytest.mark.parametrize("kind", ["phone", "plain-phone", "desktop"])
def test_a_first_booking_takes_at_most_eight_taps(open_page, server, capsys, kind):
    page = open_page(kind)
    email = FIRST_TIMERS[kind]
    known = set(server.mail.glob("*.eml"))
    page.goto("/")
    hand = (Keyboard if kind == "desktop" else Hand)(page)
    hand.press(page.get_by_role("article").get_by_role("link", name="Family Safeguarding in plain words", exact=True))
    hand.press(page.get_by_role("link", name="Sign in to book"))
    hand.write(page.get_by_label("Work email address"), email)
    hand.press(page.get_by_role("button", name="Send me a code"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    code = wait_for_code(server, email, known)
    hand.write(page.get_by_label("Six-digit code"), code)
    hand.press(page.get_by_role("button", name="Sign in"))
    hand.press(page.get_by_role("button", name="Book a place"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    tell(capsys, f"first booking, {kind}", hand)
    assert kind == "desktop" or hand.presses <= MOST_TAPS

    hand.start()
    hand.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="Programme"))
    hand.press(
        page.get_by_role("article").filter(has_text="Lunch and learn: writing to the child").get_by_role("button", name="Book"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your place is booked")
    tell(capsys, f"another booking, {kind}", hand)
    assert kind == "desktop" or hand.presses <= MOST_TAPS_AGAIN


# Each walk has a room and a released session of its own.
MORNINGS = {
    "desktop": (Hand, "Himley Hall, Drawing Room", "PW18-057"),
    "keyboard": (Keyboard, "Himley Hall, Great Hall", "PW18-058"),
    "plain": (Hand, "Mary Stevens Park, Portacabin 1", "PW18-059"),
}
TITLES = ["Opening words", "Case walk", "Quiet hour", "Letters to children", "Ask a lawyer", "Supervision clinic",
          "Recording surgery", "Court in an hour", "Three good things", "Closing words"]


@pytest.mark.parametrize("way", MORNINGS)
def test_an_officers_morning(open_page, tmp_path, capsys, way):
    kind = "desktop" if way == "keyboard" else way
    make_hand, room, called_off = MORNINGS[way]
    page = open_page(kind)
    page.goto("/sign-in")
    hand = make_hand(page)
    main = page.get_by_role("main")
    hand.press(page.locator(f'button[value="{KIRAN}"]'))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")

    # A list of staff.
    names = [f"{first} {way.capitalize()}" for first in ("Ada", "Ben", "Cleo", "Dev", "Elin")]
    emails = [f"{name.replace(' ', '.').lower()}@example.org" for name in names]
    file = tmp_path / "staff.csv"
    file.write_text("email,name,team\n" + "".join(f"{e},{n},MASH Assessment\n" for e, n in zip(emails, names)))
    hand.press(page.get_by_role("link", name="Imports"))
    hand.tick(page.get_by_label("People", exact=True))
    hand.attach(page.get_by_label("CSV file"), file)
    hand.press(page.get_by_role("button", name="Check it"))
    hand.press(page.get_by_role("button", name="Import 5 rows"))
    expect(page.get_by_text("5 added, none changed.")).to_be_visible()

    # Ten sessions, each after the one before it in the same room.
    hand.press(page.get_by_role("link", name="Sessions and releases"))
    hand.press(main.get_by_role("link", name="Practice Week", exact=True))
    hand.press(main.get_by_role("link", name="Add a session"))
    for number, title in enumerate(TITLES):
        hand.write(page.get_by_label("Title"), f"{title}, {way}")
        if number == 0:
            hand.write(page.get_by_label("Date"), "Friday")
            hand.write(page.get_by_label("Starts"), "7am")
            hand.write(page.get_by_label("Ends"), "")
            hand.write(page.get_by_label("Minutes"), "30")
            hand.tick(page.get_by_label(re.compile(f"^{room}: holds")))
        is_last = number == len(TITLES) - 1
        name = "Add the session" if is_last else "Add, and then another"
        hand.press(page.get_by_role("button", name=name))
        expect(page.get_by_role("status").first).to_contain_text("added")
    expect(main).to_contain_text("11:30am to 12pm")

    # Two are moved: one from the list of the day, one from the rooms by time.
    hand.press(page.get_by_role("link", name="Sessions of Practice Week"))
    hand.press(page.get_by_role("link", name="Rooms by time"))
    hand.press(page.get_by_role("navigation", name="Days").get_by_role("link", name="Fri"))
    hand.press(page.get_by_role("link", name=f"Move to… Closing words, {way}"))
    hand.write(page.get_by_label("Starts"), "12:30")
    hand.press(page.get_by_role("button", name="Move", exact=True))
    expect(page.get_by_text("is moved").first).to_be_visible()
    hand.press(page.get_by_role("link", name="The same day as a list"))
    row = page.get_by_role("row").filter(has_text=f"Three good things, {way}")
    hand.press(row.get_by_role("link", name=re.compile("^Move")))
    hand.write(page.get_by_label("Starts"), "12:00")
    hand.press(page.get_by_role("button", name="Move", exact=True))
    expect(page.get_by_text("is moved").first).to_be_visible()

    # One that people have booked is called off, which leads back to the list.
    row = page.get_by_role("row").filter(has_text=called_off)
    hand.press(row.get_by_role("link", name=re.compile("^Cancel")))
    hand.write(page.get_by_label("Why is it cancelled?"), "The trainer is ill. We look for a new date.")
    hand.press(page.get_by_role("button", name="Cancel the session"))
    expect(page.get_by_text("is cancelled").first).to_be_visible()

    # Released, with what changes before one's eyes.
    hand.press(main.get_by_role("link", name="Release", exact=True))
    expect(main).to_contain_text(re.compile("1[01] sessions differ from release"))
    hand.write(page.get_by_label(re.compile("^A note")), "Ten more on Friday")
    hand.write(page.get_by_label(re.compile(f"^Type {WEEK}")), WEEK)
    # Nobody leads them yet, and that is said to be meant.
    hand.tick(page.get_by_label("Release it all the same"))
    hand.press(page.get_by_role("button", name="Publish the release"))
    expect(page.get_by_text("The programme is released")).to_be_visible()

    # Three people rang up.
    hand.press(main.get_by_role("link", name="Sessions", exact=True))
    hand.press(page.get_by_role("link", name="Next page"))
    row = page.get_by_role("row").filter(has_text=f"Opening words, {way}")
    hand.press(row.get_by_role("link", name=re.compile("^Opening words")))
    hand.press(page.get_by_role("link", name="Who is booked"))
    for name in names[:3]:
        hand.write(page.get_by_label("Name or email address"), name)
        hand.write(page.get_by_label("Reason"), "Rang up")
        hand.press(page.get_by_role("button", name="Book a place"))
        expect(page.get_by_role("status").first).to_contain_text(f"{name} has a place")

    # The register for the door, and the calendar for the wall.
    hand.press(page.get_by_role("link", name="Register of names to print"))
    page.emulate_media(media="print")
    expect(page.get_by_role("rowheader")).to_have_text([*names[:3], *["Empty line"] * 4])
    page.emulate_media(media="screen")
    hand.press(page.get_by_role("navigation", name="Main").get_by_role("link", name="Programme"))
    with page.expect_download() as download:
        hand.press(page.get_by_role("link", name="Download once"))
    calendar = open(download.value.path(), encoding="utf-8").read().replace("\r\n ", "")
    assert calendar.count(f"\\, {way}") == len(TITLES)
    tell(capsys, f"an officer's morning, {way}", hand)

    # A released session in another place: past the filters to its row, the form, and Enter.
    page.goto(f"/staff/events/{WEEK}/sessions")
    hand.start()
    if way == "keyboard":
        hand.press(page.get_by_role("link", name="Skip to the sessions"))
    hand.press(page.get_by_role("link", name="Move Welcome to Practice Week"))
    expect(page.get_by_label("Date", exact=True)).to_be_focused()
    hand.write(page.get_by_label("Starts"), "9:15")
    hand.enter()
    expect(page.get_by_text("is moved").first).to_be_visible()
    tell(capsys, f"a released session moved, {way}", hand)
    assert hand.seconds_of_a_person <= MOST_SECONDS_TO_MOVE
    page.get_by_role("button", name="Undo").click()
