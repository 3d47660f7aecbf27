"""The page: head, masthead, article, claims, sources, in one file that asks nothing of anybody.  Pure."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from claimcheck._version import __version__
from claimcheck.enums import Verdict
from claimcheck.reporters.brief import clipped
from claimcheck.reporters.html.article import ArticlePage
from claimcheck.reporters.html.claims import card
from claimcheck.reporters.html.filters import filter_bar, shares_bar
from claimcheck.reporters.html.icons import icon, sheet
from claimcheck.reporters.html.markup import Markup, element, join, link_to, verbatim
from claimcheck.reporters.html.passages import dots
from claimcheck.reporters.html.setting import Setting
from claimcheck.reporters.html.sources import cited_sources, sources_list
from claimcheck.reporters.html.strips import overview

MANY = 60
"""Claims above which a browser draws only the cards that are in view; then it is as quick with thousands."""
_TITLE = 300
_POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M3 8.5l3.4 3.4L13 "
    "4.6' fill='none' stroke='%23287a4b' stroke-width='2.4' stroke-linecap='round'/%3E%3C/svg%3E"
)


def page(setting: Setting) -> str:
    """Return the whole page, ending in a newline."""
    mode = "with-article" if setting.document is not None else "claims-alone"
    body = element(
        "body",
        sheet(),
        element("a", setting.words.say("to_claims"), href="#claims", class_="skip"),
        _masthead(setting),
        element("main", _reading(setting), _sources(setting), overview(setting)),
        _footer(setting),
        verbatim(f"<script>{_asset('report.js')}</script>"),
        class_=f"{mode} many" if len(setting.items) > MANY else mode,
    )
    return f"<!doctype html>\n{element('html', _head(setting), body, lang=setting.words.language)}\n"


@cache
def _asset(name: str) -> str:
    return (files("claimcheck.reporters.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _head(setting: Setting) -> Markup:
    style, script = _asset("report.css"), _asset("report.js")
    policy = _POLICY.format(style=_hash(style), script=_hash(script))
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{_title(setting)} · claimcheck"),
        element("link", rel="icon", href=_ICON),
        verbatim(f"<style>{style}</style>"),
    )


def _title(setting: Setting) -> str:
    article = setting.report.article
    read = setting.document.title if setting.document is not None else ""
    named = article.name if article is not None else setting.report.claims_file.article
    return clipped(read, _TITLE) or clipped(named, _TITLE) or setting.words.say("title")


def _masthead(setting: Setting) -> Markup:
    report, words = setting.report, setting.words
    counts = [
        element("span", clipped(report.claims_file.path, 200), class_="file"),
        words.count("claims", len(report.findings)),
        words.count("sources_count", len(cited_sources(report))),
    ]
    if report.made_at is not None:
        counts.append(words.say("checked_on", day=words.day(report.made_at.date())))
    article = report.article
    link = None
    if article is not None and article.name.startswith("http"):
        link = element("p", link_to(article.name, clipped(article.name, _TITLE)), class_="address")
    theme = element("button", icon("theme"), element("span", words.say("theme")), type="button", id="theme",
                    class_="quiet", hidden=True)  # fmt: skip
    return element(
        "header",
        element(
            "div",
            element("p", element("strong", "claimcheck"), " ", words.say("brand_line"), class_="brand"),
            theme,
            class_="top",
        ),
        element("h1", _title(setting), dir="auto"),
        link,
        element("p", dots(counts), class_="facts"),
        *_notices(setting),
        *_lede(setting),
        class_="masthead",
    )


def _notices(setting: Setting) -> list[Markup]:
    report, words = setting.report, setting.words
    told = []
    if report.network_down:
        told.append(words.say("network_down"))
    if report.interrupted:
        done = len(report.findings)
        told.append(words.say("interrupted", done=done, total=done + report.pending))
    if report.skipped:
        told.append(words.count("skipped", report.skipped))
    if report.article is not None and report.article.detail:
        told.append(words.say("article_unread", why=clipped(report.article.detail, 300)))
    return [element("p", text, class_="notice") for text in told]


def _lede(setting: Setting) -> list[Markup]:
    report, words = setting.report, setting.words
    if not report.findings:
        return [element("p", words.say("lede_none"), class_="lede")]
    wanting = sum(setting.needs_a_look(number) for number in range(len(setting.items)))
    total = words.count("claims", len(report.findings))
    fine = wanting == 0 and report.count(Verdict.SUPPORTED) == len(report.findings)
    said = words.say("lede_fine") if fine else words.count("lede", wanting, total=total)
    divided = ", ".join(
        f"{words.number(report.count(verdict))} {words.verdict(verdict)}"
        for verdict in Verdict
        if report.count(verdict)
    )
    return [element("p", said, class_="lede"), shares_bar(report, divided)]


def _reading(setting: Setting) -> Markup:
    words = setting.words
    cards = _cards(setting)
    title = element("h2", words.count("claims", len(setting.items)), id="claims-title", class_="unseen")
    side = element("section", title, filter_bar(setting), cards, id="claims", aria_labelledby="claims-title",
                   class_="side")  # fmt: skip
    if setting.document is None:
        return side
    return element("div", _article(setting), side, class_="reading")


def _cards(setting: Setting) -> Markup:
    words = setting.words
    placed = [number for number in setting.order if number in setting.placed]
    others = [number for number in setting.order if number not in setting.placed]
    apart = None
    if setting.document is not None and others:
        apart = element("p", words.count("not_in_article", len(others)), class_="apart")
    return element(
        "div",
        (card(setting, number) for number in placed),
        apart,
        (card(setting, number) for number in others),
        id="cards",
        class_="cards",
        tabindex=0 if setting.document is not None else None,
        role="group" if setting.document is not None else None,
        aria_labelledby="claims-title" if setting.document is not None else None,
    )


def _article(setting: Setting) -> Markup:
    words, document = setting.words, setting.document
    if document is None:
        return join()
    count = len(setting.uncovered)
    hints = [element("p", words.say("article_hint"))] if setting.places else []
    if count:
        toggle = element("label", element("input", type="checkbox", id="point-out", checked=True), " ",
                         words.say("show_uncovered"), class_="scripted", hidden=True)  # fmt: skip
        hints.append(element("p", words.count("uncovered", count), " ", toggle))
    return element(
        "section",
        element("h2", words.say("article"), id="article-title", class_="kicker"),
        element("div", *hints, class_="hints"),
        element("div", ArticlePage(setting, document).render(), class_="prose", lang=document.language or None,
                dir="auto"),
        class_="article",
        aria_labelledby="article-title",
    )  # fmt: skip


def _sources(setting: Setting) -> Markup | None:
    cited = cited_sources(setting.report)
    if not cited:
        return None
    return element(
        "section",
        element("h2", setting.words.say("sources"), id="sources-title"),
        sources_list(setting, cited),
        id="sources",
        aria_labelledby="sources-title",
        class_="part",
    )


def _footer(setting: Setting) -> Markup:
    return element("footer", element("p", setting.words.say("made_by", version=__version__)))
