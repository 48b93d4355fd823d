"""What every page and state keeps, whoever it is for: valid HTML, under 100 KB, at 400 % zoom, with wider text, for a thumb,
with forced colours, standing still, with the focus in sight, and in words that fit their number.

The pages are found by following links, and the errors by sending every form empty, so a new page is held to all this by
being linked to. They are kept once and shown again from what was sent."""

import re

import pytest
from accessibility import assert_accessible, assert_fits
from everypage import Found, every_empty_form, every_page, fetch
from nu import checker, complaints
from people import AMARA, DANUTA, ELAINE, JESS, KIRAN, ROSIE, sign_in
from playwright.sync_api import Browser, Locator, Page

MOST_BYTES = 100_000
WEEK = "/staff/events/practice-week-2018"
# What links do not lead to, or only to one of many.
PUBLIC_STATES = [
    "/no-such-page", "/sessions/PW18-004", "/sessions/PW18-031", "/events/briefings-2018?view=rooms",
    "/?time=evening&site=online", "/sessions/PW18-999", "/sign-in/code",
]
PARTNERS_STATES = ["/sessions/PW18-008", "/sessions/PW18-049"]
OWN_STATES = ["/staff", "/sessions/PW18-004", "/sessions/PW18-040", "/sessions/PW18-031", "/me?done=given-back"]
STAFF_STATES = [
    f"{WEEK}/sessions?lead=nobody-at-all", f"{WEEK}/sessions?problems=yes", "/admin", f"{WEEK}/sessions/together?do=move",
    f"{WEEK}/sessions/together?do=move&minutes=30&session=PW18-004&session=PW18-005",
    f"{WEEK}/sessions/together?do=cancel&session=PW18-004&session=PW18-005", "/staff/exports?kind=bookings",
    "/staff/exports?kind=people", "/staff/sessions/PW18-004", "/staff/sessions/PW18-004/bookings",
    "/staff/sessions/PW18-001/register",
]
SCREENS = ["/thank-you/screen"]
ADMIN_STATES = [
    "/admin/people?search=amara", "/admin/people?search=nobody-at-all", "/admin/audit?action=release.",
    "/admin/audit?who=nobody-at-all", "/admin/mail?state=failed",
]


@pytest.fixture(scope="module")
def server(own_server):
    """Of its own: a form that is content with nothing has its effect."""
    return own_server


def pressed(button: Locator) -> Found:
    """The page that a press leads to, as it was sent."""
    page = button.page
    with page.expect_navigation() as navigation:
        button.click()
    answer = navigation.value
    return Found(page.url, answer.status, answer.text(), answer.headers)


def visitors_states(page: Page):
    page.goto("/sign-in")
    page.get_by_label("Work email address").fill("nobody@example.org")
    yield "code", pressed(page.get_by_role("button", name="Send me a code"))
    page.get_by_label("Six-digit code").fill("123456")
    yield "wrong code", pressed(page.get_by_role("button", name="Sign in"))


def own_states(page: Page):
    page.goto("/sessions/PW18-052")
    yield "booked", pressed(page.get_by_role("button", name="Book"))
    page.goto("/sessions/PW18-052")
    yield "given back", pressed(page.get_by_role("button", name=re.compile("Give (this )?place back")))
    page.goto("/me/calendar")
    yield "secret address", pressed(page.get_by_role("button", name=re.compile("^Make")))


