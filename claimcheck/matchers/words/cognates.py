"""Stage 5, match: long words that two languages took from one root share a key, under regular correspondences.

*privatisation*, *privatización*, *privatização*, *privatizzazione* and *Privatisierung* differ by the endings that
each language gives to the same class of words.  The ending is exchanged for the class, the root is written in one
spelling, and the words are cognates when both are equal: nothing is compared approximately.  Pairs that look alike
and mean different things (*librairie*, *library*) stand in ``tables/false_friends.tsv``.
"""

from claimcheck.text import fold

_SHORTEST_WORD = 5
_SHORTEST_ROOT = 4

_CLASSES: tuple[tuple[str, dict[str, str]], ...] = (
    ("Z", {"en": "ization izations isation isations", "fr": "isation isations", "es": "izacion izaciones",
           "de": "isierung isierungen isation isationen", "pt": "izacao izacoes", "it": "izzazione izzazioni"}),
    ("T", {"en": "tion tions", "fr": "tion tions", "es": "cion ciones", "de": "tion tionen", "pt": "cao coes",
           "it": "zione zioni"}),
    ("S", {"en": "sion sions", "fr": "sion sions", "es": "sion siones", "de": "sion sionen", "pt": "sao soes",
           "it": "sione sioni"}),
    ("D", {"en": "ty ties", "fr": "te tes", "es": "dad dades tad tades", "de": "tat taten", "pt": "dade dades",
           "it": "tà"}),
    ("C", {"en": "ic ics ical", "fr": "ique iques", "es": "ico ica icos icas",
           "de": "ik iken isch ische ischen ischer isches ischem iker ikern", "pt": "ico ica icos icas",
           "it": "ico ica ici iche"}),
    ("I", {"en": "ist ists", "fr": "iste istes", "es": "ista istas", "de": "ist isten", "pt": "ista istas",
           "it": "ista isti iste"}),
    ("M", {"en": "ism isms", "fr": "isme ismes", "es": "ismo ismos", "de": "ismus ismen", "pt": "ismo ismos",
           "it": "ismo ismi"}),
    ("R", {"en": "or ors er ers", "fr": "eur eurs rice rices", "es": "or ores ora oras", "de": "or oren eur eure euren",
           "pt": "or ores ora oras", "it": "ore ori rice rici"}),
    ("O", {"en": "ous", "fr": "eux euse euses", "es": "oso osa osos osas", "de": "os ose osen oser oses",
           "pt": "oso osa osos osas", "it": "oso osa osi ose"}),
    ("L", {"en": "al als ally", "fr": "al ale aux ales el elle els elles", "es": "al ales",
           "de": "al ale alen ales aler ell elle ellen elles eller", "pt": "al ais", "it": "ale ali"}),
    ("B", {"en": "able ible ables ibles", "fr": "able ables ible ibles", "es": "able ables ible ibles",
           "de": "abel able ablen ibel ible iblen", "pt": "avel aveis ivel iveis", "it": "abile abili ibile ibili"}),
    ("N", {"en": "ment ments", "fr": "ment ments", "es": "mento mentos miento mientos", "de": "ment mente menten ments",
           "pt": "mento mentos", "it": "mento menti"}),
    ("V", {"en": "ive ives", "fr": "if ifs ive ives", "es": "ivo iva ivos ivas", "de": "iv ive iven iver ives",
           "pt": "ivo iva ivos ivas", "it": "ivo iva ivi ive"}),
    ("E", {"en": "ence ences ency encies ance ances ancy", "fr": "ence ences ance ances",
           "es": "encia encias ancia ancias", "de": "enz enzen anz anzen", "pt": "encia encias ancia ancias",
           "it": "enza enze anza anze"}),
    ("A", {"en": "ent ents ant ants", "fr": "ent ents ente entes ant ants ante antes", "es": "ente entes ante antes",
           "de": "ent enten ant anten ente ante", "pt": "ente entes ante antes", "it": "ente enti ante anti"}),
    ("G", {"en": "age ages", "fr": "age ages", "es": "aje ajes", "de": "age agen", "pt": "agem agens",
           "it": "aggio aggi"}),
    ("U", {"en": "ure ures", "fr": "ure ures", "es": "ura uras", "de": "ur uren", "pt": "ura uras", "it": "ura ure"}),
    ("Y", {"en": "ary aries ory ories", "fr": "aire aires oire oires", "es": "ario aria arios arias orio oria",
           "de": "ar are aren ares arer", "pt": "ario aria arios arias orio oria", "it": "ario aria ari arie"}),
    ("K", {"en": "cracy cracies", "fr": "cratie craties", "es": "cracia cracias", "de": "kratie kratien",
           "pt": "cracia cracias", "it": "crazia crazie"}),
    ("W", {"en": "y ies", "fr": "ie ies", "es": "ia ias", "de": "ie ien", "pt": "ia ias", "it": "ia ie"}),
    ("F", {"en": "sis ses", "fr": "se ses", "es": "sis", "de": "se sen", "pt": "se ses", "it": "si"}),
    ("", {"en": "e s es", "fr": "e s es", "es": "o a e os as es s", "de": "e en s es er", "pt": "o a e os as es s",
          "it": "o a e i"}),
)  # fmt: skip
"""A class of words, named by a capital, and the folded endings it takes in each language."""


def _invert() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for name, endings in _CLASSES:
        for language, listed in endings.items():
            for ending in listed.split():
                tables.setdefault(language, {}).setdefault(ending, name)
    return tables


_ENDINGS = _invert()
_LONGEST = max(len(ending) for table in _ENDINGS.values() for ending in table)
_SPELLINGS = (("ph", "f"), ("th", "t"), ("rh", "r"), ("ch", "c"), ("ck", "c"), ("k", "c"), ("qu", "c"), ("y", "i"),
              ("ae", "e"), ("oe", "e"), ("x", "ss"), ("z", "s"))  # fmt: skip


def skeleton(form: str, language: str) -> str:
    """Return what the word shares with its cognates: root and class; empty where it is too short to tell."""
    word = fold(form)
    if len(word) < _SHORTEST_WORD or not word.isalpha():
        return ""
    table = _ENDINGS.get(language)
    if table is not None:
        for length in range(min(_LONGEST, len(word) - 3), 0, -1):
            name = table.get(word[-length:])
            if name is None and form[-1] == "à":
                name = table.get(form[-length:])
            if name is not None and len(word) - length >= _SHORTEST_ROOT - bool(name):
                return _respell(word[:-length]) + name
    return _respell(word)


def _respell(root: str) -> str:
    for written, plain in _SPELLINGS:
        if written in root:
            root = root.replace(written, plain)
    kept = [letter for place, letter in enumerate(root) if place == 0 or letter != root[place - 1]]
    if len(kept) > 2 and kept[0] == "e" and kept[1] == "s":  # noqa: PLR2004 - Spanish puts e before s and consonant
        del kept[0]
    return "".join(kept)
