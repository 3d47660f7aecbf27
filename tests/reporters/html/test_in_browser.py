"""The page in a real Chromium: shown, filtered, walked through by keyboard, measured, printed, and attacked."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reporters import samples
from reporters.html.stage import page_of, past_of, told
from reporters.poison import HOSTILE, POISONED

from claimcheck.enums import State
from claimcheck.model import Report

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("playwright") is None or shutil.which("chromium") is None,
    reason="no Chromium, or no Playwright: pip install 'claimcheck-cli[browser]'; apt-get install chromium",
)
ROOT = Path(__file__).parents[3]
AXE = Path(os.environ.get("CLAIMCHECK_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
needs_axe = pytest.mark.skipif(
    not AXE.is_file(), reason="no axe-core: npm install --no-save axe-core@4; or name it: CLAIMCHECK_AXE=…/axe.min.js"
)
EVERY = (*samples.ALL, *(samples.in_state(state) for state in State))
FULL = told(*EVERY, past=past_of(*EVERY))
ALONE = replace(FULL, article=None)
SHOWN = ".card:not([hidden])"
WIDTHS = (380, 900, 1400)
WATCH = "addEventListener('securitypolicyviolation', event => (window.refused ??= []).push(event.violatedDirective))"
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolled = node => node && (getComputedStyle(node).overflowX !== 'visible' || scrolled(node.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter(node => !node.closest('.unseen, .drawings, .skip') && !scrolled(node.parentElement))
    .filter(node => node.getBoundingClientRect().right > wide + 1)
    .map(node => `${node.tagName}.${node.className}`);
}"""
OVERLAP = """() => {
  const found = [];
  const groups = '.masthead, .top, main, .reading, .side, .bar, .verdicts, .choices, .status, .cards, .card, .head, ' +
    '.evidence, .source, .sources, .sources > li, .prose, .hints, .values tr, .past, .charts, .charts > *, .drawn';
  for (const group of document.querySelectorAll(groups)) {
    const boxes = [...group.children]
      .filter(node => !node.matches('.unseen, .drawings, .dot, script') && node.getClientRects().length)
      .map(node => [node, node.getBoundingClientRect()]);
    for (const [node, box] of boxes)
      if (box.right > group.getBoundingClientRect().right + 1 && !node.matches('.skip'))
        found.push(`${node.tagName}.${node.className} out of ${group.className}`);
    for (const [number, [node, box]] of boxes.entries())
      for (const [other, its] of boxes.slice(number + 1))
        if (Math.min(box.right, its.right) - Math.max(box.left, its.left) > 1 &&
            Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 1)
          found.push(`${node.tagName}.${node.className} on ${other.tagName}.${other.className}`);
  }
  return found;
}"""


@dataclass
class Viewer:
    """A Chromium that shows reports from the disk, and notes whatever they try."""

    browser: Any
    folder: Path
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def show(self, report: Report, *, width: int = 1400, language: str = "en", **options: Any) -> Any:
        path = self.folder / "report.html"
        path.write_text(page_of(report, language), encoding="utf-8")
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.goto(path.as_uri())
        return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        # As root, in containers, Chromium has no sandbox and refuses to start with one.
        launched = driver.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=os.geteuid() != 0)
        yield launched
        launched.close()


@pytest.fixture
def viewer(browser: Any, tmp_path: Path) -> Iterator[Viewer]:
    shown = Viewer(browser, tmp_path)
    yield shown
    for context in browser.contexts:
        context.close()


def visible(page: Any) -> list[str]:
    ids: list[str] = page.eval_on_selector_all(".card", "cards => cards.filter(c => !c.hidden).map(c => c.id)")
    return ids


def test_the_page_asks_for_nothing_and_breaks_none_of_its_own_rules(viewer: Viewer) -> None:
    page = viewer.show(FULL)
    assert [url for url in viewer.asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in viewer.asked if url.startswith("file:")]) == 1
    assert viewer.said == []
    assert page.evaluate("window.refused || []") == []
    assert page.locator(".bar").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("with_article", [True, False])