def staff_states(page: Page):
    page.goto("/staff/imports")
    page.get_by_label("People", exact=True).check()
    page.get_by_label("Or paste the rows").fill("email,name,team\nnell@example.org,Nell New,MASH Assessment\n")
    yield "file", pressed(page.get_by_role("button", name="Check it"))
    page.goto("/staff/imports")
    page.get_by_label("People", exact=True).check()
    page.get_by_label("Or paste the rows").fill("email,name,team\nnell,Nell New,MASH Assesment\n")
    yield "file with mistakes", pressed(page.get_by_role("button", name="Check it"))
    page.goto("/staff/sessions/PW18-052/bookings")
    page.get_by_label("Name or email address").fill("kamaljit")
    page.get_by_label("Reason").fill("Rang up")
    yield "whom do you mean", pressed(page.get_by_role("button", name="Book a place"))
    page.goto("/staff/sessions/PW18-052/bookings")
    page.get_by_label("Name or email address").fill("clive.brissett@example.org")
    page.get_by_label("Reason").fill("Rang up")
    yield "booked for somebody", pressed(page.get_by_role("button", name="Book a place"))
    page.goto("/staff/exports?kind=sites")
    page.get_by_text("Keep this choice for next time").click()
    page.get_by_label("A name for it").fill("Sites")
    yield "choice kept", pressed(page.get_by_role("button", name="Keep it"))

    # Two save the same session; then one is added where another is.
    page.goto("/staff/sessions/PW18-002")
    other = page.context.new_page()
    other.goto("/staff/sessions/PW18-002")
    other.get_by_label("Title").fill("Theirs")
    yield "saved", pressed(other.get_by_role("button", name="Save").last)
    other.close()
    page.get_by_label("Title").fill("Mine")
    yield "both versions", pressed(page.get_by_role("button", name="Save").last)
    yield "release", fetch(page, f"{WEEK}/releases")
    page.goto(f"{WEEK}/sessions/new?like=PW18-004")
    page.get_by_label("Date").fill("Monday")
    yield "clash", pressed(page.get_by_role("button", name="Add the session"))
    page.goto(f"{WEEK}/sessions/new")
    page.get_by_label("Title").fill("Without a time")
    page.get_by_label("Date").fill("")
    page.get_by_label("Starts").fill("")
    page.get_by_label("Minutes").fill("45")
    yield "another", pressed(page.get_by_role("button", name="Add, and then another"))
    page.goto("/staff/sessions/PW18-001/cancellation")
    page.get_by_label("Why is it cancelled?").fill("The trainer is ill")
    yield "cancelled", pressed(page.get_by_role("button", name="Cancel the session"))
    page.goto(f"{WEEK}/offers")
    page.get_by_label("Last day to offer").fill("31 December 2030")
    yield "invitation", pressed(page.get_by_role("button", name="Make an address"))
    address = page.get_by_role("textbox", name="The address to send").input_value()
    page.goto(address)
    for label, text in {
        "Title": "Listening", "What people take away": "How to listen.", "How long": "90", "For how many": "20",
        "When you could hold it": "Any morning", "Your name": "Ida Example", "Email address": "ida@example.org",
    }.items():
        page.get_by_label(re.compile(f"^{label}")).fill(text)
    yield "offer", fetch(page, address)
    yield "offer sent", pressed(page.get_by_role("button", name="Send your offer"))


def admin_states(page: Page):
    page.goto("/admin/new-post")
    page.get_by_label("Name of the post").fill("Director")
    page.get_by_label("Who holds it").fill("Miriam Ellacott")
    page.get_by_label("From").fill("1 January 2018")
    yield "post", pressed(page.get_by_role("button", name="Add", exact=True))
    page.goto("/admin/people?search=amara")
    page.get_by_role("link", name="Amara Okafor").click()
    yield "token", pressed(page.get_by_role("button", name="Make an API token"))


def officers_states(page: Page):
    page.goto("/awards/schemes/care-awards-2018/panels/young-people/young-judges")
    page.get_by_label("The name that they choose").fill("Comet")
    page.get_by_label(re.compile("^Email address of the adult")).fill(ELAINE)
    page.get_by_role("radio").first.check()
    yield "young judge's card", pressed(page.get_by_role("button", name="Seat them and make their card"))
    card = page.locator(".confirmation__reference").inner_text()
    page.goto("/awards/schemes/care-awards-2018/panels/young-people/young-judges")
    yield "number of the day", pressed(page.get_by_role("button", name="Make today’s number"))
    number = page.locator(".confirmation__reference").inner_text()

    context = page.context.browser.new_context(base_url=page.url.split("/awards")[0], java_script_enabled=False)
    young = context.new_page()
    young.goto("/judging/card")
    yield "young judge's door", fetch(young, "/judging/card")
    young.get_by_label("The letters and numbers on your card").fill(card)
    young.get_by_label("Today’s number").fill(number)
    yield "young judge", pressed(young.get_by_role("button", name="Start"))
    for address in ("/judging", "/judging/stop", "/judging/terms"):
        yield f"young judge {address}", fetch(young, address)
    context.close()


