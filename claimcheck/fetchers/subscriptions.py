"""Hosts that sell what they publish: of their 403, a reader who pays sees nothing.

A plain 403 of such a host is its paywall before whoever is no subscriber, a program among them; InternetArchiveBot
keeps a list of domains for the same.  It decides between two kinds of *cannot tell* alone, never between there and
gone.  Newspapers, magazines and agencies first, then publishers of journals, then what sells data.
"""

from urllib.parse import urlsplit

from claimcheck.domains import domain_of

_DOMAINS = frozenset(
    """
    bloomberg.com bostonglobe.com businessinsider.com economist.com faz.net foreignaffairs.com foreignpolicy.com ft.com
    handelsblatt.com haaretz.com irishtimes.com latimes.com lemonde.fr lesechos.fr lefigaro.fr liberation.fr
    mediapart.fr newyorker.com nikkei.com nytimes.com nzz.ch reuters.com scmp.com smh.com.au spiegel.de
    sueddeutsche.de telegraph.co.uk theatlantic.com theathletic.com theaustralian.com.au theglobeandmail.com
    theinformation.com thetimes.co.uk thetimes.com washingtonpost.com welt.de wired.com wsj.com zeit.de
    acm.org acs.org aps.org annualreviews.org bmj.com cambridge.org cell.com degruyter.com elgaronline.com emerald.com
    ieee.org iop.org jamanetwork.com jstor.org karger.com liebertpub.com nature.com nejm.org oup.com rsc.org
    sagepub.com science.org sciencedirect.com springer.com tandfonline.com thelancet.com thieme.com
    universitypressscholarship.com wiley.com wolterskluwer.com
    factiva.com heinonline.org lexisnexis.com nexis.com proquest.com statista.com
    """.split()  # noqa: SIM905 - a table of words reads better as words
)


def sells_subscriptions(url: str) -> bool:
    """Return whether an address is of a host whose pages are for subscribers."""
    return domain_of((urlsplit(url).hostname or "").rstrip(".").lower()) in _DOMAINS
