"""Two ways to do the same thing on a page, by pointing and by the keyboard alone; each counts what it took."""

import time

from playwright.sync_api import Locator, Page, expect

# What a person takes on top of the machine (Card, Moran and Newell's keystroke-level model): to point and press, to
# press a key, and to look at a new page and decide.
SECONDS_TO_PRESS, SECONDS_PER_KEY, SECONDS_TO_DECIDE = 1.1, 0.28, 1.35


class Hand:
    """Points and types. On a phone a press is a tap; a field that has the focus already needs none."""

    seconds_to_press = SECONDS_TO_PRESS

    def __init__(self, page: Page):
        self.page = page
        self.start()
        page.on("framenavigated", self._note)

    def _note(self, frame) -> None:
        if frame == self.page.main_frame:
            self.pages += 1

    def start(self) -> None:
        """Counts from here."""
        self.presses, self.keys, self.pages, self._began = 0, 0, 1, time.monotonic()

    @property
    def report(self) -> str:
        """What it took so far: the machine's part, and with that of somebody who knows what they want."""
        machine = time.monotonic() - self._began
        return (
            f"{self.presses} presses, {self.keys} keys, {self.pages} pages; {machine:.1f} s without a person, about "
            f"{machine + self.seconds_of_a_person:.0f} s with one")

    @property
    def seconds_of_a_person(self) -> float:
        """What somebody takes who knows what they want, on a machine that takes no time."""
        return self.presses * self.seconds_to_press + self.keys * SECONDS_PER_KEY + self.pages * SECONDS_TO_DECIDE

    def enter(self) -> None:
        """Sends the form from the field that is written in."""
        self.keys += 1
        self.page.keyboard.press("Enter")

    def press(self, target: Locator) -> None:
        self.presses += 1
        target.click()

    def write(self, field: Locator, text: str) -> None:
        if not field.evaluate("field => field === document.activeElement"):
            self.presses += 1
            field.click()
        field.fill(text)
        self.keys += len(text)

    def tick(self, box: Locator) -> None:
        self.presses += 1
        box.check()

    def attach(self, field: Locator, path) -> None:
        self.presses += 2
        field.set_input_files(path)


class Keyboard(Hand):
    """Never touches a pointer. Every stop on the way must show that it has the focus, and none may keep it."""

    seconds_to_press = SECONDS_PER_KEY

    def _reach(self, target: Locator) -> None:
        # Waits until it is there, as anybody would.
        expect(target).to_be_visible()
        # A group of radio buttons is one stop, at the one that is chosen.
        wanted = target.evaluate_handle(
            "field => field.type === 'radio' ? field.form.querySelector("
            "`input[name='${CSS.escape(field.name)}']:checked`) ?? field.form.querySelector("
            "`input[name='${CSS.escape(field.name)}']`) : field")
        before = None
        for _ in range(500):
            stop = self.page.evaluate(
                """wanted => {
                    const here = document.activeElement;
                    if (here === wanted) return ["here"];
                    const seen = getComputedStyle(here);
                    const shown = here === document.body || seen.outlineStyle !== "none" || seen.boxShadow !== "none";
                    return [shown ? "on" : "unseen", here.outerHTML.slice(0, 150)];
                }""", wanted)
            if stop[0] == "here":
                return
            assert stop[0] == "on", f"{stop[1]} has the focus and does not show it"
            self.page.keyboard.press("Tab")
            self.presses += 1
            after = self.page.evaluate_handle("document.activeElement")
            kept = before is not None and self.page.evaluate("([a, b]) => a === b && a !== document.body", [before, after])
            assert not kept, f"the focus cannot leave {stop[1]}"
            before = after
        raise AssertionError(f"the keyboard does not reach {target}")

    def press(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")
        self.presses += 1

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)
        # Escape closes nothing here, and must not take back what was typed.
        self.page.keyboard.press("Escape")
        expect(field).to_have_value(text)
        self.keys += len(text)

    def tick(self, box: Locator) -> None:
        self._reach(box)
        if box.get_attribute("type") == "radio":
            for _ in range(60):
                if box.is_checked():
                    return
                here = self.page.evaluate("document.activeElement.checked")
                self.page.keyboard.press("ArrowDown" if here else "Space")
                self.presses += 1
        else:
            self.page.keyboard.press("Space")
            self.presses += 1
        expect(box).to_be_checked()

    def attach(self, field: Locator, path) -> None:
        # The window in which one chooses a file is the browser's own.
        self._reach(field)
        field.set_input_files(path)
