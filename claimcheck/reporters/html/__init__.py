"""The HTML report: Report → one file that a browser shows from the disk, for people who edit.

HtmlReporter                    the reporter
├── page                        head, policy, masthead, and the parts in their order      page.py
│   ├── the article             blocks of text, claims highlighted                        article.py
│   ├── the claims              a card each: verdict, values, passages                    claims.py, passages.py
│   ├── filters                 what the script shows and hides                           filters.py
│   ├── the sources             each once                                                 sources.py
│   └── the past                strips of verdicts and looks                              strips.py
├── Setting, place_claims       what the parts share; where the article says it           setting.py, placing.py
├── Words                       English and French, from words.toml                       words.py, telling.py
└── element, escape, link_to    the only way to markup; no template engine, and why       markup.py, icons.py

The file holds its style and its script and asks nothing of anybody: its policy allows these two, by their hashes, and
nothing else, so that even markup that should slip through would run nothing.  Without the script it is all there, in
order; the script filters, and leads from the article to a claim and back.
"""

from claimcheck.model import Report
from claimcheck.reporters.html.page import page
from claimcheck.reporters.html.setting import setting_of

__all__ = ["HtmlReporter"]


class HtmlReporter:
    """Writes the report for people who edit, in English or French."""

    def __init__(self, *, language: str = "") -> None:
        """Take the language; empty is that of the claims."""
        self._language = language

    def render(self, report: Report, /) -> str:
        """Return the page, ending in a newline."""
        return page(setting_of(report, self._language))
