"""Which parts of a page are body, and which are not: truth tables."""

import pytest
from extractors.readings import PROSE, read, role_of, text_of, told

from claimcheck.enums import Role

HEADLINES = "".join(f"<li><a href=/{n}>{t}</a>" for n, t in enumerate(["Wages rose to 19 dollars in May"] * 3))
BODY = f"<main><h1>Wages in Kenya</h1><p>{PROSE}</p>"


@pytest.mark.parametrize(
    ("markup", "start", "role"),
    [
        ("<h2>A heading</h2>", "A heading", Role.HEADING),
        ("<p>Some words here.</p>", "Some words", Role.PARAGRAPH),
        ("<div>Some words here.</div>", "Some words", Role.PARAGRAPH),
        ("<ul><li>First of a list</li></ul>", "First of", Role.LIST_ITEM),
        ("<blockquote><p>What was said.</p></blockquote>", "What was said", Role.QUOTE),
        ("<figure><img src=x><figcaption>A street in Nairobi</figcaption></figure>", "A street", Role.CAPTION),
        (
            "<table><caption>Pay</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "Pay",
            Role.CAPTION,
        ),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "1 | 2", Role.TABLE_ROW),
        ("<details><summary>Method</summary><p>How it was done.</p></details>", "How it was", Role.PARAGRAPH),
        ("<dl><dt>Founded</dt><dd>1956</dd></dl>", "Founded: 1956", Role.LIST_ITEM),
        ("<svg><text>42 %</text></svg>", "42 %", Role.CAPTION),
        ("<nav><a href=/>Home page</a></nav>", "Home page", Role.NAVIGATION),
        ("<div role=navigation>Home page</div>", "Home page", Role.NAVIGATION),
        ("<div aria-label='Related articles'><a href=/a>Wages rise</a></div>", "Wages rise", Role.RELATED),
        ("<div class=breadcrumbs><a href=/a>News</a></div>", "News", Role.NAVIGATION),
        ("<div class='c-related__list'><a href=/a>Wages rise</a></div>", "Wages rise", Role.RELATED),
        ("<div id=mostRead><a href=/a>Wages rise</a></div>", "Wages rise", Role.RELATED),
        ("<div id='onetrust-banner-sdk'>We value your privacy</div>", "We value", Role.COOKIE),
        ("<div class='cookie-banner'>Accept all?</div>", "Accept all", Role.COOKIE),
        ("<p>We use cookies to make this site better.</p>", "We use", Role.COOKIE),
        ("<p>Nous utilisons des cookies pour mesurer l\u2019audience.</p>", "Nous utilisons", Role.COOKIE),
        ("<section id=comments><p>I do not believe it.</p></section>", "I do not", Role.COMMENTS),
        ("<ol class=references><li>Smith, J. (2020)</li></ol>", "Smith", Role.REFERENCES),
        ("<div class='reflist columns'><ol><li>Smith, J. (2020)</li></ol></div>", "Smith", Role.REFERENCES),
        ("<section role=doc-endnotes><p>See above.</p></section>", "See above", Role.REFERENCES),
        ("<button>Share this</button>", "Share this", Role.NAVIGATION),
        ("<select><option>Kenya</option></select>", "Kenya", Role.NAVIGATION),
        ("<aside><p>In figures: 3,000 people worked there.</p></aside>", "In figures", Role.PARAGRAPH),
        ("<aside><h3>Fact box</h3><p>3,000 people worked there.</p></aside>", "3,000 people", Role.PARAGRAPH),
        ("<div class='pullquote'><p>It was work.</p></div>", "It was work", Role.PARAGRAPH),
        ("<div class='navigation-systems-article'><p>Ships use it.</p></div>", "Ships use", Role.PARAGRAPH),
        ("<div class='footnote-free'><p>Ships use it.</p></div>", "Ships use", Role.PARAGRAPH),
        ("<div class='relatedness-study'><p>Genes differ.</p></div>", "Genes differ", Role.PARAGRAPH),
        ("<div class='cookies-recipe-card-body'><p>Mix the flour.</p></div>", "Mix the", Role.PARAGRAPH),
        ("<header><p class=standfirst>What it costs.</p></header>", "What it costs", Role.PARAGRAPH),
    ],
)
def test_an_element_in_the_main_part_of_a_page_has_its_role(markup: str, start: str, role: Role) -> None:
    assert role_of(read(f"{BODY}{markup}</main>"), start) is role


