"""Which language a text is in, for claims and pages that do not say.

The languages are those whose words the matchers have tables for.  Tried: py3langid (145 KB/s, but it brings numpy,
73 MB), lingua (96 MB, 4.8 s to load), simplemma's detector (its dictionaries, 60 MB in memory).  The commonest small
words and a few letters tell these six apart on a sentence; that is a table one can read.
"""

import re

DEFAULT = "en"

_SMALL_WORDS = {
    "en": """
        the of and to in is was for that on with as by at from it were are be has had have this which or an
        their its not but they his her he she who been will would more than about after over into all one
        said there when new no did do does what each per up out than between only some under two three four
        five million people year years
    """,
    "fr": """
        le la les de des du un une et est en dans que qui pour sur par au aux avec ce cette ces il elle ils
        elles se sa son ses leur leurs ne pas plus été a ont était sont d l qu n s c j ou mais comme y ans
        entre selon dont où sans sous après avant très deux trois quatre cinq millions milliards moins jusqu
        être fait ainsi contre depuis aussi
    """,
    "es": """
        el la los las de del un una y es en que por para con se su sus al lo como más fue ha han no pero o
        sobre entre era son este esta según desde hasta muy años dos tres cuatro cinco millones sin cada
        también mil menos a ha había habían hay si le les dijo ser está están ella ellos nunca tiene unos unas mejor
        mayor
    """,
    "de": """
        der die das und ist in den von zu mit auf für im dem des ein eine einer einem einen nicht sich auch
        als an es wurde wurden hat haben war waren bei nach aus über um mehr sie er wird werden zwischen vor
        seit bis noch zum zur am dass oder aber jahr jahre jahren zwei drei vier fünf rund etwa sein seine
        ihre ihr durch pro
    """,
    "pt": """
        o a os as de do da dos das um uma e é em no na nos nas que por para com se seu sua ao à mais foi
        foram não mas ou como sobre entre era são este esta segundo desde até muito anos dois três quatro
        cinco milhões sem cada também pelo pela tem têm há mil menos já ser ter melhor maior seus suas num numa
    """,
    "it": """
        il lo la i gli le di del della dei delle dello degli un una uno e è in nel nella nei nelle che per
        con si suo sua al alla ai alle dal dalla più fu ha hanno non ma o come sul sulla tra fra era sono
        questo questa secondo fino anni due tre quattro cinque milioni senza ogni anche da stato stata mila
        meno essere a l d all dall dell nell ed erano sia suoi loro dove quando
    """,
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_LETTERS = {
    "fr": "çèêëàùîœ",
    "es": "ñ¿¡",
    "de": "äöüß",
    "pt": "ãõçê",
    "it": "ìòàèù",
}
_LETTER_VOTE = 1.5
_ENDINGS = {
    "en": ("ing", "ed", "ly", "ness", "tion"),
    "fr": ("eux", "eur", "aux", "ait", "aient", "ment", "tion", "és", "ées", "ée", "é", "ique", "elle", "ois", "ent"),
    "es": ("ción", "ciones", "dad", "aron", "ado", "ados", "ieron"),
    "de": ("ung", "ungen", "lich", "keit", "schaft", "isch", "en", "er"),
    "pt": ("ção", "ções", "dade", "aram", "ado", "ados", "inho"),
    "it": ("zione", "zioni", "tà", "arono", "ato", "ati", "are", "ano"),
}
_ENDING_VOTE = 0.25
_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 400
"""Words that are looked at; the first ones of a page tell as much as all of them."""


def language_of(text: str, *, default: str = DEFAULT) -> str:
    """Return the ISO 639-1 code of the likeliest language of a text; ``default`` where nothing tells."""
    votes = dict.fromkeys(_WORDS, 0.0)
    for count, match in enumerate(_TOKEN.finditer(text)):
        if count == _SAMPLE:
            break
        written = match.group()
        word = written.lower()
        for language, words in _WORDS.items():
            if word in words:
                votes[language] += 1.0
            elif written == word and word.endswith(_ENDINGS[language]):
                votes[language] += _ENDING_VOTE
        for language, letters in _LETTERS.items():
            if any(letter in letters for letter in word):
                votes[language] += _LETTER_VOTE
    top = max(votes.values())
    if top == 0.0:
        return default
    leaders = [language for language in _WORDS if votes[language] == top]
    return default if default in leaders else leaders[0]
