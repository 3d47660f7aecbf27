"""What a page that was read really is, as truth tables: walls, soft 404s, parked domains, and many innocent pages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline.fakes import source

from claimcheck.enums import Role, State, StateClass
from claimcheck.judges.walls import WallClassifier
from claimcheck.model import Block, Document, Fetched, Hop, Page, PageSigns

CITED = "https://news.example.org/2023/05/wages-of-data-workers"
PROSE = (
    "The workers told our reporters that they read and sorted texts for nine hours a day. "
    "Their contracts name a monthly wage and a bonus, which was paid late in three of the five months. "
)
SHORT_NEWS = PROSE * 2
ARTICLE = PROSE * 20


def document(title: str = "", *paragraphs: str, role: Role = Role.PARAGRAPH, **signs: object) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(role, (len(text), len(text) + len(paragraph))))
        text += paragraph + "\n"
    return Document(text, tuple(blocks), title=title, signs=PageSigns(**signs))  # type: ignore[arg-type]  # a builder for tests


def fetched(final: str = CITED, *, cited: str = CITED, state: State = State.LIVE, status: int = 200) -> Fetched:
    hops = (Hop(cited, 302),) if final != cited else ()
    return Fetched(source(cited), state, Page(final, b"", status=status), final, status, hops)


def classify(page: Document | None, at: Fetched | None = None, *, matched: bool = False) -> Fetched:
    return WallClassifier().classify(at or fetched(), page, matched=matched)


def state_of(page: Document, final: str = CITED, cited: str = CITED) -> State:
    return classify(page, fetched(final, cited=cited)).state


# ---------------------------------------------------------------------------------------------- evidence comes first

WALLED = [
    document("Page not found", "Sorry."),
    document("This domain is for sale", "Buy this domain.", marks=("parked:sedo",)),
    document("Wages", ARTICLE, free=False, marks=("paywall:piano",)),
    document("Wages", "Short.", marks=("consent:onetrust",)),
    document("Just a moment...", "", marks=("challenge:cloudflare",)),
    document("Log in", "Password", password_form=True),
    document("", "", script_shell=True),
]


@pytest.mark.parametrize("page", WALLED, ids=lambda page: page.title or "empty shell")
@pytest.mark.parametrize("state", [State.LIVE, State.MOVED])
def test_evidence_on_the_page_means_present_whatever_it_carries_around_it(page: Document, state: State) -> None:
    at = fetched("https://news.example.org/", state=state)
    assert classify(page, at, matched=True) == at


@pytest.mark.parametrize("page", WALLED, ids=lambda page: page.title or "empty shell")
def test_the_same_page_without_the_evidence_is_what_stands_in_its_place(page: Document) -> None:
    found = classify(page)
    assert found.state.state_class is not StateClass.PRESENT
    assert found.detail


def test_a_page_that_was_cut_off_is_live_where_the_evidence_is_in_what_was_read() -> None:
    at = fetched(state=State.TOO_LARGE)
    assert classify(document("Wages", ARTICLE), at, matched=True).state is State.LIVE
    assert classify(document("Wages", ARTICLE), at).state is State.TOO_LARGE


def test_what_was_read_in_part_says_nothing_of_what_was_not_found_in_it() -> None:
    book = replace(document("A report", ARTICLE), truncated="the first 2,000 pages")
    found = classify(book)
    assert (found.state, found.detail) == (State.TOO_LARGE, "only a part was read: the first 2,000 pages")
    assert classify(book, matched=True) == fetched()


def test_what_was_not_extracted_stays_what_was_fetched() -> None:
    assert classify(None) == fetched()


# ---------------------------------------------------------------------------------------------------- error pages


@pytest.mark.parametrize("state", [State.NOT_FOUND, State.BLOCKED, State.SERVER_ERROR])
def test_an_error_page_whose_body_proves_a_bot_wall_is_blocked_and_names_the_vendor(state: State) -> None:
    found = classify(
        document("Just a moment...", "", marks=("challenge:cloudflare",)), fetched(state=state, status=404)
    )
    assert found.state is State.BLOCKED
    assert "cloudflare" in found.detail
    assert "404" in found.detail


@pytest.mark.parametrize("matched", [True, False])
@pytest.mark.parametrize("state", [State.NOT_FOUND, State.GONE, State.BLOCKED, State.SERVER_ERROR, State.RATE_LIMITED])
def test_no_text_of_an_error_page_makes_it_a_page(state: State, matched: bool) -> None:
    at = fetched(state=state, status=404)
    assert classify(document("Wages", ARTICLE), at, matched=matched) == at


def test_a_missing_page_of_a_site_that_a_vendor_guards_is_missing_all_the_same() -> None:
    page = document("Page not found | News", "Try the search.", marks=("challenge:cloudflare",))
    assert classify(page, fetched(state=State.NOT_FOUND, status=404)).state is State.NOT_FOUND


# ------------------------------------------------------------------------------------------------------- soft 404


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "404 Not Found",
        "Error 404 (Not Found)!!1",
        "Page not found | The Example News",
        "Page Not Found - Example",
        "The Example News — Oops! That page can\u2019t be found.",
        "Sorry, the page you are looking for does not exist",
        "This article is no longer available",
        "404",
        "404 | Example News",
        "Page introuvable \u2013 Le Journal",
        "Erreur 404 : page introuvable",
        "Cette page n\u2019existe pas",
        "Oups ! La page que vous recherchez n'existe plus.",
        "Seite nicht gefunden",
        "Fehler 404 \u2013 Die Seite wurde nicht gefunden",
        "Página no encontrada | Diario",
        "Error 404: Página no encontrada",
        "Página não encontrada",
        "Pagina non trovata",
        "Errore 404 - Pagina non trovata",
        "Pagina niet gevonden",
        "Nie znaleziono strony",
        "Sidan hittades inte",
        "Sayfa bulunamad\u0131",
        "Страница не найдена",
        "Сторінку не знайдено",
        "الصفحة غير موجودة",
        "页面不存在 - 新闻",
        "お探しのページは見つかりませんでした",
        "페이지를 찾을 수 없습니다",
        "पृष्ठ नहीं मिला",
    ],
)
def test_a_short_page_titled_not_found_is_a_soft_404_in_many_languages(title: str) -> None:
    found = classify(document(title, "Go back to the start, or search."))
    assert found.state is State.SOFT_404
    assert "“" in found.detail


def test_the_main_heading_says_it_as_well_as_the_title() -> None:
    assert state_of(document("The Example News", "Try the search.", h1="Page not found")) is State.SOFT_404
    plain = Document("Page not found\nTry the search.", (Block(Role.HEADING, (0, 14)), Block(Role.PARAGRAPH, (15, 30))))
    assert state_of(plain) is State.SOFT_404


def test_the_only_line_of_a_page_may_say_it() -> None:
    page = document("The Example News", "Sorry, the page you were looking for does not exist. Go to the start.")
    assert state_of(page) is State.SOFT_404


def test_menus_and_footers_are_not_the_text_of_an_empty_page() -> None:
    menu = document("Page not found", ARTICLE, role=Role.NAVIGATION)
    assert state_of(menu) is State.SOFT_404


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("404: the page not found that changed the web", (ARTICLE,)),
        ("404: the page not found that changed the web", (SHORT_NEWS,)),
        ("HTTP 404 - An Encyclopedia", (ARTICLE,)),
        ("404 Not Found - HTTP reference", (PROSE * 6,)),
        ("Page not found: a history of the broken link", (SHORT_NEWS,)),
        ("Lost and not found: the workers nobody counts", (SHORT_NEWS,)),
        ("No survivors found after the flood", (SHORT_NEWS,)),
        ("404 workers were dismissed on Monday", (SHORT_NEWS,)),
        ("Flight 404 lands safely", (SHORT_NEWS,)),
        ("Peugeot 404", (SHORT_NEWS,)),
        ("Errors found in the census", (SHORT_NEWS,)),
        ("The film that has been removed from every cinema", (SHORT_NEWS,)),
        ("Introuvable : le médicament que tous cherchent", (SHORT_NEWS,)),
        ("Nicht gefunden: die Suche nach dem Wrack", (SHORT_NEWS,)),
        ("Not found - how a search for survivors ended", (SHORT_NEWS,)),
        ("Wages of data workers", (SHORT_NEWS, "This content is no longer available.", SHORT_NEWS)),
        ("Wages of data workers", (SHORT_NEWS, "Page not found")),
        ("Wages of data workers", ("1,200 workers.",)),
        ("", (ARTICLE,)),
    ],
)
def test_an_innocent_page_is_not_called_a_soft_404(title: str, paragraphs: tuple[str, ...]) -> None:
    assert classify(document(title, *paragraphs)) == fetched()


@pytest.mark.parametrize(
    "final",
    [
        "https://news.example.org/",
        "https://news.example.org",
        "https://www.news.example.org/index.html",
        "https://news.example.org/en/",
        "https://news.example.org/fr-fr",
        "https://news.example.org/?utm_source=redirect",
        "https://other.example/",
        "https://news.example.org/404",
        "https://news.example.org/error/404.html",
        "https://news.example.org/page-not-found/",
        "https://news.example.org/notfound.aspx",
    ],
)
def test_a_redirect_to_a_front_page_or_a_page_for_errors_is_a_soft_404(final: str) -> None:
    found = classify(document("The Example News", ARTICLE), fetched(final))
    assert found.state is State.SOFT_404
    assert "leads to" in found.detail


@pytest.mark.parametrize(
    ("cited", "final"),
    [
        pytest.param(CITED, "https://news.example.org/2023/05/wages-of-data-workers/", id="a slash"),
        pytest.param(CITED, "https://www.news.example.org/archive/wages", id="another page"),
        pytest.param("http://news.example.org", "https://www.news.example.org/", id="the front page itself"),
        pytest.param("https://news.example.org/", "https://news.example.org/en/", id="the front page of a language"),
        pytest.param("https://news.example.org/home", "https://news.example.org/", id="the front page by its name"),
        pytest.param("https://bit.ly/3abc", "https://news.example.org/", id="a shortened link"),
        pytest.param("https://doi.org/10.1000/182", "https://publisher.example/", id="a DOI"),
        pytest.param(CITED, "https://news.example.org/?p=1234", id="a page named by its query"),
        pytest.param(CITED, "https://news.example.org/#/wages", id="a page named by its fragment"),
        pytest.param("https://example.org/status/404", "https://example.org/en/status/404", id="a page on errors"),
        pytest.param("https://example.org/a", "https://example.org/room-404-reopens", id="a page with the number"),
        pytest.param("https://example.org/a", "https://example.org/errors-in-the-census", id="a page with the word"),
    ],
)
def test_a_redirect_to_a_page_is_no_soft_404(cited: str, final: str) -> None:
    assert state_of(document("Wages of data workers", ARTICLE), final, cited) is State.LIVE


def test_a_page_named_by_its_query_that_leads_to_the_front_page_is_a_soft_404() -> None:
    page = document("The Example News", ARTICLE)
    assert state_of(page, "https://news.example.org/", "https://news.example.org/?p=123") is State.SOFT_404


def test_a_page_that_forwards_its_readers_to_the_front_page_is_a_soft_404() -> None:
    assert state_of(document("Redirecting", "", meta_refresh="/")) is State.SOFT_404
    elsewhere = classify(document("Redirecting", "", meta_refresh="/new/address"))
    assert elsewhere.state is State.JS_REQUIRED
    assert "news.example.org/new/address" in elsewhere.detail
    assert state_of(document("Live ticker", ARTICLE, meta_refresh="/")) is State.LIVE


# --------------------------------------------------------------------------------------------------------- parked

PARKED = "https://lost-paper.com/2019/story"


@pytest.mark.parametrize(
    ("page", "final"),
    [
        (document("lost-paper.com", "", marks=("parked:sedo",)), PARKED),
        (document("lost-paper.com is for sale", "Make an offer.", marks=("parked:bodis",)), PARKED),
        (document("lost-paper.com", "This domain is for sale.", "Buy this domain."), PARKED),
        (document("lost-paper.com", "Related links"), "https://www.hugedomains.com/domain_profile.cfm?d=lost-paper"),
        (document("", ARTICLE), "https://sedo.com/search/details/?domain=lost-paper.com"),
        (document("lost-paper.com is for sale", "Ask for a price.", marks=("parked:for-sale",)), PARKED),
        (document("lost-paper.com", "This domain may be for sale!"), "http://ww25.lost-paper.com/2019/story"),
        (document("lost-paper.com", "Ce nom de domaine est à vendre."), "https://vendeur.example/lost-paper"),
    ],
    ids=[
        "mark and nothing else",
        "mark and offer",
        "two offers",
        "parking host",
        "sedo",
        "title",
        "ww25",
        "another domain",
    ],
)
def test_two_signs_or_the_host_of_a_parking_service_make_a_parked_domain(page: Document, final: str) -> None:
    found = classify(page, fetched(final, cited=PARKED))
    assert found.state is State.PARKED
    assert found.detail


@pytest.mark.parametrize(
    ("page", "final", "cited"),
    [
        pytest.param(document("Domains for sale: a market grows", ARTICLE), CITED, CITED, id="an article on the trade"),
        pytest.param(document("voice.com is for sale", SHORT_NEWS), CITED, CITED, id="a report on another domain"),
        pytest.param(
            document("How domains are parked", ARTICLE, "This domain is for sale.", "Buy this domain."),
            CITED, CITED, id="an article that shows the words",
        ),
        pytest.param(
            document("The price of names", SHORT_NEWS, "Buy this domain.", marks=("parked:for-sale",)),
            CITED, CITED, id="short news that shows the words",
        ),
        pytest.param(
            document("The price of names", SHORT_NEWS, marks=("parked:for-sale",)),
            "https://new-paper.com/story", PARKED, id="short news on the trade, moved",
        ),
        pytest.param(document("Wages", ARTICLE, marks=("parked:adblock",)), CITED, CITED, id="an advert's mark"),
        pytest.param(document("Wages", SHORT_NEWS, marks=("parked:adblock",)), CITED, CITED, id="one sign, short news"),
        pytest.param(
            document("About us", ARTICLE), "https://sedo.com/us/about-us/", "https://sedo.com/about", id="the service"
        ),
        pytest.param(document("Wages", ARTICLE), "https://new-paper.com/story", PARKED, id="a paper that moved"),
        pytest.param(document("Wages", SHORT_NEWS), "https://new-paper.com/story", PARKED, id="short news that moved"),
    ],
)  # fmt: skip
def test_an_innocent_page_is_not_called_parked(page: Document, final: str, cited: str) -> None:
    assert state_of(page, final, cited) is State.LIVE


# ----------------------------------------------------------------------------------------------------------- login


@pytest.mark.parametrize(
    "final",
    [
        "https://news.example.org/login?next=/2023/05/wages",
        "https://accounts.example.org/signin?continue=https%3A%2F%2Fnews.example.org",
        "https://sso.example.org/saml2/idp?RelayState=x",
        "https://news.example.org/wp-login.php?redirect_to=%2Fwages",
        "https://example-login.org/oauth/authorize?client_id=1",
        "https://login.example.org/",
    ],
)
def test_a_redirect_to_a_login_page_is_login(final: str) -> None:
    found = classify(document("Welcome", "Sign in to your account."), fetched(final))
    assert found.state is State.LOGIN
    assert "next" not in found.detail


def test_a_short_page_with_a_password_form_is_login() -> None:
    assert state_of(document("Members", "User name and password", password_form=True)) is State.LOGIN


@pytest.mark.parametrize(
    ("page", "final"),
    [
        (document("Wages", ARTICLE, password_form=True), CITED),
        (document("The author of the law", ARTICLE), "https://news.example.org/author/jane?from=feed"),
        (document("On authority", SHORT_NEWS), "https://news.example.org/authorities/wages?next=2"),
        (document("Login troubles at the ministry", ARTICLE), "https://news.example.org/login-troubles?return=1"),
        (document("National accounts", SHORT_NEWS), "https://news.example.org/accounts-of-the-nation?from=a"),
    ],
    ids=["a form in the head of an article", "author", "authorities", "a headline", "accounts"],
)
def test_an_innocent_page_is_not_called_a_login(page: Document, final: str) -> None:
    assert classify(page, fetched(final)).state is State.LIVE


# ------------------------------------------------------------------------------------------------ bot walls, consent


@pytest.mark.parametrize("vendor", ["cloudflare", "akamai", "datadome", "incapsula", "perimeterx", "ddos-guard"])
def test_a_challenge_in_the_place_of_the_page_is_blocked_by_its_vendor(vendor: str) -> None:
    found = classify(document("", "Checking.", marks=(f"challenge:{vendor}",)))
    assert (found.state, vendor in found.detail) == (State.BLOCKED, True)


@pytest.mark.parametrize(
    "title",
    [
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Access Denied",
        "Pardon Our Interruption",
        "Accès refusé",
    ],
)
def test_the_title_of_a_bot_wall_is_enough_where_nothing_else_is_on_the_page(title: str) -> None:
    assert state_of(document(title, "Reference 18.2f")) is State.BLOCKED


def test_the_text_of_a_wall_may_name_its_vendor() -> None:
    found = classify(document("Access Denied", "Reference #18.2f", "https://errors.edgesuite.net/18.2f"))
    assert (found.state, "akamai" in found.detail) == (State.BLOCKED, True)


@pytest.mark.parametrize(
    "page",
    [
        document("Wages", ARTICLE, "The page showed a Cloudflare Ray ID.", marks=()),
        document("Wages", ARTICLE, marks=("challenge:cloudflare",)),
        document("Access denied: how borders closed in 2020", SHORT_NEWS),
        document("Access denied", ARTICLE),
        document("Are you a robot? The test that fails people", SHORT_NEWS),
        document("Wages", SHORT_NEWS, "Access denied"),
    ],
    ids=["a text about a vendor", "a guarded article", "a headline", "a long page", "a question", "words in the text"],
)
def test_the_presence_of_a_vendor_or_of_its_words_is_no_wall(page: Document) -> None:
    assert classify(page).state is State.LIVE


@pytest.mark.parametrize(
    ("page", "final"),
    [
        (document("Before you continue", "We use cookies."), "https://consent.example.org/v2/collectConsent?id=1"),
        (document("Before you continue", "We use cookies."), "https://consent.example.org/"),
        (document("Cookies", "We use cookies."), "https://news.example.org/privacy-gate?return=wages"),
        (document("Wages", "We use cookies.", marks=("consent:onetrust",)), CITED),
    ],
)
def test_a_page_that_only_asks_for_consent_is_blocked(page: Document, final: str) -> None:
    found = classify(page, fetched(final))
    assert found.state is State.BLOCKED
    assert "consent" in found.detail


@pytest.mark.parametrize(
    ("page", "final"),
    [
        (document("Wages", SHORT_NEWS, marks=("consent:onetrust",)), CITED),
        (document("A rule on cookies", SHORT_NEWS, "We use cookies. You must give consent."), CITED),
        (document("On consent", SHORT_NEWS), "https://news.example.org/law/informed-consent-in-trials"),
    ],
    ids=["a banner on an article", "a text about cookies", "an address about consent"],
)
def test_a_page_with_its_own_text_is_no_consent_wall(page: Document, final: str) -> None:
    assert classify(page, fetched(final)).state is State.LIVE


# ------------------------------------------------------------------------------------------------ paywalls, scripts


@pytest.mark.parametrize(
    "page",
    [
        document("Wages", PROSE, free=False),
        document("Wages", ARTICLE * 3, free=False),
        document("Wages", PROSE, marks=("paywall:piano",)),
        document("Wages", PROSE, "Subscribe to continue reading"),
        document("Wages", PROSE, "This article is for subscribers only. Already a member?"),
        document("Salaires", PROSE, "Cet article est réservé aux abonnés."),
        document("Salaires", PROSE, "La suite est réservée aux abonnés"),
        document("Löhne", PROSE, "Dieser Artikel ist nur für Abonnenten."),
        document("Salarios", PROSE, "Contenido exclusivo para suscriptores"),
        document("Salários", PROSE, "Conteúdo exclusivo para assinantes"),
        document("Salari", PROSE, "Contenuto riservato agli abbonati"),
    ],
)
def test_a_page_that_is_not_free_to_read_is_paywalled(page: Document) -> None:
    assert classify(page).state is State.PAYWALLED


@pytest.mark.parametrize(
    "page",
    [
        document("Wages", ARTICLE, free=True, marks=("paywall:markup",)),
        document("Wages", ARTICLE * 3, marks=("paywall:piano",)),
        document("Paywalls", ARTICLE, "Readers who are asked to subscribe to continue reading mostly leave, it found."),
        document("Wages", SHORT_NEWS, "Subscribe to our newsletter"),
    ],
    ids=["free by its own word", "a whole article with a vendor's script", "a text about paywalls", "a newsletter"],
)
def test_an_innocent_page_is_not_called_paywalled(page: Document) -> None:
    assert classify(page).state is State.LIVE


@pytest.mark.parametrize(
    "page",
    [
        document("Wages", "", script_shell=True),
        document("Wages", "You need to enable JavaScript to run this app."),
        document("Salaires", "Veuillez activer JavaScript."),
        document("Wages", "Loading", marks=("script:required",)),
    ],
)
def test_an_empty_shell_needs_a_script(page: Document) -> None:
    assert classify(page).state is State.JS_REQUIRED


def test_a_shell_whose_text_came_with_it_is_live() -> None:
    assert state_of(document("Wages", SHORT_NEWS, script_shell=True)) is State.LIVE


def test_an_empty_page_is_unreadable_and_never_gone() -> None:
    found = classify(document("Wages"))
    assert (found.state, found.detail) == (State.UNREADABLE, "the page holds no text")


# ------------------------------------------------------------------------------------------------------------- laws

_LINES = st.text(max_size=80)
_SIGNS = st.builds(
    PageSigns,
    password_form=st.booleans(),
    free=st.none() | st.booleans(),
    script_shell=st.booleans(),
    meta_refresh=st.sampled_from(["", "/", "//[", "http://["]),
    h1=_LINES,
    marks=st.lists(st.sampled_from(["challenge:x", "paywall:x", "consent:x", "parked:x", "x", ""]), max_size=3).map(
        tuple
    ),
)


@given(title=_LINES, paragraphs=st.lists(_LINES, max_size=5), signs=_SIGNS, matched=st.booleans())
def test_law_no_page_of_any_text_breaks_the_classifier_and_evidence_always_wins(
    title: str, paragraphs: list[str], signs: PageSigns, matched: bool
) -> None:
    bare = document(title, *paragraphs)
    page = Document(bare.text, bare.blocks, title=title, signs=signs)
    found = classify(page, matched=matched)
    assert not matched or found == fetched()


@given(st.sampled_from(["1", " ", "a", "(", "é", "-", "| ", "404 "]), st.sampled_from(["title", "text"]))
def test_law_a_page_of_one_repeated_character_is_never_gone(character: str, place: str) -> None:
    run = character * 100_000
    page = document(run, ARTICLE) if place == "title" else document("Wages", run, PROSE * 10)
    assert state_of(page) is State.LIVE


@given(st.text(max_size=200), st.text(max_size=200))
def test_law_no_address_breaks_the_classifier(cited: str, final: str) -> None:
    at = Fetched(source(f"http://{cited}"), State.LIVE, None, f"https://{final}", 200)
    assert classify(document("Wages", ARTICLE), at).state in State
