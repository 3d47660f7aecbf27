"""Response headers → the vendor whose bot wall answered in the page's place.

Presence of a vendor is not action by a vendor: half of the web stands behind one of them.  Only headers that a vendor
sends with a challenge or a block count, and these count at any status, a 404 or a 200 included.
"""

from claimcheck.fetchers.outcomes import Answer

_MITIGATED = frozenset({"challenge", "block", "deny"})


def wall_of(answer: Answer) -> str:
    """Return the vendor whose wall this answer is, by its headers; empty where they prove none."""
    if "challenge" in answer.header("cf-mitigated").lower():
        return "cloudflare"
    if answer.header("x-amzn-waf-action").lower() in {"challenge", "captcha"}:
        return "aws waf"
    if answer.header("x-vercel-mitigated").lower() in _MITIGATED:
        return "vercel"
    if answer.header("x-sucuri-block"):
        return "sucuri"
    if answer.status == 403:  # noqa: PLR2004 - forbidden
        if answer.header("server").lower().startswith("akamaighost"):
            return "akamai"
        if answer.header("x-datadome"):
            return "datadome"
    return ""