@pytest.mark.parametrize(
    ("markup", "start", "role"),
    [
        ("<header><p>The Daily Paper</p></header>", "The Daily", Role.NAVIGATION),
        ("<footer><p>All rights reserved</p></footer>", "All rights", Role.FOOTER),
        ("<div role=contentinfo><p>All rights reserved</p></div>", "All rights", Role.FOOTER),
        ("<div class='site-footer'><p>All rights reserved</p></div>", "All rights", Role.FOOTER),
        ("<p><a href='#c'>Skip to content</a></p>", "Skip to", Role.NAVIGATION),
        (
            "<div><ul><li><a href=/a>World</a><li><a href=/b>Work</a><li><a href=/c>Law</a></ul></div>",
            "World",
            Role.NAVIGATION,
        ),
        (
            f"<ul>{HEADLINES}</ul>",
            "Wages rose",
            Role.RELATED,
        ),
        (
            "<div><h3><a href=/o>Another firm employs 5,000 people in Kenya</a></h3><p>It pays more.</p></div>",
            "Another firm",
            Role.RELATED,
        ),
        (
            "<div><h3><a href=/o>Another firm employs 5,000 people in Kenya</a></h3><p>It pays more.</p></div>",
            "It pays more",
            Role.RELATED,
        ),
    ],
)
def test_an_element_outside_the_main_part_has_its_role(markup: str, start: str, role: Role) -> None:
    assert role_of(read(f"<title>Wages in Kenya</title>{markup}{BODY}</main>"), start) is role


@pytest.mark.parametrize(
    "heading",
    [
        "Most read",
        "Related articles",
        "Read more:",
        "You may also like",
        "À lire aussi",
        "Les plus lus",
        "Sur le même sujet",
        "Lesen Sie auch",
        "Mehr zum Thema",
        "Meistgelesen",
        "Lea también",
        "Lo más leído",
        "Noticias relacionadas",
        "Leia também",
        "Mais lidas",
        "Leggi anche",
        "I più letti",
    ],
)
def test_a_list_under_a_heading_of_other_articles_is_related(heading: str) -> None:
    document = read(f"{BODY}<div><h2>{heading}</h2><ul><li><a href=/b>The firm hired 5,000</a></ul></div></main>")

    assert role_of(document, heading) is Role.RELATED
    assert role_of(document, "The firm hired") is Role.RELATED


@pytest.mark.parametrize("heading", ["References", "Notes", "Notes et références", "Einzelnachweise", "Bibliografía"])
def test_a_list_under_a_heading_of_references_is_references(heading: str) -> None:
    document = read(f"{BODY}<h2>{heading}</h2><ol><li>Smith, J. (2020), Work.</li></ol></main>")

    assert role_of(document, "Smith") is Role.REFERENCES


def test_a_heading_in_a_wrapper_of_its_own_heads_what_follows_the_wrapper() -> None:
    heading = "<div class=mw-heading><h2>External links</h2><span class=mw-editsection>[edit]</span></div>"
    document = read(f"{BODY}{heading}<ul><li><a href=/x>The firm</a> at its own site</ul></main>")

    assert role_of(document, "External links") is Role.REFERENCES
    assert role_of(document, "[edit]") is Role.NAVIGATION
    assert role_of(document, "The firm") is Role.REFERENCES


def test_a_heading_is_read_without_the_mark_of_its_link() -> None:
    assert told(read(f"{BODY}<h2>Hours<a href='#hours'>\u00b6</a></h2></main>"))[-1] == (Role.HEADING, "Hours")


def test_prose_under_a_heading_called_notes_stays_body() -> None:
    document = read(f"{BODY}<h2>Notes</h2><p>Wages are given before tax, as the firm reports them.</p></main>")

    assert role_of(document, "Wages are given") is Role.PARAGRAPH


def test_prose_behind_a_list_of_other_articles_is_body_again() -> None:
    document = read(f"{BODY}<h3>Read more</h3><p><a href=/b>The firm hired 5,000</a></p><p>{PROSE} Again.</p></main>")

    assert told(document)[-1] == (Role.PARAGRAPH, f"{PROSE} Again.")
    assert role_of(document, "The firm hired") is Role.RELATED


def test_the_rest_of_an_article_in_an_element_called_read_more_is_body() -> None:
    rest = "".join(f"<p>{PROSE} Part {number}.</p>" for number in range(6))
    document = read(f"<h1>Wages</h1><p>{PROSE}</p><div class=read-more>{rest}</div>")

    assert {role for role, text in told(document) if text.startswith("The company")} == {Role.PARAGRAPH}


def test_an_article_in_an_element_with_the_name_of_a_menu_is_body() -> None:
    document = read(f"<div class='menu'><h1>Wages</h1><p>{PROSE}</p></div>")

    assert role_of(document, "The company") is Role.PARAGRAPH


def test_classes_of_the_page_itself_say_nothing() -> None:
    document = read(f"<body class='navigation comments related'><p>{PROSE}</p>")

    assert role_of(document, "The company") is Role.PARAGRAPH


