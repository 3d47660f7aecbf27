"""The characters of a body, whatever charset it claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extractors.charsets import decode_body

FRENCH = "été à Noël, l\u2019œuvre coûte 3 €"
META = "<meta charset={}>"


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        (FRENCH.encode(), "utf-8", FRENCH),
        (FRENCH.encode(), "", FRENCH),
        (FRENCH.encode("cp1252"), "windows-1252", FRENCH),
        (FRENCH.encode("cp1252"), "iso-8859-1", FRENCH),
        (FRENCH.encode("cp1252"), "latin1", FRENCH),
        (FRENCH.encode("cp1252"), " ASCII ", FRENCH),
        (FRENCH.encode("cp1252"), "no-such-charset", FRENCH),
        (FRENCH.encode("cp1252"), "hex", FRENCH),
        (FRENCH.encode(), "unicode_escape", FRENCH),
        (FRENCH.encode(), "iso-8859-1", FRENCH),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "windows-1252", FRENCH),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le"), "", FRENCH),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-8", FRENCH),
        (FRENCH.encode("utf-16-le"), "utf-16le", FRENCH),
        ("Łódź, 1 000 zł".encode("iso-8859-2"), "ISO-8859-2", "Łódź, 1 000 zł"),
        ("Привет, мир".encode("cp1251"), "windows-1251", "Привет, мир"),
        ("Привет, мир".encode("koi8-r"), "koi8-r", "Привет, мир"),
        ("日本語".encode("cp932"), "shift_jis", "日本語"),
        ("日本語".encode("euc-jp"), "euc-jp", "日本語"),
        ("中文字".encode("gb18030"), "gb2312", "中文字"),
        ("한국어".encode("cp949"), "euc-kr", "한국어"),
    ],
)
def test_a_body_is_decoded_as_browsers_do(body: bytes, declared: str, text: str) -> None:
    assert decode_body(body, declared) == text


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("<meta charset=windows-1251>", "cp1251"),
        ('<META http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ("<meta charset=iso-8859-2>", "iso-8859-2"),
        ("<meta charset=utf-16>", "utf-8"),
    ],
)
def test_the_declaration_of_a_document_is_read(head: str, codec: str) -> None:
    text = f"{head}<p>" + ("Привет" if codec == "cp1251" else "źródło")

    assert decode_body(text.encode(codec)) == text


def test_the_header_beats_the_declaration_of_the_document() -> None:
    text = "<meta charset=windows-1251><p>źródło i łąka"

    assert decode_body(text.encode("iso-8859-2"), "iso-8859-2") == text


def test_a_text_that_declares_nothing_is_detected() -> None:
    text = "Городской совет принял решение построить новую школу. Работы начнутся весной. " * 20

    assert decode_body(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("sentence", "codec"),
    [
        ("Le projet a été massivement approuvé à l'Assemblée, où il était très attendu. ", "cp1252"),
        ("Die Löhne sind überall größer als früher, sagt die Behörde für Wirtschaft. ", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, řekl český úředník při otevření školy. ", "cp1250"),
        ("Zażółć gęślą jaźń, powiedział urzędnik, który otworzył szkołę w mieście. ", "cp1250"),
    ],
)
def test_a_latin_text_that_declares_nothing_keeps_its_accents(sentence: str, codec: str) -> None:
    assert decode_body((sentence * 40).encode(codec)) == sentence * 40


def test_a_few_bad_bytes_in_good_text_cost_no_more_than_themselves() -> None:
    assert decode_body((FRENCH * 5).encode() + b"\xe2\x82", "utf-8") == FRENCH * 5 + "\ufffd"


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "latin1", "utf-16", "hex", "idna", "\x00", "gbk"]))
def test_decoding_never_fails(body: bytes, declared: str) -> None:
    assert isinstance(decode_body(body, declared), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_decoding_undoes_encoding(text: str) -> None:
    assert decode_body(text.encode(), "utf-8") == text.removeprefix("\ufeff")
