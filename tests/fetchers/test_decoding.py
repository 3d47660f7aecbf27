"""Codings undone in any cut, under any stack, in pieces of bounded size."""

import itertools
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web.bombs import bomb, encode

from claimcheck.enums import State
from claimcheck.fetchers.bodies import Body, read_length
from claimcheck.fetchers.decoding import PIECE, Decoding, DecodingError
from claimcheck.fetchers.settings import FetchSettings

STACKS = ["gzip", "deflate", "br", "zstd", "x-gzip", "", "identity", "gzip, br", "zstd, gzip", "deflate, zstd, br"]


async def grow(_size: int) -> None:
    """Memory enough for a test."""


def undone(coding: str, data: bytes, step: int = 1000) -> bytes:
    decoding = Decoding(coding)
    pieces = [piece for at in range(0, len(data), step) for piece in decoding.pieces(data[at : at + step])]
    assert decoding.finished()
    return b"".join(pieces)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(STACKS), st.integers(1, 700))
def test_law_encode_then_decode_is_the_body_in_any_cut(body: bytes, coding: str, step: int) -> None:
    names = [name.strip().removeprefix("x-") for name in coding.split(",") if name.strip() not in {"", "identity"}]
    assert undone(coding, encode(body, names), step) == body


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(STACKS), st.integers(1, 100))
def test_law_any_bytes_under_any_coding_are_decoded_or_an_error(data: bytes, coding: str, step: int) -> None:
    decoding = Decoding(coding)
    try:
        for at in range(0, len(data), step):
            for piece in decoding.pieces(data[at : at + step]):
                assert piece
    except DecodingError:
        pass


@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_deflate_is_read_with_and_without_its_header(step: int) -> None:
    body = b"Sama employed 3,000 people. " * 50
    assert undone("deflate", encode(body, ["deflate"]), step) == body
    assert undone("deflate", encode(body, ["bare deflate"]), step) == body


@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_gzip_is_read_with_all_its_members(step: int) -> None:
    assert undone("gzip", encode(b"one ", ["gzip"]) + encode(b"two", ["gzip"]), step) == b"one two"
    assert undone("gzip", encode(b"one", ["gzip"]) + b"\x00garbage", step) == b"one"


def test_gzip_of_endless_members_is_an_error() -> None:
    with pytest.raises(DecodingError, match="more than 1,000 members"):
        undone("gzip", encode(b"", ["gzip"]) * 2000)


def test_zstd_is_read_with_all_its_frames() -> None:
    assert undone("zstd", encode(b"one ", ["zstd"]) + encode(b"two", ["zstd"])) == b"one two"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "br, zstd"])
def test_a_bomb_comes_in_bounded_pieces(coding: str) -> None:
    bound = 4_200_000 if "zstd" in coding else 2 * PIECE
    pieces = itertools.islice(Decoding(coding).pieces(bomb(coding, 30)), 20)
    assert all(len(piece) <= bound for piece in pieces)


@pytest.mark.parametrize("coding", ["compress", "gzip, gzip, gzip, gzip", "gzip, exi"])
def test_a_coding_that_cannot_be_undone_is_an_error(coding: str) -> None:
    with pytest.raises(DecodingError):
        Decoding(coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("body", [b"<p>plain", b"%PDF-1.7\n\x00\x01\x02", b'{"plain": true}'])
async def test_a_plain_body_under_a_coding_it_has_not_is_taken_as_it_is(coding: str, body: bytes) -> None:
    reading = Body(coding, "", 200, FetchSettings())
    for byte in body:
        await reading.feed(bytes([byte]), grow)
    reading.close()
    content, state = reading.take_content(), reading.state
    # Plain text may be the lawful beginning of brotli or bare deflate: then nothing comes of it, and that is said.
    assert (content, state) == (body, None) or (state is State.UNREADABLE and coding in {"br", "deflate"})


async def test_binary_garbage_under_a_coding_is_unreadable() -> None:
    reading = Body("gzip", "text/html", 200, FetchSettings())
    assert not await reading.feed(bytes(range(256)), grow)
    assert (reading.state, reading.take_content()) == (State.UNREADABLE, b"")


async def test_a_fault_in_the_middle_keeps_what_came_before() -> None:
    data = zlib.compress(b"".join(b"%d " % n for n in range(50_000)))
    reading = Body("deflate", "text/html", 200, FetchSettings())
    await reading.feed(data[:50_000], grow)
    await reading.feed(b"\xff" * 1000, grow)
    reading.close()
    assert reading.state is State.UNREADABLE
    assert reading.take_content().startswith(b"0 1 2 3 ")


async def test_an_error_page_is_cut_without_a_word() -> None:
    reading = Body("", "text/html", 404, FetchSettings())
    assert await reading.feed(b"x" * 400_000, grow)
    assert not await reading.feed(b"x" * 400_000, grow)
    assert reading.state is None


async def granted(body: Body, data: bytes) -> list[int]:
    asked: list[int] = []

    async def note(size: int) -> None:
        asked.append(size)

    for at in range(0, len(data), 50_000):
        await body.feed(data[at : at + 50_000], note)
    return asked


@pytest.mark.parametrize(
    ("coding", "length", "size", "asked"),
    [
        pytest.param("", None, 200_000, [], id="a small one asks for nothing"),
        pytest.param("", None, 600_000, [1_000_000], id="a medium one asks once"),
        pytest.param("", None, 2_000_000, [1_000_000, 10_000_000], id="a large one asks again, for the most it may be"),
        pytest.param("", 2_000_000, 2_000_000, [1_000_000, 2_000_000], id="or for what the server says that it is"),
        pytest.param("", 600_000, 600_000, [600_000], id="so does a medium one"),
        pytest.param("gzip", 4_000, 2_000_000, [1_000_000, 10_000_000], id="the length of packed bytes says nothing"),
        pytest.param("", 10**12, 2_000_000, [1_000_000, 10_000_000], id="no length is above the cap"),
    ],
)
async def test_a_body_asks_for_memory_as_it_grows(coding: str, length: int | None, size: int, asked: list[int]) -> None:
    data = encode(b"x" * size, [coding]) if coding else b"x" * size
    assert await granted(Body(coding, "text/html", 200, FetchSettings(), length), data) == asked


@pytest.mark.parametrize(
    ("value", "length"),
    [("1200", 1200), ("", None), ("-1", None), ("\u0661", None), ("9" * 4000, None), ("1, 1", None)],
)
def test_a_length_is_a_number_or_none(value: str, length: int | None) -> None:
    assert read_length(value) == length
