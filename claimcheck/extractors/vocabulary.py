"""Stage 4, extract: the words by which pages and people name what is not the body of a page, as tables to read.

Class names and ids are cut into words (``article__related-links`` is *article, related, links*).  A name says a role
when it holds a word of that role and every other word of it is one that adds nothing (``_FILLERS``).  A name is never
searched for a part: ``navigation-systems-article`` and ``footnote`` say nothing.

Headings and lead words are folded (no case, no accents) and compared whole.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.enums import Role
from claimcheck.text import fold

_NAMES = {
    Role.NAVIGATION: """
        nav navbar navigation menu submenu breadcrumb breadcrumbs masthead topbar toolbar pagination pager sitenav
        sidenav megamenu hamburger skip skiplink skiplinks toc mw-jump-link tabs tablist social share sharing
        sharedaddy addtoany newsletter subscribe signup promo promotion advert advertisement advertising ads ad
        sponsored
        navbox hatnote ambox editsection tags taglist search searchform jump langs languages switcher filters login
    """,
    Role.RELATED: """
        related relatedarticles recommended recommendations recommendation recirc recirculation teasers teaser
        trending popular mostread outbrain taboola readmore morestories seealso upnext
    """,
    Role.COOKIE: """
        cookie cookies cookiebar cookiebanner cookieconsent cookielaw gdpr ccpa onetrust didomi cookiebot
        cybotcookiebotdialog usercentrics quantcast truste trustarc cmpbox cmp iubenda klaro osano consent
    """,
    Role.FOOTER: """
        footer colophon copyright legal siteinfo
    """,
    Role.COMMENTS: """
        comments comment commentlist commentform disqus discussion respond replies
    """,
    Role.REFERENCES: """
        references reflist reference footnotes bibliography citations refs endnotes
    """,
    Role.CORRECTION: """
        correction corrections erratum errata corrigendum retraction clarification clarifications editorsnote
        berichtigung rectificatif rettifica
    """,
}
_FILLERS = frozenset(
    """
    site page main global block widget widgets module section sections mw container wrapper wrap inner outer box list
    lists links link items item bar area top bottom left right primary secondary header heading title content articles
    article posts post stories story news entry the js c m o l u is has ui region panel row col group holder first
    last small large mobile desktop sticky fixed banner notice popup modal overlay dialog host sdk root message text
    btn buttons button icons icon media level sub tree sidebar aside card cards grid carousel slider more read most
    see also note editor editors policy information info thread web form nested bottombar columns column div wp
    elementor element component vertical horizontal mini
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
"""Words of class names that say how a part looks or which part of a page it is, and nothing of what it holds."""