def test_nothing_leaves_the_window_and_no_box_lies_on_another(viewer: Viewer, width: int, with_article: bool) -> None:
    page = viewer.show(FULL if with_article else ALONE, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(OVERLAP) == []


def test_a_highlight_moves_no_word_off_its_line(viewer: Viewer) -> None:
    # A box whose edge lies between two pixels draws the text of an inner one a pixel lower than its own.
    page = viewer.show(FULL)
    edges = page.eval_on_selector_all(
        ".prose .spot", "spots => spots.map(s => [getComputedStyle(s).paddingTop, getComputedStyle(s).paddingBottom])"
    )
    assert all(float(edge.removesuffix("px")).is_integer() for pair in edges for edge in pair)


def test_filters_show_what_fits_all_of_them_and_say_how_many(viewer: Viewer) -> None:
    from playwright.sync_api import expect

    page = viewer.show(FULL)
    contradicted = [f"claim-{n}" for n, f in enumerate(FULL.findings, 1) if f.verdict.value == "contradicted"]
    page.click("[data-filter=contradicted]")
    assert sorted(visible(page)) == sorted(contradicted)
    assert page.inner_text("#shown") == f"{len(contradicted)} of {len(FULL.findings)} claims shown"
    assert page.locator("[data-filter=contradicted]").get_attribute("aria-pressed") == "true"
    page.select_option("#choose-code", "V218")
    assert len(visible(page)) == 1
    page.click("#reset")
    assert len(visible(page)) == len(FULL.findings)
    page.select_option("#choose-state", "not_found")
    assert [f"claim-{n}" for n, f in enumerate(FULL.findings, 1) if any(s.state == "not_found" for s in f.sources)] == (
        visible(page)
    )
    page.click("#reset")
    page.fill("#search", "OUVRIERS gagnaient")
    expect(page.locator(SHOWN)).to_have_count(1)
    assert visible(page) == ["claim-1"]
    page.fill("#search", "no such words")
    expect(page.locator(SHOWN)).to_have_count(0)
    assert page.inner_text("#shown") == "No claim has all of these."


@pytest.mark.parametrize("width", [380, 1400])
def test_a_highlight_leads_to_its_claim_and_the_claim_back(viewer: Viewer, width: int) -> None:
    page = viewer.show(FULL, width=width)
    page.locator(".prose [data-claims='7']").first.click()
    assert page.evaluate("document.activeElement.id") == "claim-7"
    assert page.locator("#claim-7").get_attribute("aria-current") == "true"
    box = page.locator("#claim-7 h3").bounding_box()
    assert 0 <= box["y"] <= 900
    page.click("#claim-7 .back")
    assert 0 <= page.locator("#place-7").bounding_box()["y"] <= 900


def test_all_can_be_reached_and_worked_by_keyboard(viewer: Viewer) -> None:
    page = viewer.show(FULL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(n => n === document.body ? '' : n.id || n.className || n.tagName)(document.activeElement)"
        )
        if not name:
            break
        seen.add(name)
    assert {"theme", "point-out", "search", "choose-code", "choose-state", "next", "cards"} <= seen
    assert any("spot" in name or name.startswith("place-") for name in seen)
    page.focus("#next")
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.id")
    page.focus("#next")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") != first
    assert page.evaluate("'look' in document.activeElement.dataset")
    page.focus("[data-filter=ignored]")
    page.keyboard.press("Space")
    assert len(visible(page)) == 1


def test_light_and_dark_follow_the_system_until_the_reader_chooses(viewer: Viewer) -> None:
    page = viewer.show(FULL, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(21, 23, 26)"
    page.click("#theme")
    assert page.evaluate(paper) == "rgb(250, 248, 244)"
    page.reload()
    assert page.evaluate(paper) == "rgb(250, 248, 244)"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_sentence_without_a_claim_is_pointed_out_with_or_without_the_script(viewer: Viewer, scripts: bool) -> None:
    page = viewer.show(FULL, java_script_enabled=scripts)
    line = "getComputedStyle(document.querySelector('.uncovered')).textDecorationLine"
    if scripts:
        assert page.evaluate(line) == "underline"
        page.uncheck("#point-out")
        assert page.evaluate(line) == "none"
    else:
        # Nothing of the page's own runs; what a test asks of it does.
        assert page.evaluate(line) == "underline"


def test_without_its_script_the_page_holds_everything_and_shows_no_dead_control(viewer: Viewer) -> None:
    page = viewer.show(FULL, java_script_enabled=False)
    assert page.locator(".card").count() == len(FULL.findings)
    assert page.locator(".card >> nth=0").is_visible()
    assert not page.locator(".bar").is_visible()
    assert not page.locator("#theme").is_visible()
    assert not page.locator(".scripted").is_visible()


def test_it_prints_with_every_claim_and_without_controls(viewer: Viewer) -> None:
    page = viewer.show(FULL)
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in printed).split())
    for finding in FULL.findings:
        if finding.claim.text.isascii():
            assert finding.claim.text in text
    assert "The lab paid the contractor $12.50 an hour" in text, "what is folded on the screen is not on paper"
    assert "Previous to look at" not in text
    assert 3 <= len(printed) <= 30


def test_hostile_texts_run_nothing_and_stay_texts(viewer: Viewer) -> None:
    page = viewer.show(told(*POISONED.findings))
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, form, base").count() == 0
    assert "<script>alert(1)</script>" in page.inner_text(".card >> nth=0")
    page.click(".prose [data-claims] >> nth=0")
    page.fill("#search", HOSTILE[:40])
    assert viewer.said == []
    assert [url for url in viewer.asked if not url.startswith(("file:", "data:"))] == []
    assert page.evaluate("window.refused || []") == []


@needs_axe
@pytest.mark.parametrize(
    ("scheme", "width", "with_article", "language"),
    [("light", 1400, True, "en"), ("dark", 1400, True, "fr"), ("light", 380, False, "fr"), ("dark", 900, False, "en")],
)
def test_axe_finds_nothing_to_object_to(
    viewer: Viewer, scheme: str, width: int, with_article: bool, language: str
) -> None:
    report = FULL if with_article else ALONE
    page = viewer.show(report, width=width, language=language, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0]["failureSummary"]) for rule in found] == []
