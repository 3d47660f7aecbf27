"""A page beside one that cannot exist: when they are the same, what that says, and what is asked for."""

import pytest

from claimcheck.enums import Role, State
from claimcheck.judges.siblings import Shape, SiblingComparer
from claimcheck.model import Block, Document, Fetched, Hop, Location, PageSigns, Source

AT = Location("claims.yaml", 1, 1)
COMPARER = SiblingComparer()
URL = "https://news.example/2023/harbour"
SORRY = "Sorry, what you are looking for has left our shelves. Try the search, or begin at the top of the site. "
PROSE = "The harbour handled more boxes than ever, and most of the cranes stood still for a day in March. "


def fetched(url: str = URL, *, state: State = State.LIVE, via: tuple[str, ...] = ()) -> Fetched:
    hops = tuple(Hop(hop, 302) for hop in (url, *via)) if via else (Hop(url, 200),)
    return Fetched(Source(url, AT), state, final_url=via[-1] if via else url, http_status=200, hops=hops)


def document(*texts: str, title: str = "", media_type: str = "text/html", role: Role = Role.PARAGRAPH) -> Document:
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(role, (at, at + len(text))))
        at += len(text)
    return Document("".join(texts), tuple(blocks), title=title, media_type=media_type, signs=PageSigns())


def shape(*texts: str, url: str = URL, title: str = "", via: tuple[str, ...] = (), state: State = State.LIVE) -> Shape:
    return COMPARER.shape(fetched(url, via=via, state=state), document(*texts, title=title))


@pytest.mark.parametrize(
    ("page", "other", "same"),
    [
        pytest.param(shape(SORRY), shape(SORRY), True, id="the same words"),
        pytest.param(shape(PROSE), shape(SORRY), False, id="other words"),
        pytest.param(shape(PROSE * 30), shape(PROSE * 30 + "Once."), True, id="one word in five hundred differs"),
        pytest.param(shape(PROSE), shape(" ".join(reversed(PROSE.split()))), False, id="the same words, backwards"),
        pytest.param(shape(SORRY, title="Harbour"), shape(SORRY, title="Wages"), False, id="another title"),
        pytest.param(shape("Oh no."), shape("Oh no."), False, id="too few words to say"),
        pytest.param(shape(""), shape(""), False, id="no words at all"),
        pytest.param(shape(SORRY), shape(SORRY, state=State.NOT_FOUND), False, id="the other is an error"),
        pytest.param(shape(SORRY, via=("https://a.example/x",)), shape(SORRY), False, id="only one is redirected"),
        pytest.param(
            shape(PROSE, via=("https://a.example/x",)), shape(SORRY, via=("https://a.example/x",)), True,
            id="both lead to one address",
        ),
        pytest.param(
            shape(f"{SORRY} We have no /2023/harbour."),
            shape(f"{SORRY} We have no /2023/qwertz.", url="https://news.example/2023/qwertz"),
            True,
            id="each repeats its own address",
        ),
    ],
)  # fmt: skip
def test_two_pages_are_the_same_or_not(page: Shape, other: Shape, same: bool) -> None:
    assert COMPARER.is_same(page, other) is same


@pytest.mark.parametrize(
    ("page", "front", "state"),
    [
        pytest.param(shape(SORRY), shape(PROSE, url="https://news.example/"), State.SOFT_404, id="not the front page"),
        pytest.param(
            shape(PROSE * 20), shape(PROSE * 20, url="https://news.example/"), State.SOFT_404, id="the front page"
        ),
        pytest.param(
            shape(SORRY), shape(SORRY, url="https://news.example/"), State.BLOCKED, id="a little page everywhere"
        ),
        pytest.param(
            shape(SORRY, via=("https://news.example/hello?to=%2F2023%2Fharbour",)),
            shape(PROSE, url="https://news.example/"), State.BLOCKED, id="a page that knows the way back",
        ),
        pytest.param(
            shape(SORRY), shape(SORRY, url="https://news.example/", state=State.TIMEOUT), State.LIVE,
            id="no front page to compare with",
        ),
    ],
)  # fmt: skip
def test_what_the_front_page_says_of_a_page_that_cannot_exist(page: Shape, front: Shape, state: State) -> None:
    assert COMPARER.decide(fetched(), page, front).state is state


@pytest.mark.parametrize(
    ("url", "begins", "ends"),
    [
        ("https://news.example/2023/harbour", "https://news.example/2023/", ""),
        ("https://news.example/2023/harbour/", "https://news.example/2023/", "/"),
        ("https://news.example/2023/harbour.html?id=3#x", "https://news.example/2023/", ".html"),
        ("https://news.example:8443/harbour", "https://news.example:8443/", ""),
        ("https://news.example/data.v2", "https://news.example/", ""),
    ],
)
def test_a_sibling_is_in_the_same_folder_and_of_the_same_kind(url: str, begins: str, ends: str) -> None:
    sibling = COMPARER.sibling_of(fetched(url), document(PROSE))
    assert sibling.startswith(begins)
    name = sibling.removeprefix(begins).removesuffix(ends)
    assert (len(name), name.isalpha(), name.islower()) == (25, True, True)
    assert sibling == COMPARER.sibling_of(fetched(url), document(PROSE))


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (fetched("https://news.example/"), document(PROSE)),
        (fetched("https://news.example/en/"), document(PROSE)),
        (fetched("https://doi.org/10.1/x"), document(PROSE)),
        (fetched(state=State.PAYWALLED), document(PROSE)),
        (fetched(), document(PROSE, media_type="application/pdf")),
    ],
    ids=["a front page", "a front page of a language", "a DOI", "a wall", "a PDF"],
)
def test_there_is_no_sense_in_a_sibling_of(page: Fetched, read: Document) -> None:
    assert COMPARER.sibling_of(page, read) == ""


def test_navigation_is_no_likeness() -> None:
    menu = Block(Role.NAVIGATION, (0, len(PROSE)))
    text = Document(PROSE, (menu,), media_type="text/html")
    assert COMPARER.shape(fetched(), text).words == ()


@pytest.mark.parametrize(
    "seen", [shape("Words that are kept.", title="A"), Shape(present=False, final_url="", redirects=0)]
)
def test_what_is_compared_can_be_written_down_and_read_again(seen: Shape) -> None:
    assert COMPARER.read(COMPARER.write(seen)) == seen


BAD = ["", "[]", "{}", "[1, 2]", '[2, true, "", 0, [], [], 0]', '[1, true, "", 0, 3, [], 0]', "[" * 9000]


@pytest.mark.parametrize("text", BAD)
def test_what_was_not_written_so_is_not_read(text: str) -> None:
    assert COMPARER.read(text) is None


def test_no_secret_is_written_down() -> None:
    assert "4711" not in COMPARER.write(Shape(present=True, final_url="https://e.org/?token=4711", redirects=1))