# Whose pages: where they start, which are looked at, what no link leads to, and what is answered once.
VISITS = {
    "visitor": (None, ["/", "/sign-in"], ("/",), PUBLIC_STATES, visitors_states),
    "practitioner": (AMARA, ["/", "/me"], ("/me", "/sessions", "/?", "/events"), OWN_STATES, own_states),
    "partner": (ROSIE, ["/"], ("/?",), PARTNERS_STATES, lambda page: ()),
    "staff": (KIRAN, ["/staff"], ("/staff",), STAFF_STATES, staff_states),
    "nominator": (AMARA, ["/schemes", "/nominations", "/thank-you"], ("/schemes", "/nominat", "/thank-you"), (), lambda page: ()),
    "officer": (KIRAN, ["/awards", "/ceremonies/staff-awards-2018-night"], ("/awards", "/ceremonies"), SCREENS, officers_states),
    "chair": (ELAINE, ["/awards", "/judging"], ("/awards", "/judging"), (), lambda page: ()),
    "lead": (JESS, ["/staff/protection"], ("/staff/protection", "/nominations"), (), lambda page: ()),
    "admin": (DANUTA, ["/admin"], ("/admin",), ADMIN_STATES, admin_states),
}


@pytest.fixture(scope="module")
def gallery(browser: Browser, server) -> dict[str, Found]:
    """Every page and state, by a name that says whose it is."""
    gallery: dict[str, Found] = {}
    for whose, (person, starts, within, states, once) in VISITS.items():
        context = browser.new_context(base_url=server.url, java_script_enabled=False)
        page = context.new_page()
        if person:
            sign_in(page, person)
        for name, found in once(page):
            gallery[f"{whose}, {name}"] = found
        pages = every_page(page, starts, within)
        pages |= {state: fetch(page, state) for state in states}
        for name, found in pages.items():
            gallery[f"{whose} {name}"] = found
        for name, found in every_empty_form(page, pages).items():
            if found.status >= 400:
                gallery[f"{whose} {name}, sent empty"] = found
        context.close()
    for found in gallery.values():
        found.address = found.address.removeprefix(server.url)
    return gallery


def show(server, page: Page, found: Found) -> None:
    """Puts a page that was kept into a window, as it was sent."""
    kept = {name: found.headers[name] for name in ("content-type", "content-security-policy") if name in found.headers}
    url = server.url + found.address
    page.unroute_all()
    page.route(
        lambda address: address == url,
        lambda route: route.fulfill(status=found.status, headers=kept, body=found.text)
        if route.request.is_navigation_request() else route.continue_())
    page.goto(url)


def in_all(gallery: dict[str, Found], look) -> None:
    """Looks at every page; fails with everything that was found on any."""

    none({name: problems for name, page in gallery.items() if (problems := seen(look, page))})


def test_the_gallery_has_every_part(gallery):
    assert len(gallery) > 90
    assert not {name: found.status for name, found in gallery.items() if found.status >= 500}
    for part in ("/staff/events/{slug}/week", "/admin/people/{id}", "/admin/posts/{id}/handover", "/staff/offers", "sent empty"):
        assert any(part in name for name in gallery), part


def test_every_page_is_valid_html(gallery, tmp_path):
    command = checker()
    names = {}
    for number, (name, found) in enumerate(gallery.items()):
        (tmp_path / f"{number}.html").write_text(found.text)
        names[str(number)] = name
    assert complaints(tmp_path, command, names) == []


def test_the_checker_finds_a_fault(tmp_path):
    command = checker()
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a></html>")
    assert any("Duplicate ID" in complaint for complaint in complaints(tmp_path, command))


def test_every_page_is_light(gallery):
    in_all(gallery, lambda found: size if (size := len(found.text.encode())) > MOST_BYTES else None)