@pytest.mark.parametrize(
    "lead", ["Read also", "À lire aussi", "Lesen Sie auch", "Lea también", "Leia também", "Leggi anche"]
)
def test_a_line_that_sends_its_reader_to_another_page_is_related(lead: str) -> None:
    document = read(f"{BODY}<p>{lead}: <a href=/b>The firm hired 5,000 people last year</a></p></main>")

    assert role_of(document, lead) is Role.RELATED


def test_a_list_of_links_with_words_of_its_own_stays_a_list() -> None:
    items = "".join(f"<li><a href=/{n}>Town {n}</a> has {n},000 inhabitants and a market</li>" for n in range(1, 6))

    assert role_of(read(f"{BODY}<ul>{items}</ul></main>"), "Town 1") is Role.LIST_ITEM


def test_a_heading_that_links_to_itself_is_a_heading() -> None:
    document = read(f"<title>Wages</title>{BODY}<h2><a href='#pay'>Pay in the third quarter of it</a></h2></main>")

    assert role_of(document, "Pay in") is Role.HEADING


@pytest.mark.parametrize(
    "note",
    [
        "Correction: the firm employs 300 people.",
        "Correction, 5 May 2024: the firm employs 300 people.",
        "CORRECTION (May 5): the firm employs 300 people.",
        "Update: the firm now employs 300 people.",
        "Update, 12.30pm: the firm now employs 300 people.",
        "Editor\u2019s note: the firm employs 300 people.",
        "An earlier version of this article gave another figure.",
        "This article has been corrected.",
        "Rectificatif : la société emploie 300 personnes.",
        "Erratum : la société emploie 300 personnes.",
        "Une version précédente de cet article donnait un autre chiffre.",
        "Fe de errores: la empresa emplea a 300 personas.",
        "Una versión anterior de este artículo daba otra cifra.",
        "Berichtigung: Die Firma beschäftigt 300 Menschen.",
        "Korrektur: Die Firma beschäftigt 300 Menschen.",
        "In einer früheren Version dieses Artikels stand eine andere Zahl.",
        "Correção: a empresa emprega 300 pessoas.",
        "Errata: a empresa emprega 300 pessoas.",
        "Uma versão anterior deste artigo dava outro número.",
        "Rettifica: l\u2019azienda impiega 300 persone.",
        "Una versione precedente di questo articolo dava un altro numero.",
    ],
)
def test_a_paragraph_that_begins_like_a_correction_is_one(note: str) -> None:
    assert role_of(read(f"{BODY}<p>{note}</p></main>"), note[:9]) is Role.CORRECTION


@pytest.mark.parametrize(
    "text",
    [
        "Corrections officers were paid 12 dollars an hour.",
        "Update your records before May.",
        "Clarifications were asked for by the court.",
        "Precision engineering employs 300 people.",
        "Updated 12 May 2024, 10:00 GMT",
        "Update: 5 May",
        "Update-driven software employs 300 people.",
        "update: a command that sets the clock.",
    ],
)
def test_a_sentence_about_corrections_is_none(text: str) -> None:
    assert role_of(read(f"{BODY}<p>{text}</p></main>"), text) is Role.PARAGRAPH


@pytest.mark.parametrize("name", ["correction", "editors-note", "article__correction", "erratum"])
def test_a_part_called_a_correction_is_one(name: str) -> None:
    assert role_of(read(f"{BODY}<div class={name}><p>It was 300.</p></div></main>"), "It was") is Role.CORRECTION


def test_a_correction_in_the_footer_of_an_article_is_one() -> None:
    document = read(f"<article><h1>Wages</h1><p>{PROSE}</p><footer><p>Correction: it was 300.</p></footer></article>")

    assert role_of(document, "Correction") is Role.CORRECTION


def test_the_section_of_a_block_is_the_path_of_headings_above_it() -> None:
    document = read("<h1>Title</h1><p>a</p><h2>Wages</h2><p>b</p><h3>Kenya</h3><p>c</p><h2>Hours</h2><p>d</p>")
    sections = {text_of(document, block): block.section for block in document.blocks if block.role is Role.PARAGRAPH}

    assert sections == {"a": "Title", "b": "Wages", "c": "Wages \u203a Kenya", "d": "Hours"}


def test_the_entries_of_a_live_page_are_labelled_with_their_time() -> None:
    entries = "".join(
        f"<article><time datetime=2024-05-12T1{hour}:00>1{hour}:00</time><p>Entry {hour}.</p></article>"
        for hour in range(3)
    )
    document = read(f"{BODY}<div>{entries}</div></main>")
    labels = {text_of(document, block): block.label for block in document.blocks}

    assert (labels["Entry 0."], labels["Entry 2."]) == ("2024-05-12T10:00", "2024-05-12T12:00")
    assert labels[PROSE] == ""


def test_a_heading_of_a_menu_is_no_section() -> None:
    document = read(f"<h1>Title</h1><nav><h2>More</h2></nav><p>{PROSE}</p>")

    assert document.blocks[-1].section == "Title"
