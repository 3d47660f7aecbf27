"""Host names → the domains that were registered.  Pure.

No list of public suffixes is loaded: a second level such as ``co`` or ``gov`` under a country is all that must be known
for what is asked here.  Where the guess is wrong, two domains are held for one, which accuses nobody.
"""

_SECOND_LEVELS = frozenset(
    "ac asn asso co com edu go gob gouv gov govt gub ltd mil ne net nom nic or org plc sch web".split()  # noqa: SIM905 - a table of words reads better as words
)


def domain_of(host: str) -> str:
    """Return the registered domain of a host in lower case, as far as can be told; an IP address is its own."""
    labels = host.split(".")
    if labels[-1].isdigit() or ":" in host:
        return host
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS  # noqa: PLR2004 - two letters make a country
    return ".".join(labels[-3:] if country else labels[-2:])
