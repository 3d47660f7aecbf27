"""Findings made by hand: every verdict, every class of states, and the shapes of text that are hard to lay out."""

from dataclasses import replace
from datetime import date

from claimcheck.enums import Code, ExpectKind, Outcome, Role, Severity, Stance, State, Verdict
from claimcheck.model import (
    Claim,
    ClaimsFile,
    Comparison,
    Considered,
    Evidence,
    Expectation,
    Finding,
    Hop,
    Ignore,
    Issued,
    Location,
    Locator,
    Match,
    Quote,
    Report,
    Source,
    SourceReport,
)

FILE = "claims.yaml"


def at(line: int, column: int = 5) -> Location:
    return Location(FILE, line, column)


def cited(address: str, line: int, **fields: str) -> Source:
    return Source(address=address, location=at(line, 13), **fields)  # type: ignore[arg-type]  # fields are all text


def claim(ident: str, text: str, line: int, *sources: Source) -> Claim:
    return Claim(id=ident, text=text, sources=sources, location=at(line))


def passage(exact: str, *deciding: str, stance: Stance = Stance.SUPPORTS, source: str) -> Evidence:
    spans = tuple((exact.index(words), exact.index(words) + len(words)) for words in deciding)
    return Evidence(exact, "what stands before it,", "and what comes after.", stance, source, (0, len(exact)), spans)


# ------------------------------------------------------------------------------------------------------ supported

_QUARTZ = cited("https://news.example/2023/underpaid-data-workers-1850005025", 12)
_QUARTZ_SEEN = SourceReport(
    _QUARTZ, State.LIVE, _QUARTZ.address, 200, "", "Data workers were paid under two dollars an hour",
    Issued(date(2023, 1, 18), "json-ld"), "en",
)  # fmt: skip
SUPPORTED = Finding(
    claim("hourly-range", "Ces ouvriers gagnaient entre 1,32 $ et 2 $ de l'heure.", 10, _QUARTZ),
    Verdict.SUPPORTED,
    "the source says so",
    comparisons=(
        Comparison(
            "quantity", "entre 1,32 $ et 2 $ de l'heure", Outcome.AGREES, "between $1.32 and $2 per hour",
            evidence=passage(
                "The labelers took home between $1.32 and $2 per hour, depending on seniority and performance.",
                "between $1.32 and $2 per hour",
                source=_QUARTZ.address,
            ),
        ),
    ),
    sources=(_QUARTZ_SEEN,),
)  # fmt: skip

_REPORT = cited("file:pages/generative-ai-training.pdf", 18)
SUPPORTED_PDF = Finding(
    claim("office-report", "Le bureau a publié près de 3 000 pages de commentaires en mai 2025.", 16, _REPORT),
    Verdict.SUPPORTED,
    "the source says so (près de 3 000: 2,987 rounds to it)",
    comparisons=(
        Comparison(
            "quantity", "près de 3 000 pages", Outcome.AGREES, "2,987 pages", "2,987 rounds to it",
            evidence=replace(
                passage(
                    "In May 2025 the Office made public 2,987 pages of comments, the largest docket in its history.",
                    "2,987 pages", "May 2025",
                    source=_REPORT.address,
                ),
                page=7, section="The comments received",
            ),
        ),
    ),
    sources=(
        SourceReport(
            _REPORT, State.LIVE, "", None, "", "Generative AI training",
            Issued(date(2025, 5, 1), "title page", "month"), "en",
        ),
    ),
)  # fmt: skip

_OLD = cited("http://www.history.example/expanded.php?id=946", 24)
_NEW = "https://history.example/entries/dartmouth-workshop"
SUPPORTED_MOVED = Finding(
    claim("workshop", "L'atelier de Dartmouth s'est tenu en 1956.", 22, _OLD),
    Verdict.SUPPORTED,
    "the source says so",
    (Code.MOVED,),
    comparisons=(
        Comparison(
            "date", "1956", Outcome.AGREES, "in the summer of 1956",
            evidence=passage("The workshop met at Dartmouth in the summer of 1956.", "in the summer of 1956",
                             source=_OLD.address),
        ),
    ),
    sources=(SourceReport(_OLD, State.MOVED, _NEW, 200, "301 to another path", "The Dartmouth workshop", None, "en",
                          hops=(Hop(_OLD.address, 301), Hop(_NEW, 200))),),
)  # fmt: skip

