"""Walls before a page that exists: login, bot wall, consent, paywall, script.  All of them *cannot tell*.  Pure.

The presence of a vendor is no action of it: a page that carries the script of a bot wall, a consent banner or a
paywall, and its own text, is a page.  So each sign counts only where the page itself says next to nothing, but for
the word of the page's own metadata that it is not free.
"""

import re

from claimcheck.enums import State
from claimcheck.judges.look import Look
from claimcheck.judges.phrases import load_words
from claimcheck.judges.soft_404 import title_that_says_not_found

Ruling = tuple[State, str]

_LOGIN_BELOW = 1500
_WALL_BELOW = 1500
_WALL_WORDS_BELOW = 600
_CONSENT_BELOW = 300
_TEASER_BELOW = 6000
_SHELL_BELOW = 200
"""Characters of a page's own text; measured pages of each kind say less."""

_LOGIN_SEGMENTS = frozenset(
    """
    login log-in log_in logon signin sign-in sign_in sso auth oauth oauth2 saml saml2 wp-login.php login.php login.aspx
    login.html connexion se-connecter anmelden iniciar-sesion accedi entrar idp cas
    """.split()  # noqa: SIM905 - a table of words reads better as words
)
_LOGIN_HOSTS = frozenset({"login", "signin", "sso", "auth", "accounts", "account", "idp", "id", "oauth", "cas"})
_WAY_BACK = re.compile(
    r"next|return\w*|continue|redirect\w*|dest(?:ination)?|target|back|service|relaystate|samlrequest|client_id|"
    r"callback\w*|referer|from|goto|url",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"consent(?:s|o)?|privacy-gate|cookiewall|cookie-wall|collectconsent|gdpr-consent", re.IGNORECASE)


def rule_login(look: Look) -> Ruling | None:
    """Whoever asks for a page and gets a form for a password was not let in."""
    landed = look.landed
    if look.hopped and landed.host:
        first = landed.host.split(".")[0]
        host = landed.host != look.cited.host and first in _LOGIN_HOSTS
        path = not _LOGIN_SEGMENTS.isdisjoint(landed.segments) and _LOGIN_SEGMENTS.isdisjoint(look.cited.segments)
        way_back = any(map(_WAY_BACK.fullmatch, landed.query_keys))
        if (host or path) and (way_back or look.signs.password_form or look.size < _WALL_WORDS_BELOW):
            return State.LOGIN, f"it leads to a login page: {landed}"
    if look.signs.password_form and look.size < _LOGIN_BELOW:
        return State.LOGIN, "the page asks for a password"
    return None


def rule_bot_wall(look: Look) -> Ruling | None:
    """A challenge or a refusal stands in the place of the page."""
    if title_that_says_not_found(look):
        # The challenge script of a vendor is on the pages it guards as well, on those that say "not found" too.
        return None
    if look.size >= _WALL_BELOW:
        return None
    words = load_words()
    text = "\n".join(look.lines).lower()
    said = [vendor for proof, vendor in words.vendors if proof in text]
    vendors = tuple(dict.fromkeys((*look.marks("challenge"), *said)))
    if vendors:
        return State.BLOCKED, f"a bot wall stands before the page ({', '.join(vendors)})"
    if look.size < _WALL_WORDS_BELOW and any(words.bot_wall.match(line) for line in look.titles):
        return State.BLOCKED, "a bot wall stands before the page"
    return None


def rule_consent_address(look: Look) -> Ruling | None:
    """The way to the page ended at an address made to ask for consent."""
    landed = look.landed
    first = landed.host.split(".")[0]
    asks = _CONSENT.fullmatch(first) or any(map(_CONSENT.fullmatch, landed.segments))
    if look.hopped and asks and not any(map(_CONSENT.fullmatch, look.cited.segments)):
        return State.BLOCKED, f"a page that asks for consent stands before it: {landed}"
    return None


def rule_consent_banner(look: Look) -> Ruling | None:
    """A consent banner is all that the page holds."""
    vendors = look.marks("consent")
    if vendors and look.size < _CONSENT_BELOW and not look.signs.script_shell:
        return State.BLOCKED, f"the page shows nothing before consent is given ({', '.join(vendors)})"
    return None


def rule_paywall(look: Look) -> Ruling | None:
    """The page is not free, by its own metadata, by its markup, or by a line that says who may read on."""
    if look.signs.free is False:
        return State.PAYWALLED, "the page says of itself that it is not free to read"
    if look.signs.free:
        return None
    words = load_words().paywall
    if look.size < _TEASER_BELOW and any(words.match(line) for line in look.lines):
        return State.PAYWALLED, "the page says that only subscribers may read on"
    vendors = look.marks("paywall")
    if vendors and look.size < _TEASER_BELOW:
        return State.PAYWALLED, f"the page carries a paywall ({', '.join(vendors)})"
    return None


def rule_script(look: Look) -> Ruling | None:
    """The page is empty until a script fills it, or only sends its readers on."""
    words = load_words().script
    if look.size >= _SHELL_BELOW:
        return None
    if look.forwards:
        return State.JS_REQUIRED, f"the page only sends its readers on to {look.landed}"
    if look.signs.script_shell or look.marks("script") or any(words.match(line) for line in look.lines):
        return State.JS_REQUIRED, "the page is empty until a script fills it"
    return None
