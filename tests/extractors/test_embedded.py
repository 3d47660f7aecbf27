"""Text that only a page's scripts carry."""

import json

from extractors.readings import PROSE, read, role_of, told

from claimcheck.enums import Role

OTHER = "Its workers in Uganda were paid less than that, and worked for ten hours a day on average."


def _linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "Article", **fields})}</script>'


def _state(value: object) -> str:
    return f'<div id=__next></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


def test_the_body_in_linked_data_is_read_where_the_page_shows_little() -> None:
    document = read(_linked(articleBody=f"{PROSE}\n\n{OTHER}") + "<h1>Wages</h1><p>Subscribe to read on.</p>")

    assert [text for _, text in told(document)][-2:] == [PROSE, OTHER]


def test_the_body_in_linked_data_that_is_html_is_read_without_its_tags() -> None:
    document = read(_linked(articleBody=f"<p>{PROSE}</p><p>A &amp; B</p>"))

    assert [text for _, text in told(document)] == [PROSE, "A & B"]


def test_a_page_that_shows_its_text_does_not_have_it_twice() -> None:
    assert read(_linked(articleBody=PROSE) + f"<p>{PROSE}</p>").text == PROSE


def test_the_state_of_a_shell_is_read_in_order_with_its_roles() -> None:
    state = {
        "props": {
            "article": {"blocks": [{"text": PROSE}, {"text": OTHER}], "id": "x1"},
            "related": [{"t": PROSE + " No"}],
        }
    }
    document = read(_state(state))

    assert told(document) == [(Role.PARAGRAPH, PROSE), (Role.PARAGRAPH, OTHER), (Role.RELATED, f"{PROSE} No")]


def test_a_state_that_a_script_assigns_is_read() -> None:
    script = f"window.__INITIAL_STATE__ = {json.dumps({'body': PROSE})};(function(){{}})()"

    assert role_of(read(f"<div id=app></div><script>{script}</script>"), "The company") is Role.PARAGRAPH


def test_broken_deep_and_huge_states_are_passed_over() -> None:
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    huge = '<script type="application/ld+json">{"articleBody": "' + "x " * 1_600_000 + '"}</script>'
    nested: object = PROSE
    for _ in range(200):
        nested = [nested]

    assert told(read(f"{deep}{huge}{_state({'a': '{'})}{_state(nested)}<p>seen</p>")) == [(Role.PARAGRAPH, "seen")]