_PHRASES = {
    Role.NAVIGATION: ("jump link", "skip link", "table of contents", "author bio", "tag list", "tags links"),
    Role.RELATED: ("most read", "most popular", "read more", "read also", "see also", "more stories", "also read"),
    Role.COOKIE: ("sp message", "qc cmp2", "cc window", "cc banner", "cmp container"),
    Role.REFERENCES: ("mw references",),
    Role.CORRECTION: ("editors note", "editor note", "note correction"),
}
_NOT_ALONE = frozenset(
    {"copyright", "legal", "reference", "consent", "discussion", "login", "search", "ad", "promo", "share", "social"}
)
"""Words that name the subject of a part as often as its role, when they are the whole name of something that is big."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_ROLE_OF = {word: role for role, words in _NAMES.items() for word in words.split()}
_LONGEST_NAME = 60


@lru_cache(maxsize=8192)
def read_name(name: str) -> Role | None:
    """Return the role that one class name or id says, none where it says nothing."""
    if len(name) > _LONGEST_NAME:
        return None
    words = [word.lower() for word in _WORD.findall(name) if not word.isdigit()]
    joined = " ".join(words)
    for role, phrases in _PHRASES.items():
        for phrase in phrases:
            if joined == phrase or (phrase in joined and _adds_nothing(joined.replace(phrase, " ").split())):
                return role
    said = [_ROLE_OF[word] for word in words if word in _ROLE_OF]
    if not said or not _adds_nothing([word for word in words if word not in _ROLE_OF]):
        return None
    return _strongest(said)


def _adds_nothing(words: list[str]) -> bool:
    return all(word in _FILLERS for word in words)


def _strongest(said: list[Role]) -> Role:
    """Return the role to take of several: ``footer-nav`` is a menu, ``cookie-footer`` a cookie note."""
    order = (Role.COOKIE, Role.CORRECTION, Role.COMMENTS, Role.REFERENCES, Role.RELATED, Role.FOOTER, Role.NAVIGATION)
    return next(role for role in order if role in said)


ARIA_ROLES = {
    "navigation": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "menubar": Role.NAVIGATION,
    "search": Role.NAVIGATION,
    "toolbar": Role.NAVIGATION,
    "banner": Role.NAVIGATION,
    "contentinfo": Role.FOOTER,
    "doc-bibliography": Role.REFERENCES,
    "doc-endnotes": Role.REFERENCES,
    "doc-footnotes": Role.REFERENCES,
    "doc-toc": Role.NAVIGATION,
    "doc-errata": Role.CORRECTION,
}

_HEADINGS = {
    Role.RELATED: """
        most read|most popular|most viewed|popular|trending|trending now|related|related articles|related stories
        related content|related news|related posts|related topics|related links|related coverage|read more|read next
        read also|also read|see also|up next|more stories|more from|more news|more on this story|more on this
        recommended|recommended for you|recommended reading|recommended stories|you may also like
        you might also like|you may like|latest news|latest stories|latest|top stories|editors' picks|editor's picks
        around the web|from the web|what to read next|further reading|keep reading|more like this|don't miss
        a lire aussi|lire aussi|a lire egalement|a lire|les plus lus|articles les plus lus|le plus lu|voir aussi
        sur le meme sujet|articles lies|articles similaires|articles connexes|dans la meme rubrique|a la une
        a decouvrir|nos recommandations|recommande pour vous|en lien|pour aller plus loin|plus d'articles
        les plus populaires|ailleurs sur le web|sur le meme theme|a voir aussi|vous aimerez aussi|a ne pas manquer
        lesen sie auch|mehr zum thema|meistgelesen|meistgelesene artikel|das konnte sie auch interessieren
        auch interessant|verwandte artikel|ahnliche artikel|weitere artikel|weiterlesen|mehr lesen|siehe auch
        beliebte artikel|am haufigsten gelesen|zum thema|empfehlungen|empfohlen|lesetipps|mehr aus
        lea tambien|lea tambien:|le puede interesar|te puede interesar|mas leidas|lo mas leido|las mas leidas
        mas vistos|noticias relacionadas|articulos relacionados|relacionados|relacionado|ver tambien|vease tambien
        mas noticias|lo mas visto|recomendados|te recomendamos|leer tambien|mas informacion|temas relacionados
        leia tambem|leia mais|mais lidas|as mais lidas|mais lidos|noticias relacionadas|veja tambem|ver tambem
        more from this section|more from|more stories|dans la meme rubrique|voir tous les articles
    voce pode gostar|artigos relacionados|conteudo relacionado|recomendado para voce|mais noticias|saiba mais
        leggi anche|i piu letti|piu letti|articoli correlati|potrebbe interessarti|vedi anche|leggi tutto
        ti potrebbe interessare|ti potrebbero interessare|notizie correlate|correlati|da leggere|altri articoli
    """,
    Role.REFERENCES: """
        references|reference list|notes|notes and references|footnotes|endnotes|bibliography|works cited|citations
        literature cited|literature|sources and references|external links|notes and sources
        references et notes|notes et references|references bibliographiques|bibliographie|notes de bas de page
        liens externes|notes, sources et references
        literatur|literaturverzeichnis|einzelnachweise|quellenverzeichnis|anmerkungen|fussnoten|weblinks
        referencias|bibliografia|notas|notas y referencias|enlaces externos|notas al pie
        notas e referencias|ligacoes externas|notas de rodape|referencias bibliograficas
        note|riferimenti|note e riferimenti|collegamenti esterni|riferimenti bibliografici
    """,
    Role.COMMENTS: """
        comments|leave a comment|leave a reply|join the conversation|join the discussion|post a comment|responses
        commentaires|laisser un commentaire|reagir|vos reactions|kommentare|kommentar schreiben|diskutieren sie mit
        comentarios|deja un comentario|deje un comentario|comentarios (0)|deixe um comentario|commenti
        lascia un commento
    """,
    Role.CORRECTION: """
        correction|corrections|correction note|erratum|errata|corrigendum|clarification|editor's note|editors' note
        corrections and clarifications|rectificatif|note de la redaction|fe de errores|fe de erratas|rectificacion
        nota de la redaccion|berichtigung|korrektur|korrekturhinweis|anmerkung der redaktion|correcao|errata
        nota da redacao|rettifica|correzione|nota della redazione
    """,
    Role.NAVIGATION: """
        contents|table of contents|navigation|menu|navigation menu|tags|topics|share|share this|share this article
        follow us|newsletter|sign up|subscribe|sommaire|table des matieres|partager|suivez-nous|inhaltsverzeichnis
        inhalt|teilen|indice|compartir|compartilhar|condividi|about the author|partager cet article
    """,
}
_HEADING_OF = {
    phrase.strip(): role
    for role, lines in _HEADINGS.items()
    for line in lines.split("\n")
    for phrase in line.split("|")
}
_HEADING_OF.pop("", None)
_EDGES = " :.…»«>\u203a|-\u2013—▶→#[]"


def read_heading(text: str) -> Role | None:
    """Return what a section under this heading is, none for the body of a page."""
    if len(text) > _LONGEST_NAME:
        return None
    plain = _fold_words(text).strip(_EDGES)
    return _HEADING_OF.get(plain) or _HEADING_OF.get(plain.rstrip("0123456789() ").strip(_EDGES))


_POINTERS = """
    read also|also read|read more|see also|related|read next|more|watch|listen|a lire aussi|lire aussi|a lire
    a lire egalement|voir aussi|lire|ecouter|lesen sie auch|lesen sie mehr|mehr zum thema|siehe auch|mehr dazu
    lea tambien|lea mas|leer tambien|ver tambien|te puede interesar|leia tambem|leia mais|veja tambem|saiba mais
    leggi anche|vedi anche|leggi di piu|potrebbe interessarti|ti potrebbe interessare|le puede interesar
    das konnte sie auch interessieren|vous aimerez aussi|sur le meme sujet|sur le meme theme|zum thema|auch interessant
    more from this section|more from|more stories|dans la meme rubrique|voir tous les articles
    voce pode gostar|related story|related article|more on this|in other news|recommended|recommande|empfehlung