_JAPAN = cited("https://shimbun.example/articles/8812", 30)
SUPPORTED_WIDE = Finding(
    claim("tokyo-staff", "東京の事務所では約三百人が働いている。", 28, _JAPAN),
    Verdict.SUPPORTED,
    "the source says so",
    comparisons=(
        Comparison(
            "quantity", "約三百人", Outcome.AGREES, "312人",
            evidence=passage(
                "同社の東京事務所では、昨年の春から夏にかけて増員が続き、現在は312人がデータの注釈作業に従事していると広報担当者は述べた。👩‍💻",
                "312人", source=_JAPAN.address,
            ),
        ),
    ),
    sources=(SourceReport(_JAPAN, State.LIVE, _JAPAN.address, 200, "", "データ注釈の現場 🏢", None, "ja"),),
)  # fmt: skip

# ----------------------------------------------------------------------------------------------- partly supported

_TIME = cited("https://magazine.example/6247678/chat-assistant-kenya-workers/", 44, publisher="Magazine")
_TIME_SEEN = SourceReport(
    _TIME, State.LIVE, _TIME.address, 200, "", "The workers who made the assistant less toxic",
    Issued(date(2023, 1, 18), "json-ld"), "en",
)  # fmt: skip
WEAKER = Finding(
    claim("hourly-pay", "Le modérateur était payé 2 $ de l'heure.", 42, _TIME),
    Verdict.PARTLY_SUPPORTED,
    "the claim is the top of the range",
    (Code.WEAKER_VALUE,),
    comparisons=(
        Comparison(
            "quantity", "2 $ de l'heure", Outcome.WEAKER, "between around $1.32 and $2 per hour",
            "the claim is the top of the range", Code.WEAKER_VALUE,
            passage(
                "The data labelers employed on behalf of the lab were, by the contracts that reporters could read and "
                "by the pay slips that three of them kept, paid a take-home wage of between around $1.32 and $2 per "
                "hour depending on seniority and performance, while the lab paid the contractor an hourly rate of "
                "$12.50 for their work on the three contracts signed late in 2021.",
                "between around $1.32 and $2 per hour",
                stance=Stance.WEAKER, source=_TIME.address,
            ),
        ),
    ),
    sources=(_TIME_SEEN,),
    matches=(
        Match(
            (
                Comparison(
                    "quantity", "2 $ de l'heure", Outcome.WEAKER, "between around $1.32 and $2 per hour",
                    "the claim is the top of the range", Code.WEAKER_VALUE,
                    passage("They took home between around $1.32 and $2 per hour.",
                            "between around $1.32 and $2 per hour", stance=Stance.WEAKER, source=_TIME.address),
                ),
                Comparison("words", "modérateur", Outcome.AGREES, "data labelers"),
            ),
            (
                Considered("They took home between around $1.32 and $2 per hour.", Role.PARAGRAPH, True,
                           "same subject, same dimension, rate and currency", 0.93),
                Considered("The lab paid the contractor $12.50 an hour for their work.", Role.PARAGRAPH, False,
                           "another subject: the contractor", 0.61),
                Considered("Related: moderators elsewhere earn $2 an hour", Role.RELATED, False,
                           "not the page's own text", 0.58, 3),
            ),
            (("language", "fr"), ("quantity", "= 2 USD / hour"), ("words", "modérateur · payé")),
        ),
    ),
    tip="say the range as the source says it",
)  # fmt: skip

_REVIEW = cited("https://books.example/reviews/inside-the-empire", 52)
PART_MISSING = Finding(
    replace(claim("interviews", "Sept ans d'enquête et plus de 300 entretiens.", 50, _REVIEW),
            severity=Severity.WARNING),
    Verdict.PARTLY_SUPPORTED,
    "the source does not say sept ans",
    (Code.PART_MISSING,),
    comparisons=(
        Comparison("quantity", "sept ans", Outcome.MISSING, "", "", Code.PART_MISSING),
        Comparison(
            "quantity", "plus de 300 entretiens", Outcome.AGREES, "more than 300 interviews", assertion=1,
            evidence=passage("It rests on more than 300 interviews, some ninety of them with former staff.",
                             "more than 300 interviews", source=_REVIEW.address),
        ),
    ),
    sources=(SourceReport(_REVIEW, State.LIVE, _REVIEW.address, 200, "", "Inside the empire: a review",
                          Issued(date(2025, 1, 1), "dateline", "year"), "en"),),
)  # fmt: skip

