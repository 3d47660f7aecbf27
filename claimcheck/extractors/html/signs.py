"""Stage 4, extract: what in a page bears on the state of its source: walls, shells, parked domains.

The presence of a vendor is not action by a vendor: every mark stands for a proof that the page itself is the wall, or
names a sign that only counts where the claim's words were not found.  Which state follows is the judges' business.
Cloudflare's script that watches for robots is on sound pages too, so only the part that draws the challenge counts.
"""

import re
from typing import Any

from claimcheck.extractors.html.embedded import walk_linked_data
from claimcheck.extractors.html.metadata import find_meta
from claimcheck.extractors.html.pieces import PageFacts
from claimcheck.model import PageSigns

_HEAD = 300_000
"""Characters searched: a wall is a small page, and a mark at the end of a big one is no wall's."""

_LARGE = 10_000
"""Characters of body text above which a page is no wall, and what hides behind a part of it is not all."""

_PROOFS = {
    "challenge:cloudflare": (
        "cf_chl_opt",
        "/orchestrate/chl_",
        "/orchestrate/jsch/",
        "/orchestrate/captcha/",
        "<title>just a moment",
        "attention required! | cloudflare",
        "sorry, you have been blocked",
    ),
    "challenge:akamai": ("errors.edgesuite.net",),
    "challenge:imperva": ("_incapsula_resource", "incapsula incident id"),
    "challenge:perimeterx": ("px-captcha",),
    "challenge:datadome": ("captcha-delivery.com",),
    "challenge:ddos-guard": ("ddos-guard",),
    "challenge:sucuri": ("sucuri website firewall",),
    "challenge:anubis": (
        "/.within.website/x/cmd/anubis",
        "making sure you're not a bot!",
        "making sure you&#39;re not a bot!",
    ),
    "consent:onetrust": ("onetrust-",),
    "consent:didomi": ("didomi-",),
    "consent:sourcepoint": ("sp_message",),
    "consent:usercentrics": ("usercentrics",),
    "consent:consentmanager": ("cmpbox",),
    "consent:quantcast": ("qc-cmp2",),
    "paywall:piano": ("piano-", "tp-container"),
    "paywall:markup": ("paywall", "regwall", "subscriber-only", "meteredcontent", "gateway-content"),
    "parked:adblockkey": ("data-adblockkey",),
    "parked:script": ('window.park = "ey', "window.park='ey", 'window.park="ey'),
    "parked:lander": ('window.location.href="/lander"', "window.location.href='/lander'", 'location.href = "/lander"'),
    "parked:sedo": ("sedoparking.com", "sedo.com/search/details"),
    "parked:registrar": ("parked free courtesy of", "parked free, courtesy of"),
    "script:required": ("you need to enable javascript", "enable javascript to run this app", "requires javascript"),
}
_EDGE_REFERENCE = re.compile(r"reference\s{0,3}#\d{1,3}\.[0-9a-f]{4,12}\.\d{5,12}")
_IN_MARKUP = ("paywall:", "consent:")
_ATTRIBUTE = re.compile(r"\b(?:id|class)\s{0,3}=\s{0,3}[\"']([^\"'<>]{1,300})[\"']")
_MOUNTS = frozenset({"root", "app", "__next", "__nuxt", "___gatsby", "main-app", "react-root", "svelte", "q-app"})
_ADDRESS = re.compile(r"https?://[^/?#\s]{1,300}([^?#\s]{0,2000})", re.IGNORECASE)
_LITTLE = 200
_FEW_ELEMENTS = 60
_TIERS = frozenset({"locked", "metered"})
_REFRESH = re.compile(
    r"\s{0,9}\d{1,6}(?:\.\d{0,6})?\s{0,9}[;,]?\s{0,9}(?:url\s{0,9}=\s{0,9})?[\"']?(\S{1,2000}?)[\"']?\s{0,9}$",
    re.IGNORECASE,
)


def read_signs(html: str, facts: PageFacts, shown: int) -> PageSigns:
    """Return the signs of a page of which ``shown`` characters of body text are visible."""
    plain = html[:_HEAD].lower() if shown < _LARGE else ""
    refresh = _REFRESH.match(find_meta(facts, "refresh"))
    mounted = not _MOUNTS.isdisjoint(facts.names) or bool(facts.state_scripts)
    return PageSigns(
        password_form=facts.password,
        free=_read_free(facts),
        script_shell=shown < _LITTLE
        and (mounted or ("<script" in plain and facts.elements <= _FEW_ELEMENTS and shown == 0)),
        meta_refresh=refresh.group(1) if refresh else "",
        h1=facts.headings[0] if facts.headings else "",
        marks=_read_marks(plain, facts),
    )


def _read_marks(plain: str, facts: PageFacts) -> tuple[str, ...]:
    names = " ".join(_ATTRIBUTE.findall(plain)) if any(p in plain for p in _all_markup()) else ""
    marks = [
        mark
        for mark, proofs in _PROOFS.items()
        if any(proof in (names if mark.startswith(_IN_MARKUP) else plain) for proof in proofs)
    ]
    if _EDGE_REFERENCE.search(plain) and "challenge:akamai" not in marks:
        marks.append("challenge:akamai")
    if find_meta(facts, "article:content_tier").lower() in _TIERS:
        marks.append("paywall:tier")
    if _names_root(facts.canonical or find_meta(facts, "og:url")):
        marks.append("canonical:root")
    return tuple(marks)


def _names_root(address: str) -> bool:
    """Return whether an address that a page calls its own is the front page of a site."""
    found = _ADDRESS.fullmatch(address.strip())
    return found is not None and found.group(1) in {"", "/"}


def _all_markup() -> list[str]:
    return [proof for mark, proofs in _PROOFS.items() if mark.startswith(_IN_MARKUP) for proof in proofs]


def _read_free(facts: PageFacts) -> bool | None:
    """Return what the page says of itself: false where any part of it is said not to be free."""
    said = [_as_truth(item["isAccessibleForFree"]) for item in walk_linked_data(facts) if "isAccessibleForFree" in item]
    said += [_as_truth(content) for name, content in facts.metas if name == "isaccessibleforfree"]
    known = [truth for truth in said if truth is not None]
    return all(known) if known else None


def _as_truth(said: Any) -> bool | None:
    if isinstance(said, bool):
        return said
    plain = str(said).strip().lower().rsplit("/", 1)[-1]
    return {"true": True, "false": False}.get(plain)
