"""Words of six languages meet in one concept, inflected or not; what is near but different does not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.matchers.cldr import month_names
from claimcheck.matchers.words import Term, TermKind, antonyms, covers, related, terms, weight
from claimcheck.matchers.words.countries import country_names
from claimcheck.matchers.words.inflection import lemma_candidates
from claimcheck.matchers.words.lexicon import entries, lexicon
from claimcheck.matchers.words.tokens import LANGUAGES

languages = st.sampled_from(LANGUAGES)
language_words = st.sampled_from(
    sorted({(language, word) for language in LANGUAGES for _, word in entries(language) if word.isalpha()})
)


def keys(words: str, language: str) -> set[str]:
    return {key for term in terms(words, language) for key in term.keys if key[0] not in "@^" and "~" not in key}


def term(word: str, language: str) -> Term:
    found = [t for t in terms(word, language) if t.kind is TermKind.CONTENT]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("concept", "words"),
    [
        ("worker", "en:workers fr:ouvrières es:trabajadoras de:Arbeitern pt:operários it:lavoratrici"),
        ("close", "en:closing fr:fermée es:cierran de:geschlossen pt:fechada it:chiusi"),
        ("open", "en:opened fr:ouvert es:abierto de:eröffnet pt:abriu it:aperta"),
        ("rise", "en:grew fr:augmenté es:subió de:gestiegen pt:cresceram it:cresciuto"),
        ("fall", "en:fell fr:chuté es:cayó de:gefallen pt:caíram it:crollato"),
        ("wage", "en:salaries fr:salariales es:sueldos de:Löhne pt:salários it:stipendi"),
        ("hire", "en:hired fr:recrutés es:contrataron de:rekrutiert pt:contratados it:assunti"),
        ("dismiss", "en:sacked fr:licenciés es:despidió de:entlassen pt:demitidos it:licenziati"),
        ("court", "en:courts fr:tribunaux es:tribunales de:Gerichte pt:tribunais it:tribunali"),
        ("convict", "en:convicted fr:coupables es:condenado de:verurteilt pt:condenada it:condannati"),
        ("lawyer", "en:attorneys fr:avocates es:abogadas de:Anwälte pt:advogados it:avvocati"),
        ("election", "en:elections fr:électoraux es:electorales de:gewählt pt:eleições it:elezioni"),
        ("war", "en:wars fr:guerres es:guerras de:Kriege pt:guerras it:guerre"),
        ("ceasefire", "en:truces fr:trêves es:treguas de:Waffenstillstand pt:tréguas it:tregue"),
        ("weapon", "en:weapons fr:armes es:armas de:Waffen pt:armas it:armi"),
        ("invade", "en:invaded fr:envahi es:invadieron de:Einmarsch pt:invadiu it:invaso"),
        ("tax", "en:taxes fr:impôts es:impuestos de:Steuern pt:impostos it:tasse"),
        ("sell", "en:sold fr:vendues es:vendió de:verkauft pt:vendidas it:venduto"),
        ("buy", "en:bought fr:achetée es:compraron de:gekauft pt:comprou it:acquistata"),
        ("debt", "en:debts fr:dettes es:deudas de:Schulden pt:dívidas it:debiti"),
        ("mayor", "en:mayors fr:maires es:alcaldesas de:Bürgermeisterin pt:prefeitos it:sindaci"),
        ("arrest", "en:detained fr:interpellés es:apresaron de:festgenommen pt:detidos it:fermati"),
        ("devote", "en:dedicated fr:consacrent es:dedica de:gewidmet pt:dedicam it:dedicano"),
        ("reach", "en:reached fr:atteignent es:alcanzó de:erreichte pt:atingiu it:raggiunto"),
        ("bite", "en:bitten fr:mordu es:mordió de:gebissen pt:mordeu it:morso"),
        ("modest", "en:modest fr:modestes es:humildes de:bescheidene pt:modestos it:modesti"),
        ("strike", "en:strikes fr:grévistes es:huelgas de:gestreikt pt:greves it:scioperi"),
        ("country:KE", "en:Kenyans fr:kényanes es:keniana de:kenianischen pt:quenianos it:keniani"),
        ("country:DE", "en:Germans fr:allemandes es:alemanas de:Deutschen pt:alemãs it:tedeschi"),
        ("country:GR", "en:Greeks fr:grecques es:griegos de:griechische pt:gregas it:greci"),
    ],
)
def test_inflected_words_of_six_languages_name_one_concept(concept: str, words: str) -> None:
    for pair in words.split():
        language, word = pair.split(":")
        assert concept in keys(word, language), pair


@pytest.mark.parametrize(
    ("language", "word", "concepts"),
    [
        ("fr", "traitements", "treatment wage"),
        ("fr", "livres", "book pound_currency"),
        ("fr", "haies", "hedge"),
        ("fr", "trafic", "traffic trafficking"),
        ("fr", "sentait", "feel smell"),
        ("es", "tráfico", "traffic trafficking"),
        ("es", "intereses", "interest_rate interest_stake"),
        ("en", "judges", "judge"),
        ("en", "units", "unit"),
        ("de", "Fälle", "case"),
        ("it", "gara", "race"),
        ("pt", "maiores", "biggest"),
    ],
)
def test_a_frequent_word_has_each_of_its_main_senses(language: str, word: str, concepts: str) -> None:
    assert set(concepts.split()) <= keys(word, language)


@pytest.mark.parametrize(
    ("language", "word"),
    [("es", "podemos"), ("de", "lediglich"), ("de", "allem"), ("fr", "serais"), ("it", "farà"), ("pt", "possam")],
)
def test_a_form_that_says_nothing_falls_to_no_noun_that_it_looks_like(language: str, word: str) -> None:
    assert keys(word, language) == set()


@pytest.mark.parametrize(
    "phrases",
    [
        "en:went into effect fr:prendre effet es:surtir efecto it:entrare in vigore",
        "en:made known fr:faire savoir de:bekannt geben it:rendere noto",
        "en:lost her life fr:perdre la vie es:perdió la vida de:kamen ums Leben",
        "en:gave the go-ahead fr:donner son aval es:dio luz verde de:grünes Licht",
        "en:took to the streets fr:descendus dans la rue de:gingen auf die Straße it:scesi in piazza",
    ],
)
def test_a_way_of_saying_names_one_concept_in_each_language(phrases: str) -> None:
    held = [keys(phrase.split(":")[1], phrase[:2]) for phrase in re.split(r" (?=[a-z]{2}:)", phrases)]
    assert set.intersection(*held)


@pytest.mark.parametrize(
    ("concept", "phrases"),
    [
        (
            "united_nations",
            ["en:the United Nations", "en:the U.N. said", "fr:l'ONU", "de:den Vereinten Nationen", "it:l'ONU"],
        ),
        ("nato", ["en:NATO", "fr:l'OTAN", "es:la OTAN", "de:der NATO"]),
        ("world_health_organization", ["en:the WHO said so", "fr:l'OMS", "de:der WHO", "pt:a OMS"]),
        (
            "country:US",
            [
                "en:US troops",
                "en:the U.S. economy",
                "fr:aux États-Unis",
                "es:en EE. UU.",
                "pt:nos EUA",
                "de:in den USA",
            ],
        ),
        (
            "country:GB",
            ["en:the UK", "en:Great Britain", "fr:Grande-Bretagne", "es:el Reino Unido", "it:la Gran Bretagna"],
        ),
        ("country:CZ", ["en:the Czech Republic", "fr:la République tchèque", "de:Tschechien", "pt:a República Tcheca"]),
        ("ceasefire", ["fr:un cessez-le-feu", "es:un alto el fuego", "pt:um cessar-fogo", "it:il cessate il fuoco"]),
        ("data_labelling", ["en:data labelling", "en:data labeling", "fr:étiquetage de données"]),
        ("happen", ["en:it took place", "fr:a eu lieu", "es:tuvo lugar", "pt:teve lugar", "it:ha avuto luogo"]),
        ("end", ["fr:met fin à", "fr:a mis fin au contrat", "es:puso fin a", "pt:pôs fim a", "it:ha posto fine a"]),
        ("take_off", ["en:it took off", "en:taking off"]),
        ("meeting", ["fr:la réunion", "en:the meeting"]),
        ("overtime", ["en:extra hours", "fr:heures supplémentaires", "es:horas extra", "de:Überstunden"]),
        ("pay_rise", ["en:a pay rise", "fr:une hausse de salaire", "de:Lohnerhöhung", "it:aumento salariale"]),
        ("raise_funds", ["en:raised funds", "fr:levée de fonds", "fr:lever des fonds"]),
        ("entitle", ["en:entitled", "fr:donne droit à", "es:tiene derecho a", "pt:tem direito a"]),
        ("sick_leave", ["en:on sick leave", "fr:arrêt maladie", "es:baja por enfermedad", "de:Krankenstand"]),
        ("capture", ["en:taken prisoner", "fr:capturé", "es:capturados", "it:catturati"]),
        ("trade_balance", ["en:the balance of payments", "fr:la balance commerciale", "es:la balanza comercial"]),
    ],
)
def test_phrases_name_one_concept(concept: str, phrases: list[str]) -> None:
    for pair in phrases:
        language, phrase = pair.split(":", 1)
        assert concept in keys(phrase, language), pair


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("en:wage", "fr:prime"),
        ("en:export", "fr:importations"),
        ("en:hired", "fr:licenciés"),
        ("en:acquitted", "fr:condamné"),
        ("en:murder", "fr:cambriolage"),
        ("en:fine", "fr:prison"),
        ("en:profit", "fr:chiffre d'affaires"),
        ("en:cost", "fr:prix"),
        ("en:king", "fr:reine"),
        ("en:execution", "fr:perpétuité"),
        ("en:voters", "fr:voix"),
        ("en:embassy", "fr:consulat"),
        ("en:colonel", "fr:capitaine"),
        ("en:percentage points", "fr:pour cent"),
        ("en:Niger", "fr:nigérian"),
        ("en:Austrian", "fr:australien"),
        ("en:Slovak", "fr:slovène"),
        ("en:Guyana", "fr:guinéen"),
        ("en:killed", "fr:blessé"),
        ("en:dead", "es:heridos"),
        ("en:virus", "fr:vaccin"),
        ("en:wage", "de:Bonus"),
        ("en:salary", "fr:prime"),
        ("en:revenue", "fr:bénéfice"),
        ("en:turnover", "it:profitto"),
        ("en:employee", "fr:employeur"),
        ("en:employers", "de:Angestellte"),
        ("en:plaintiff", "fr:accusé"),
        ("en:defendant", "es:demandante"),
        ("en:mean", "fr:médiane"),
        ("en:median", "de:Durchschnitt"),
        ("en:gross", "fr:net"),
        ("en:net", "pt:bruto"),
        ("en:height", "fr:profondeur"),
        ("en:depth", "it:altezza"),
        ("en:length", "fr:largeur"),
        ("en:imports", "de:Export"),
        ("en:accepted", "fr:rejeté"),
        ("en:confirmed", "fr:démenti"),
        ("en:free", "fr:payant"),
        ("en:private", "fr:publique"),
        ("en:majority", "es:minoría"),
        ("en:permitted", "fr:interdit"),
        ("en:winner", "fr:perdant"),
        ("en:bought", "fr:vendu"),
        ("en:buyer", "fr:vendeur"),
        ("en:tyre", "fr:roue"),
        ("en:helmet", "fr:chapeau"),
        ("en:rose", "es:cayó"),
        ("en:arrived", "fr:parti"),
        ("en:surplus", "fr:déficit"),
        ("en:landlord", "fr:locataire"),
        ("en:borrower", "fr:prêteur"),
        ("en:patient", "fr:médecin"),
        ("en:nurse", "fr:chirurgien"),
        ("en:teacher", "fr:élève"),
        ("en:judge", "fr:avocat"),
        ("en:prosecutor", "fr:juge"),
        ("en:goalkeeper", "fr:entraîneur"),
        ("en:knife", "fr:épée"),
        ("en:shirt", "fr:pantalon"),
        ("en:duck", "fr:oie"),
        ("en:silk", "fr:laine"),
        ("en:kiss", "es:abrazo"),
        ("en:infantry", "fr:cavalerie"),
        ("en:likely", "fr:improbable"),
        ("en:able", "fr:incapable"),
        ("en:best", "fr:pire"),
    ],
)
def test_what_is_near_but_different_does_not_meet(one: str, other: str) -> None:
    (language, word), (other_language, other_word) = one.split(":"), other.split(":")
    assert not related(term(word, language), term(other_word, other_language))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("en:rose", "fr:baisse"),
        ("en:cut", "fr:hausse"),
        ("en:opened", "fr:fermeture"),
        ("de:verkauft", "fr:acheté"),
        ("es:exportación", "en:imports"),
        ("it:assolto", "en:convicted"),
        ("pt:legal", "fr:illégale"),
        ("en:majority", "fr:minorité"),
        ("en:hired", "de:entlassen"),
        ("en:likely", "fr:improbable"),
        ("en:captured", "fr:libérés"),
        ("en:best", "it:peggiore"),
        ("en:useful", "es:inútil"),
        ("en:temporary", "fr:définitif"),
        ("fr:confirmé", "fr:annulé"),
        ("en:upheld", "fr:annulé"),
    ],
)
def test_opposites_are_known_across_languages(one: str, other: str) -> None:
    (language, word), (other_language, other_word) = one.split(":"), other.split(":")
    assert antonyms(term(word, language), term(other_word, other_language))
    assert antonyms(term(other_word, other_language), term(word, language))


@pytest.mark.parametrize(
    ("general", "special"),
    [
        ("en:workers", "fr:infirmières"),
        ("fr:travailleurs", "en:moderators"),
        ("en:weapons", "es:fusiles"),
        ("en:crime", "de:Mord"),
        ("en:company", "fr:banque"),
        ("en:wages", "fr:smic"),
        ("fr:britannique", "en:Scottish"),
    ],
)
def test_a_kind_covers_its_members_and_not_the_reverse(general: str, special: str) -> None:
    (language, word), (other_language, other_word) = general.split(":"), special.split(":")
    one, other = term(word, language), term(other_word, other_language)
    assert covers(one, other)
    assert not covers(other, one)


@pytest.mark.parametrize("word", ["US", "WHO"])
def test_a_stop_word_in_capitals_is_a_name_among_small_letters_only(word: str) -> None:
    assert keys(f"the {word} said that", "en") >= keys(word.lower(), "en")
    assert any(t.surface == word and t.kind is TermKind.CONTENT for t in terms(f"the {word} said that", "en"))
    assert all(t.surface != word or t.kind is TermKind.STOP for t in terms(f"TELL {word} ALL THAT", "en"))
    assert all(t.kind is TermKind.STOP for t in terms(word.lower(), "en"))


def test_american_spelling_meets_british_words_and_phrases() -> None:
    assert keys("labor", "en") == keys("labour", "en")
    assert keys("organizers", "en") == keys("organisers", "en")
    assert keys("labor market", "en") == {"labour_market"}


@pytest.mark.parametrize(
    ("concept", "language", "text"),
    [
        pytest.param("leave", "en", "300 workers left", id="left is of leave"),
        pytest.param("right", "en", "the right to vote", id="the right is no party"),
        pytest.param("pay", "en", "they were to be paid", id="to be paid is to pay"),
        pytest.param("arrest", "fr", "il a été arrêté", id="arrêté is of arrêter"),
        pytest.param("sell", "fr", "les ventes", id="ventes is of vente"),
        pytest.param("charge", "it", "è stato accusato", id="accusato is of accusare"),
        pytest.param("leave", "fr", "il est parti", id="parti is of partir"),
        pytest.param("abolish", "es", "fue eliminado", id="eliminado is of eliminar"),
    ],
)
def test_a_word_listed_for_one_meaning_keeps_its_others(concept: str, language: str, text: str) -> None:
    assert concept in keys(text, language)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("watches", "watch"),
        ("goes", "go"),
        ("stopped", "stop"),
        ("bigger", "big"),
        ("visited", "visit"),
        ("hated", "hate"),
        ("fires", "fire"),
    ],
)
def test_an_english_word_is_found_by_its_inflected_form(form: str, word: str) -> None:
    assert word in lemma_candidates(form, "en")


@pytest.mark.parametrize(("form", "word"), [("hates", "hat"), ("rated", "rat"), ("fires", "fir"), ("staged", "stag")])
def test_an_english_word_of_one_short_syllable_doubles_its_consonant(form: str, word: str) -> None:
    assert word not in lemma_candidates(form, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_countries_leave_the_names_of_months_readable(language: str) -> None:
    assert country_names(language)
    assert set(month_names(language).values()) == set(range(1, 13))


def test_a_word_of_several_countries_has_each_key() -> None:
    assert keys("Congolese", "en") == {"country:CD", "country:CG"}
    assert keys("coréens", "fr") == {"country:KP", "country:KR"}
    assert keys("nord-coréen", "fr") == {"country:KP"}


def test_full_stops_part_a_phrase_unless_they_stand_in_an_acronym() -> None:
    assert "country:US" in keys("the U.S. army", "en")
    assert "minimum_wage" not in keys("the minimum. Wage talks", "en")


@pytest.mark.parametrize("text", ["5G", "the 5G", "5G networks", "to join", "to join the"])
def test_the_last_word_of_a_text_is_read_like_any_other(text: str) -> None:
    assert terms(text, "en")[-1].span[1] == len(text)
    assert ("five_g" in keys(text, "en")) == ("5G" in text)


def test_a_stop_word_weighs_nothing_and_a_name_most() -> None:
    the, brevy, worker = terms("the Brevy worker", "en")
    assert weight(the) == 0.0
    assert weight(brevy) > weight(worker) > 0.0


@given(st.text(max_size=80), languages)
def test_terms_stand_in_the_text_in_order_and_without_overlap(text: str, language: str) -> None:
    end = 0
    for found in terms(text, language):
        assert end <= found.span[0] < found.span[1] <= len(text)
        assert found.surface == text[found.span[0] : found.span[1]]
        end = found.span[1]


@given(language_words)
def test_every_word_of_the_lexicon_names_a_concept_in_any_case(word: tuple[str, str]) -> None:
    language, form = word
    assert lexicon(language).concepts(form)
    small, capital = terms(form, language), terms(form.capitalize(), language)
    assert [t.kind for t in small] == [t.kind for t in capital]
    assert all(one.keys <= other.keys for one, other in zip(small, capital, strict=True))


@given(language_words, language_words)
def test_being_related_or_opposed_is_mutual_and_never_both(one: tuple[str, str], other: tuple[str, str]) -> None:
    for first in terms(one[1], one[0]):
        for second in terms(other[1], other[0]):
            assert related(first, second) == related(second, first)
            assert antonyms(first, second) == antonyms(second, first)
            assert not (antonyms(first, second) and related(first, second))