# --------------------------------------------------------------------------------------------------- contradicted

_CABAL = cited("https://cabal.example/2023/09/07/to-hire-2100-for-ai-work/", 62)
BOUND = Finding(
    claim("headcount", "L'entreprise employait jusqu'à 3 000 travailleurs au Kenya.", 60, _CABAL),
    Verdict.CONTRADICTED,
    "the source says over 3,000, not jusqu'à 3 000",
    (Code.BOUND_CONFLICT,),
    comparisons=(
        Comparison(
            "quantity", "jusqu'à 3 000", Outcome.CONFLICTS, "over 3,000", "the other bound", Code.BOUND_CONFLICT,
            passage("The outsourcing company employs over 3,000 people in Kenya today.", "over 3,000",
                    stance=Stance.CONFLICTS, source=_CABAL.address),
        ),
        Comparison(
            "quantity", "jusqu'à 3 000", Outcome.CONFLICTS, "3,400", "the table's figure", Code.VALUE_CONFLICT,
            replace(
                passage("Kenya 3,400 5,500", "3,400", stance=Stance.CONFLICTS, source=_CABAL.address),
                role=Role.TABLE_ROW, section="Head count by country",
            ),
        ),
    ),
    sources=(SourceReport(_CABAL, State.LIVE, _CABAL.address, 200, "", "Outsourcer to hire 2,100 for AI work",
                          Issued(date(2023, 9, 7), "open graph"), "en"),),
    tip="say the bound as the source says it",
)  # fmt: skip

_POLICY = cited("https://policy.example/statement", 72)
ALTERED = Finding(
    replace(
        claim("statement", "The board wrote: “the worst exploitation of workers we have ever seen in the field”.", 70,
              _POLICY),
        quotes=(Quote("the worst exploitation of workers we have ever seen in the field"),),
    ),
    Verdict.CONTRADICTED,
    "the words quoted are not the source's",
    (Code.ALTERED_QUOTE,),
    comparisons=(
        Comparison(
            "quote", "“the worst exploitation of workers we have ever seen in the field”", Outcome.CONFLICTS,
            "the careful treatment of workers we have rarely seen in this field", "the words are altered",
            Code.ALTERED_QUOTE,
            passage(
                "The board praised the careful treatment of workers we have rarely seen in this field.",
                "the careful treatment of workers we have rarely seen in this field",
                stance=Stance.CONFLICTS, source=_POLICY.address,
            ),
        ),
    ),
    sources=(SourceReport(_POLICY, State.LIVE, _POLICY.address, 200, "", "", None, "en"),),
)  # fmt: skip

# -------------------------------------------------------------------------------------------- failed verification

_REVIEWED = cited("https://review.example/2022/04/20/1050392/industry-appen-scale-data-labels/", 82)
OLDER = Finding(
    claim("venezuela", "En 2023, le Venezuela est devenu un laboratoire pour l'entreprise.", 80, _REVIEWED),
    Verdict.FAILED_VERIFICATION,
    "the source is older than the fact",
    (Code.SOURCE_OLDER,),
    comparisons=(
        Comparison("date", "2023", Outcome.MISSING, "", "issued on 20 April 2022", Code.SOURCE_OLDER),
    ),
    sources=(SourceReport(_REVIEWED, State.LIVE, _REVIEWED.address, 200, "", "How an industry profits from a crisis",
                          Issued(date(2022, 4, 20), "json-ld"), "en"),),
    tip="cite a source issued after the fact",
)  # fmt: skip

# ---------------------------------------------------------------------------------- unverifiable: gone, cannot tell

_LOST = cited("https://blog.example/2019/a-very-long-address/that-goes-on/and-on/until-no-terminal-is-wide-enough/for-it"
              "/index.html?utm_source=letter&page=2", 92)  # fmt: skip
LOST_SEEN = SourceReport(_LOST, State.NOT_FOUND, _LOST.address, 404, "404 Not Found", suspected=True)
GONE = Finding(
    claim("first-decision", "La première décision date de février 2025.", 90, _LOST),
    Verdict.UNVERIFIABLE,
    "the source is gone: not found (404 Not Found)",
    (Code.NOTHING_READ, Code.NOT_FOUND),
    sources=(LOST_SEEN,),
    tip="look for an archived copy, or cite another source",
)

