"""Stage 3, fetch: Source → Fetched.

SourceFetcher                     files, the web, or nothing when offline     sources.py
└── WebFetcher                    puts the web's half together                web.py
    └── RedirectedGetter          follows redirects, hop by hop               redirects.py
        └── ConditionalGetter     asks whether a held page has changed        conditional.py
            └── PersistentGetter      asks again for what may pass            retry.py
                └── ThrottledGetter   waits for the host's turn               throttle.py
                    └── HttpGetter    asks once, reads within bounds          http.py
                        └── AiohttpEngine, vetted addresses only              engine.py
RecordingGetter                   has each hop kept as evidence               recording.py
ReplayedFetcher                   all of it from what was recorded            replaying.py
"""

from claimcheck.fetchers.settings import FetchSettings, HostSettings
from claimcheck.fetchers.sources import OnceFetcher, SourceFetcher

__all__ = ["FetchSettings", "HostSettings", "OnceFetcher", "SourceFetcher"]