"""
_POINTER_LEADS = [lead.strip() for lead in _POINTERS.replace("\n", "|").split("|") if lead.strip()]
_POINTER = re.compile(
    r"[\W_]{0,4}(?:"
    + "|".join(sorted(map(re.escape, _POINTER_LEADS), key=len)[::-1])
    + r")(?P<mark>\s{0,3}[:>»\u203a→|\u2013—-]|\s)"
)


_FIRST_WORD = re.compile(r"[^\W_]+")
_START = 3


def _starts_of(leads: Iterable[str]) -> frozenset[str]:
    """Return the first letters, up to three, of the first words of phrases that are folded."""
    words = {_FIRST_WORD.findall(lead)[0] for lead in leads}
    return frozenset(word[:length] for word in words for length in range(1, _START + 1))


def _may_begin(text: str, starts: frozenset[str]) -> bool:
    """Return whether a text may begin with a phrase of which these are the starts: few paragraphs do."""
    first = _FIRST_WORD.search(text)
    return first is not None and fold(first.group()[:_START])[:_START] in starts


_POINTER_STARTS = _starts_of(_POINTER_LEADS)


def points_elsewhere(text: str, linked: int = 0) -> bool:
    """Return whether a line begins by sending its reader to another page: ``Read also: …``.

    Without the mark behind, *À lire aussi Les salaires montent*, all the rest must be ``linked``, in characters.
    """
    found = _POINTER.match(_fold_words(text[:80])) if _may_begin(text[:80], _POINTER_STARTS) else None
    if found is None:
        return False
    return bool(found["mark"].strip()) or (linked > 0 and len(text) - linked <= found.end() + _EDGE)


_EDGE = 3
"""Characters that may stand around a link: a space, a full stop."""


_CORRECTION_LEADS = (
    "correction|corrections|corrected|clarification|update|updated|editor's note|editors' note|erratum|errata"
    "|corrigendum|retraction|rectificatif|mise a jour|note de la redaction|precision|fe de errores|fe de erratas"
    "|correccion|actualizacion|rectificacion|nota de la redaccion|nota del editor|berichtigung|korrektur|korrigiert"
    "|aktualisierung|anmerkung der redaktion|richtigstellung|correcao|atualizacao|nota da redacao|retificacao"
    "|rettifica|correzione|aggiornamento|nota della redazione|errata corrige"
)
_CORRECTION_LEAD = re.compile(
    r"[\W_]{0,4}(?:" + _CORRECTION_LEADS + r")\b(?:\s{0,3}[:|\u2013—(]|\s-\s|,?\s(?:on\s|le\s|du\s|vom\s|am\s|del?\s)?"
    r"(?:\d{1,2}[ ./]|\d{4}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?\s\d))"
)
_EARLIER_VERSION = re.compile(
    r"\b(?:an? (?:earlier|previous|original|prior) version of th(?:is|e) (?:article|story|post|report|piece|page)"
    r"|th(?:is|e) (?:article|story|post|report|piece) (?:has been|was) (?:corrected|amended|updated to correct)"
    r"|une (?:version (?:precedente|anterieure)|premiere version|precedente version) (?:de|du) (?:cet article|ce texte)"
    r"|cet article a ete (?:corrige|rectifie)"
    r"|(?:una|en una) version (?:anterior|previa) de (?:este|esta) (?:articulo|nota|noticia|texto)"
    r"|(?:in )?einer (?:fruheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)"
    r"|(?:uma|em uma|numa) versao anterior d(?:este|esta) (?:artigo|reportagem|texto|materia)"
    r"|una (?:versione precedente|precedente versione) di questo (?:articolo|testo))"
)
_EARLY = 250
_CORRECTION_STARTS = _starts_of(_CORRECTION_LEADS.split("|"))
_TELLING = ("vers", "fass", "corr", "rect", "amend")
"""One of them is in every sentence on an earlier version, before it is folded as well."""
_FOLDS_TO_LATIN = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""Ligatures, full-width and mathematical letters."""
_UPDATE = re.compile(r"[\W_]{0,4}(?:updated?|mise a jour|actualizacion|aktualisier|atualizacao|aggiornamento)")
_PLAIN_WORD = re.compile(
    r"(?<![^\W\d_])(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|avr|juin|juil|aout|gmt|utc)[a-z]{0,7}\b)[a-z]{2,}"
)
_FEWEST_UPDATED = 4
"""Words, the first of them ``Update``, from which on a line tells what was changed and not only when."""


