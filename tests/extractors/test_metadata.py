"""Titles, languages, and the signs that bear on the state of a source."""

import pytest
from extractors.readings import PROSE, read

LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<meta property=og:title content='Wages &amp; hours'><title>x</title>", "y", "Wages & hours"),
        (
            "<meta property=og:title content='Wages | The Paper'><meta property=og:site_name content='The Paper'>",
            "",
            "Wages",
        ),
        ("<title>Wages in Kenya | The Paper</title>", "Wages in Kenya", "Wages in Kenya"),
        ("<title>Wages in Kenya - The Paper</title>", "The Paper", "The Paper"),
        ("<title>Wages in Kenya today - The Paper</title>", "", "Wages in Kenya today"),
        ("<title>Wages: a story of two towns</title>", "", "Wages: a story of two towns"),
        ("<title>\n  Wages\n in   Kenya </title>", "", "Wages in Kenya"),
        ("", "Only a heading", "Only a heading"),
        ("", "", ""),
    ],
)
def test_the_title_is_the_articles_own(head: str, heading: str, title: str) -> None:
    assert read(f"{head}<h1>{heading}</h1><p>{PROSE}").title == title


def test_the_title_of_a_drawing_is_not_the_pages() -> None:
    assert read(f"<title>Wages</title><svg><title>Close</title></svg><p>{PROSE}").title == "Wages"


def test_elements_in_the_title_of_a_drawing_end_with_it() -> None:
    page = f"<svg><title><title>Close</title><g><script>x</script></g></title></svg><p>{PROSE}</p>"

    assert read(page).text == PROSE


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ("<html lang=fr>", "fr"),
        ("<html lang=en-GB>", "en"),
        ("<html xml:lang=DE>", "de"),
        ("<meta http-equiv=content-language content='pt-BR, en'>", "pt"),
        ("<meta property=og:locale content=es_ES>", "es"),
        ("<html lang='not a language'>", ""),
        ("<html>", ""),
    ],
)
def test_the_language_is_what_the_page_says(page: str, language: str) -> None:
    assert read(f"{page}<p>{PROSE}").language == language


@pytest.mark.parametrize(
    ("page", "free"),
    [
        (LD.format('{"isAccessibleForFree": false}'), False),
        (LD.format('{"isAccessibleForFree": "False"}'), False),
        (LD.format('{"isAccessibleForFree": "https://schema.org/True"}'), True),
        (LD.format('{"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": "false"}}'), False),
        ("<meta itemprop=isAccessibleForFree content=true>", True),
        (LD.format('{"isAccessibleForFree": "perhaps"}'), None),
        ("", None),
    ],
)
def test_whether_a_page_is_free_is_what_it_says_of_itself(page: str, free: bool | None) -> None:
    assert read(f"{page}<p>{PROSE}").signs.free is free


@pytest.mark.parametrize(
    ("page", "mark"),
    [
        ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", "challenge:cloudflare"),
        ("<title>Attention Required! | Cloudflare</title>", "challenge:cloudflare"),
        ("<script src=https://geo.captcha-delivery.com/captcha/></script>", "challenge:datadome"),
        ("<div id=px-captcha></div>", "challenge:perimeterx"),
        ("<iframe src='/_Incapsula_Resource?x'></iframe>", "challenge:imperva"),
        ("<p>Access Denied. Reference #18.2d351ab8.1557333295.a4e16ab", "challenge:akamai"),
        ("<title>Sucuri WebSite Firewall - Access Denied</title>", "challenge:sucuri"),
        ("<script src=/.well-known/ddos-guard/js-challenge></script>", "challenge:ddos-guard"),
        ("<script src=/.within.website/x/cmd/anubis/static/js></script>", "challenge:anubis"),
        ("<div class='paywall-overlay'></div>", "paywall:markup"),
        ("<div class='tp-container-inner'></div>", "paywall:piano"),
        ("<meta property=article:content_tier content=metered>", "paywall:tier"),
        ("<div id='onetrust-consent-sdk'></div>", "consent:onetrust"),
        ("<div id='didomi-host'></div>", "consent:didomi"),
        ("<html data-adblockkey=MFww>", "parked:adblockkey"),
        ('<script>window.location.href="/lander"</script>', "parked:lander"),
        ("<a href=https://www.sedoparking.com/x>x</a>", "parked:sedo"),
        ("<link rel=canonical href=https://x.test/>", "canonical:root"),
    ],
)
def test_a_proof_in_the_markup_is_marked(page: str, mark: str) -> None:
    assert mark in read(page).signs.marks


@pytest.mark.parametrize(
    "page",
    [
        "<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script>",
        "<script src=https://challenges.cloudflare.com/turnstile/v0/api.js></script>",
        "<script src=https://www.google.com/recaptcha/api.js></script>",
        "<script src=https://cdn.cookielaw.org/x></script>",
        "<p>The paywall of the paper cost it readers; piano-makers say so, and onetrust-watchers.</p>",
        "<link rel=canonical href=https://x.test/a/b>",
    ],
)
def test_the_presence_of_a_vendor_is_no_mark(page: str) -> None:
    assert read(f"{page}<p>{PROSE}").signs.marks == ()


def test_a_password_field_a_refresh_and_a_heading_are_signs() -> None:
    signs = read("<meta http-equiv=refresh content='0; url=/next'><h1>Sign in</h1><input type=PASSWORD>").signs

    assert (signs.password_form, signs.meta_refresh, signs.h1) == (True, "/next", "Sign in")


@pytest.mark.parametrize(
    ("page", "shell"),
    [
        ("<div id=root></div><script src=/app.js></script>", True),
        ("<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{}</script>", True),
        ("<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div>", True),
        (f"<div id=root><p>{PROSE}</p><p>{PROSE}</p></div>", False),
        ("<h1>404</h1><p>Not found</p>", False),
    ],
)
def test_an_empty_mount_point_is_a_shell(page: str, shell: bool) -> None:
    assert read(page).signs.script_shell is shell