_WALL = cited("https://daily.example/economy/wages", 97)
WALL_SEEN = SourceReport(_WALL, State.BLOCKED, _WALL.address, 403, "403 from a bot wall (cloudflare)", "", None, "")
BLOCKED = Finding(
    claim("wages", "Les salaires ont baissé de 4 % en 2024.", 95, _WALL),
    Verdict.UNVERIFIABLE,
    "the source could not be read: blocked (403 from a bot wall (cloudflare))",
    (Code.NOTHING_READ, Code.BLOCKED),
    sources=(WALL_SEEN,),
)

_SCAN = cited("file:pages/scan.pdf", 99)
SCANNED = Finding(
    claim("scan", "Le rapport a 40 pages.", 98, _SCAN),
    Verdict.UNVERIFIABLE,
    "the source could not be read: unreadable (no text: 40 scanned pages)",
    (Code.NOTHING_READ, Code.UNREADABLE),
    sources=(SourceReport(_SCAN, State.UNREADABLE, detail="no text: 40 scanned pages"),),
)

# -------------------------------------------------------------------------------------------------- several sources

_FIRST, _SECOND, _THIRD = _WALL, cited("https://agency.example/a", 104), cited("https://gazette.example/b", 105)
DISPUTED = Finding(
    replace(
        claim("layoffs-of-the-spring-as-told-by-two-newspapers-and-an-agency", "260 personnes ont été licenciées.",
              101, _FIRST, _SECOND, _THIRD),
        require=2,
        expect=(Expectation(ExpectKind.VALUE, "260", "people", tolerance="5 %"),),
        tags=("layoffs",), notes="asked the agency by letter", locator=Locator(section="Spring"),
    ),
    Verdict.PARTLY_SUPPORTED,
    "1 of the 2 sources that are required support it",
    (Code.SOURCES_DISAGREE, Code.VALUE_CONFLICT, Code.BLOCKED),
    comparisons=(
        Comparison("quantity", "260 personnes", Outcome.AGREES, "260 people", evidence=passage(
            "The agency counted 260 people let go.", "260 people", source=_SECOND.address)),
        Comparison("quantity", "260 personnes", Outcome.CONFLICTS, "184 people", "", Code.VALUE_CONFLICT, passage(
            "In all, 184 people were let go in the spring.", "184 people", stance=Stance.CONFLICTS,
            source=_THIRD.address)),
    ),
    sources=(
        WALL_SEEN,
        SourceReport(_SECOND, State.LIVE, _SECOND.address, 200, "", "Count of the spring", None, "en"),
        SourceReport(_THIRD, State.LIVE, _THIRD.address, 200, "", "Let go in the spring",
                     Issued(date(2024, 5, 12), "url"), "en"),
    ),
)  # fmt: skip

# --------------------------------------------------------------------------------------------------------- ignored

IGNORED = Finding(
    replace(claim("old-figure", "Le chiffre de 1998.", 110, _WALL),
            ignore=Ignore("on paper only", date(2027, 1, 31), "m.d.")),
    Verdict.IGNORED,
    "on paper only",
    (Code.IGNORED,),
)  # fmt: skip

ALL = (
    SUPPORTED, SUPPORTED_PDF, SUPPORTED_MOVED, SUPPORTED_WIDE, WEAKER, PART_MISSING, BOUND, ALTERED, OLDER, GONE,
    BLOCKED, DISPUTED, IGNORED,
)  # fmt: skip


def report(*findings: Finding, network_down: bool = False, interrupted: bool = False, pending: int = 0) -> Report:
    claims_file = ClaimsFile(FILE, tuple(finding.claim for finding in findings))
    return Report(claims_file, findings, network_down, interrupted, pending)


def in_state(state: State, number: int = 1) -> Finding:
    """An unverifiable claim on a source in this state."""
    source = cited(f"https://example.org/{state.value}", number + 1)
    seen = SourceReport(source, state, detail=f"why it is {state.label}")
    return Finding(
        claim(f"on-{state.value}", "A claim.", number, source),
        Verdict.UNVERIFIABLE,
        f"the source could not be read: {state.label}",
        (Code.NOTHING_READ, *([state.code] if state.code else [])),
        sources=(seen,),
    )