def test_every_refused_form_names_its_problems_and_leads_to_them(gallery):
    def look(found: Found) -> str | None:
        if found.status != 422:
            return None
        if not re.search("<title>Error: ", found.text):
            return "no Error: in the title"
        summary = re.search('<div class="error-summary".*?</div>', found.text, re.S)
        if not summary or "There is a problem" not in summary.group() or "autofocus" not in summary.group():
            return "no summary that takes the focus"
        links = re.findall('href="#([^"]*)"', summary.group())
        return ", ".join(link for link in links if f'id="{link}"' not in found.text) or (None if links else "no link")

    in_all(gallery, look)
    assert sum(found.status == 422 for found in gallery.values()) > 15


# What jars when it is read aloud: a number that does not fit its word, and what a program says for nothing.
JARRING = re.compile(
    r"(?<!/)\b1 (?:sessions|places|people|rows|days|minutes|hours|teams|messages|tokens|events|releases|clashes|changes|others)\b"
    r"|\(s\)|\bnil\b|\bnull\b|\bOptional\(|\bundefined\b|\bNaN\b|\bpeople is\b|\bplaces is\b|  ,| \.(?:\s|$)|,,|\.\.(?!\.)")


def test_the_words_fit_their_numbers(gallery):
    def look(found: Found) -> str | None:
        words = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", re.sub("(?s)<(textarea|svg).*?</\\1>", " ", found.text)))
        words = re.sub(r" +([.,;:])", r"\1", words)
        return "; ".join(words[max(0, hit.start() - 40):hit.end() + 20] for hit in JARRING.finditer(words))

    in_all(gallery, look)


def accessible(page: Page, found: Found) -> None:
    assert_accessible(page)


def dark(page: Page, found: Found) -> None:
    # Without this the colours would change slowly.
    page.emulate_media(reduced_motion="reduce", color_scheme="dark")
    try:
        assert_accessible(page, only=["color-contrast"])
    finally:
        page.emulate_media(reduced_motion="no-preference", color_scheme="light")


# Puts the focus on everything that takes it, and answers what does not show it or is wholly behind something else.
FOCUS = """() => {
    const problems = [];
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    for (const field of all) {
        if (field.disabled || field.tabIndex < 0 || field.type === "hidden") continue;
        const closed = field.closest("details:not([open])");
        if (closed && !field.closest("summary")) continue;
        field.focus();
        if (document.activeElement !== field) continue;
        const style = getComputedStyle(field);
        const whole = field.getBoundingClientRect();
        const [left, top] = [Math.max(0, whole.left), Math.max(0, whole.top)];
        const [width, height] = [Math.min(innerWidth, whole.right) - left, Math.min(innerHeight, whole.bottom) - top];
        const name = field.outerHTML.slice(0, 120);
        if (style.outlineStyle === "none" && style.boxShadow === "none") problems.push(`no focus to see: ${name}`);
        const points = [];
        for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
            points.push([left + width * x, top + height * y]);
        }
        const seen = width > 0 && height > 0 && points.some(([x, y]) => {
            const there = document.elementFromPoint(x, y);
            return there && (field.contains(there) || there.contains(field) || field.labels?.[0]?.contains(there));
        });
        if (!seen) problems.push(`behind something: ${name}`);
    }
    return problems;
}"""


def thumb(page: Page, found: Found) -> None:
    assert_accessible(page, only=["target-size"])


def zoomed(page: Page, found: Found) -> str:
    assert_fits(page)
    page.keyboard.press("Tab")
    return "\n    ".join(page.evaluate(FOCUS))


