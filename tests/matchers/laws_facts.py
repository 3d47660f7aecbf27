"""Facts in sentences of our own, for the laws that every verdict keeps."""

from dataclasses import dataclass
from datetime import date

from claimcheck.enums import Role, State, Verdict
from claimcheck.judges import RuleJudge
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.model import Block, Claim, Document, Finding, Issued, Location, Source, SourceReport

PLACE = Location("claims.yaml", 1, 1)
SOURCE = Source("https://example.org/", PLACE)
ISSUED = date(2024, 6, 3)


def document(*paragraphs: str, language: str = "en", issued: date | None = ISSUED) -> Document:
    """Return paragraphs as a document."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Role.PARAGRAPH, (at, at + len(paragraph))))
        at += len(paragraph) + 1
    day = Issued(issued, "time") if issued else None
    return Document("\n".join(paragraphs), tuple(blocks), language=language, issued=day)


def finding(claim: str, page: Document, language: str = "en", **keys: object) -> Finding:
    """Return the finding on a claim against a page."""
    held = Claim("c", claim, (SOURCE,), PLACE, language=language, **keys)  # type: ignore[arg-type]
    match = RuleMatcher().match(held, page, SOURCE)
    return RuleJudge().judge(held, ((SourceReport(SOURCE, State.LIVE), match),))


def verdict(claim: str, page: Document, language: str = "en", **keys: object) -> Verdict:
    """Return the verdict on a claim against a page."""
    return finding(claim, page, language, **keys).verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence, its denial, the digits that decide it, and its translations."""

    sentence: str
    denial: str
    deciding: str
    translations: dict[str, str]


FACTS = (
    Fact(
        "The factory in Lodva employs 4,250 workers.",
        "The factory in Lodva does not employ 4,250 workers.",
        "4,250",
        {
            "fr": "L'usine de Lodva emploie 4 250 ouvriers.",
            "es": "La fábrica de Lodva emplea a 4.250 trabajadores.",
            "de": "Die Fabrik in Lodva beschäftigt 4.250 Arbeiter.",
            "pt": "A fábrica de Lodva emprega 4.250 trabalhadores.",
            "it": "La fabbrica di Lodva impiega 4.250 lavoratori.",
        },
    ),
    Fact(
        "The moderators were paid $3.75 an hour.",
        "The moderators were not paid $3.75 an hour.",
        "3.75",
        {
            "fr": "Les modérateurs étaient payés 3,75 dollars de l'heure.",
            "es": "Los moderadores cobraban 3,75 dólares por hora.",
            "de": "Die Moderatoren wurden mit 3,75 Dollar pro Stunde bezahlt.",
            "pt": "Os moderadores eram pagos 3,75 dólares por hora.",
            "it": "I moderatori erano pagati 3,75 dollari all'ora.",
        },
    ),
    Fact(
        "Unemployment in Norland fell to 6.8% in 2023.",
        "Unemployment in Norland did not fall to 6.8% in 2023.",
        "6.8",
        {
            "fr": "Le chômage au Norland est tombé à 6,8 % en 2023.",
            "es": "El desempleo en Norland cayó al 6,8 % en 2023.",
            "de": "Die Arbeitslosigkeit in Norland sank 2023 auf 6,8 %.",
            "pt": "O desemprego em Norland caiu para 6,8% em 2023.",
            "it": "La disoccupazione in Norland è scesa al 6,8% nel 2023.",
        },
    ),
    Fact(
        "The ministry published its report on mining on 14 March 2022.",
        "The ministry did not publish its report on mining on 14 March 2022.",
        "2022",
        {
            "fr": "Le ministère a publié son rapport sur les mines le 14 mars 2022.",
            "es": "El ministerio publicó su informe sobre la minería el 14 de marzo de 2022.",
            "de": "Das Ministerium veröffentlichte seinen Bericht über den Bergbau am 14. März 2022.",
            "pt": "O ministério publicou o seu relatório sobre a mineração em 14 de março de 2022.",
            "it": "Il ministero ha pubblicato il suo rapporto sulle miniere il 14 marzo 2022.",
        },
    ),
    Fact(
        "The tunnel under the strait is 57 kilometres long.",
        "The tunnel under the strait is not 57 kilometres long.",
        "57",
        {
            "fr": "Le tunnel sous le détroit est long de 57 kilomètres.",
            "es": "El túnel bajo el estrecho tiene 57 kilómetros de largo.",
            "de": "Der Tunnel unter der Meerenge ist 57 Kilometer lang.",
            "pt": "O túnel sob o estreito tem 57 quilómetros de comprimento.",
            "it": "Il tunnel sotto lo stretto è lungo 57 chilometri.",
        },
    ),
    Fact(
        "The new hospital cost 412 million euros.",
        "The new hospital did not cost 412 million euros.",
        "412",
        {
            "fr": "Le nouvel hôpital a coûté 412 millions d'euros.",
            "es": "El nuevo hospital costó 412 millones de euros.",
            "de": "Das neue Krankenhaus kostete 412 Millionen Euro.",
            "pt": "O novo hospital custou 412 milhões de euros.",
            "it": "Il nuovo ospedale è costato 412 milioni di euro.",
        },
    ),
)

UNRELATED = (
    "The museum opens its doors to school classes on Wednesdays, and its café serves soup made from local vegetables.",
    "Rain is expected over the southern valleys, while the coast stays dry with a light breeze from the west.",
    "A choir from the old harbour sang in the cathedral, and the audience stayed for the long encore.",
)
"""Paragraphs about something else, without a value."""
