"""What every page must keep: no violation found by axe, and no sideways scrolling."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Success criterion 2.5.8 is not among what axe looks at by itself. What passed is not listed, only counted.
_OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
_RUN = "options => axe.run(document, options).then(({violations, passes}) => ({violations, passes: passes.length}))"


def assert_accessible(page: Page, only: list[str] | None = None) -> None:
    """Fails with the rule, the element and the remedy of everything that axe objects to on the page as it stands, by all its
    rules or by some.

    Where scripts are off axe cannot run; the same pages are looked at with scripts on."""
    if getattr(page, "without_scripts", False):
        return
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    results = page.evaluate(_RUN, _OPTIONS | ({"runOnly": only, "rules": {}} if only else {}))
    complaints = []
    for violation in results["violations"]:
        complaints.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        for node in violation["nodes"]:
            summary = node["failureSummary"].replace("\n", "\n        ")
            complaints.append(f"    {node['html'][:200]}\n        {summary}")
    assert not complaints, f"{page.url} at {page.viewport_size}:\n" + "\n".join(complaints)
    # axe answers without violations when it could not look at anything.
    assert only or results["passes"], f"axe looked at nothing on {page.url}"


def assert_fits(page: Page) -> None:
    """Fails if the page is wider than its window."""
    wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= window, f"{page.url} is {wide} px wide in a window of {window}"