# WCAG 2.2, success criterion 1.4.12, and what is cut off by it.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    const problems = [];
    for (const part of document.querySelectorAll("body *")) {
        const style = getComputedStyle(part);
        if (!part.textContent.trim() || part.closest(".visually-hidden, svg, textarea, select, [hidden]")) continue;
        const box = part.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) continue;
        const cut = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
        if (cut("Y") && part.scrollHeight > part.clientHeight + 1 || cut("X") && part.scrollWidth > part.clientWidth + 1) {
            problems.push(part.outerHTML.slice(0, 160));
        }
    }
    document.adoptedStyleSheets = [];
    return problems;
}"""


def spaced(page: Page, found: Found) -> str:
    problems = page.evaluate(SPACED)
    assert_fits(page)
    return "\n    ".join(problems)


# With colours of the reader's own, what is pressed needs an edge or a line, and what is current more than a colour.
FORCED = """() => {
    const problems = [];
    const edge = (style) => ["Top", "Right", "Bottom", "Left"].map(
        (side) => style[`border${side}Style`] === "none" ? "0" : style[`border${side}Width`]).join(" ");
    const marks = (style) => [edge(style), style.fontWeight, style.textDecorationLine, style.outlineStyle].join("|");
    for (const control of document.querySelectorAll(".button, input:not([type=hidden]), select, textarea")) {
        const style = getComputedStyle(control);
        if (control.closest(".visually-hidden") || control.classList.contains("visually-hidden")) continue;
        if (!/[1-9]/.test(edge(style)) && style.textDecorationLine === "none" && !["radio", "checkbox"].includes(control.type)) {
            problems.push(`no edge: ${control.outerHTML.slice(0, 120)}`);
        }
    }
    for (const current of document.querySelectorAll("a[aria-current]")) {
        const list = current.closest("ul, ol, nav");
        const other = list && [...list.querySelectorAll(current.tagName)].find((one) => !one.hasAttribute("aria-current"));
        if (other && marks(getComputedStyle(current)) === marks(getComputedStyle(other))) {
            problems.push(`current by colour alone: ${current.outerHTML.slice(0, 120)}`);
        }
    }
    return problems;
}"""


def forced(page: Page, found: Found) -> str:
    page.emulate_media(color_scheme="dark", forced_colors="active")
    try:
        return "\n    ".join(page.evaluate(FORCED))
    finally:
        page.emulate_media(color_scheme="light", forced_colors="none")


# What still moves, for whoever asked for nothing to.
MOVING = """() => [...document.querySelectorAll("*")].filter((part) => {
    const style = getComputedStyle(part);
    const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.001);
    return style.scrollBehavior === "smooth" || lasts(style.transitionDuration)
        || style.animationName !== "none" && lasts(style.animationDuration);
}).map((part) => part.outerHTML.slice(0, 120))"""


def still(page: Page, found: Found) -> str:
    page.emulate_media(reduced_motion="reduce")
    try:
        return "\n    ".join(page.evaluate(MOVING)[:3])
    finally:
        page.emulate_media(reduced_motion="no-preference")


# What a sheet of paper would lose: a table that is hidden with the form around it, a word that goes over the edge.
ON_PAPER = """() => [...document.querySelectorAll("main table, main .tag, main .card, main h1")].filter((part) => {
    if (part.closest("details:not([open]), .on-screen") || part.closest("form:not([data-choose])")) return false;
    const box = part.getBoundingClientRect();
    return !part.offsetHeight || part.scrollWidth > part.clientWidth + 1 || box.right > innerWidth + 1;
}).map((part) => part.outerHTML.slice(0, 120))"""
# An A4 sheet between its margins, upright and lying, in CSS pixels.
UPRIGHT, LYING = 688, 1046


def on_paper(page: Page, found: Found) -> str:
    window = page.viewport_size
    page.set_viewport_size({"width": LYING if 'class="grid"' in found.text else UPRIGHT, "height": 1000})
    page.emulate_media(media="print")
    try:
        assert_fits(page)
        return "\n    ".join(page.evaluate(ON_PAPER)[:3])
    finally:
        page.emulate_media(media="screen")
        page.set_viewport_size(window)


# What is looked at in which window: showing a page takes longer than looking at it, so one showing serves all of these.
LOOKS = {
    "desktop": [accessible, dark, spaced, forced, still, on_paper],
    "zoomed": [thumb, zoomed, spaced],
}


# What the style sheet alone decides: looked at on pages that have a part, in a place, that no page before had.
BY_STYLE = [dark, forced, still, thumb]
PARTS = """() => {
    const kind = (part) => part ? [part.localName, part.getAttribute("type"), ...part.classList].join(".") : "";
    const within = (part) => [kind(part.parentElement), kind(part.parentElement?.parentElement)].join(" ");
    return [...new Set([...document.querySelectorAll("body *")].map((part) => `${within(part)} ${kind(part)}`))];
}"""


def seen(look, *about) -> str | None:
    """What a look finds, by its answer or its assertion."""
    try:
        return look(*about)
    except AssertionError as error:
        return str(error)


@pytest.fixture
def findings(open_page, gallery, server):
    """What was found on every page in a kind of window, by look."""

    def found_in(kind: str) -> dict[str, dict[str, str]]:
        if kind not in _findings:
            page = open_page(kind)
            _findings[kind] = {look.__name__: {} for look in LOOKS[kind]}
            known: set[str] = set()
            for name, found in gallery.items():
                show(server, page, found)
                parts = set(page.evaluate(PARTS))
                looks = [look for look in LOOKS[kind] if look not in BY_STYLE or not parts <= known]
                known |= parts
                for look in looks:
                    if problems := seen(look, page, found):
                        _findings[kind][look.__name__][name] = problems
        return _findings[kind]

    return found_in


_findings: dict[str, dict[str, dict[str, str]]] = {}


def none(problems: dict[str, str]) -> None:
    assert not problems, "\n".join(f"{name}: {found}" for name, found in problems.items())


def test_every_page_is_accessible(findings):
    none(findings("desktop")["accessible"])


def test_on_a_phone_every_page_takes_a_thumb(findings):
    none(findings("zoomed")["thumb"])


def test_every_page_has_contrast_in_the_dark(findings):
    none(findings("desktop")["dark"])


def test_at_400_percent_nothing_is_lost_and_the_focus_is_in_sight(findings):
    none(findings("zoomed")["zoomed"])


@pytest.mark.parametrize("kind", ["zoomed", "desktop"])
def test_wider_text_is_not_cut_off(findings, kind):
    none(findings(kind)["spaced"])


def test_with_forced_colours_controls_have_edges(findings):
    none(findings("desktop")["forced"])


def test_nothing_moves_for_whoever_asked_for_that(findings):
    none(findings("desktop")["still"])


def test_nothing_is_lost_on_paper(findings):
    none(findings("desktop")["on_paper"])


# One fault for every look.
FAULTS = """<!doctype html><html lang="en"><head><title>Faults</title></head><body><main>
<h1>Faults</h1><img src="/assets/icon.svg"><p id="pale">Pale in the dark</p><button id="bare">Bare</button>
<p id="cut">Cut off when there is more room between the lines</p><table id="wide"><tr><td>A</td></tr></table><p><a class="small" href="/1">1</a><a class="small" href="/2">2</a></p>
<button id="unseen" class="button">Unseen</button><p id="moving">Moving</p></main></body></html>"""
# By script, as no style of a page's own is taken.
FAULTY = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`#cut { height: 1.2em; line-height: 1.2; overflow: hidden; }
        @media (prefers-color-scheme: dark) { #pale { color: #444; background: #222; } }
        @media (forced-colors: active) { #unseen { border: 0; text-decoration: none; } }
        @media (prefers-reduced-motion: reduce) { #moving { transition: color 3s; } }
        @media print { #wide { display: none; } }
        .small { display: inline-block; width: 9px; height: 9px; overflow: hidden; }
        #bare:focus { outline: none; box-shadow: none; }`);
    // The look at wider text takes the sheets away again.
    Object.defineProperty(document, "adoptedStyleSheets", { value: document.adoptedStyleSheets, configurable: true });
    document.adoptedStyleSheets.push(sheet);
}"""


def test_the_looks_find_planted_faults(open_page, server, gallery):
    faulty = Found("/accessibility", 200, FAULTS, {"content-type": "text/html"})
    for kind, looks in LOOKS.items():
        page = open_page(kind)
        for look in looks:
            show(server, page, faulty)
            page.evaluate(FAULTY)
            assert seen(look, page, faulty), f"{look.__name__} in a {kind} window"