def says_correction(text: str) -> bool:
    """Return whether a paragraph is a correction, by the words it begins with or by what it says of itself."""
    head = text[:_EARLY]
    if not _may_begin(head, _CORRECTION_STARTS) and not _may_tell(head):
        return False
    plain = _fold_words(head)
    first = next((letter for letter in head if letter.isalpha()), "")
    lead = _CORRECTION_LEAD.match(plain) if first.isupper() else None
    if lead is not None and _UPDATE.match(plain) and len(_PLAIN_WORD.findall(plain)) < _FEWEST_UPDATED:
        # "Updated 12 May 2024, 10:00 GMT" is a date line.
        return False
    return bool(lead or _EARLIER_VERSION.search(plain))


def _may_tell(head: str) -> bool:
    """Return whether a text may tell of an earlier version: hardly any does."""
    lower = head.lower()
    return any(part in lower for part in _TELLING) or not (head.isascii() or _FOLDS_TO_LATIN.search(head) is None)


_COOKIES = re.compile(
    r"(?:we|our (?:site|website)|this (?:site|website)|[a-z.]{3,30}) uses? (?:our own |third[- ]party )?cookies"
    r"|(?:nous utilisons|ce site (?:web )?utilise) des (?:cookies|traceurs)"
    r"|(?:wir verwenden|wir nutzen|wir setzen|diese (?:web)?(?:seite|site) (?:verwendet|nutzt)) cookies"
    r"|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|este site (?:utiliza|usa)) cookies"
    r"|(?:utilizziamo|usiamo|questo sito (?:web )?(?:utilizza|usa)) (?:i )?cookie"
)
_LONGEST_NOTE = 600


def says_cookies(text: str) -> bool:
    """Return whether a paragraph begins like a note on cookies."""
    return "ookie" in text[:80] and len(text) < _LONGEST_NOTE and bool(_COOKIES.match(_fold_words(text[:80])))


def _fold_words(text: str) -> str:
    return " ".join(fold(word) for word in text.replace("\u2019", "'").split())
