"""What stages 4 and 5 are made of: the same in this process and in every other, so that none can say anything else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.accepted import Acceptance
from claimcheck.brevity import BriefMatcher
from claimcheck.drift import PassageDrift
from claimcheck.encoders import make_finder
from claimcheck.extractors import PageExtractor
from claimcheck.judges.walls import WallClassifier
from claimcheck.matchers.matcher import RuleMatcher
from claimcheck.matchers.stated import StatedValues
from claimcheck.memory import RememberingClassifier, RememberingExtractor, RememberingMatcher, RememberingReader
from claimcheck.memory.readings import Readings
from claimcheck.ports import Classifier, DriftJudge, Extractor, Matcher
from claimcheck.source_reader import SourceReader


@dataclass(frozen=True, slots=True)
class Recipe:
    """What reading depends on besides the page and the claims."""

    aliases: tuple[tuple[str, ...], ...] = ()
    traced: bool = False
    """Whether matches tell what made the score of each passage; such ones are not remembered."""
    brief: bool = False
    """Whether matches tell what decides alone."""
    semantic: bool = False
    """Whether passages are looked for by their meaning too."""
    lock: tuple[Acceptance, ...] = ()
    keeps_plain: bool = False
    """Whether the text of a page that says nothing of its claims is wanted."""
    memory: Path | None = None
    """The folder of what is remembered; none is nothing."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The adapters of stages 4 and 5."""

    extractor: Extractor
    matcher: Matcher
    classifier: Classifier
    drift: DriftJudge
    forget: Callable[[], None]
    """Lets go of what is kept of the pages read last."""
    readings: Readings | None = None
    """What is remembered of their work; none is nothing."""

    def reader(self, recipe: Recipe) -> RememberingReader:
        """Return who reads a source with them, where what comes of it is not remembered."""
        reader = SourceReader(
            self.extractor,
            self.matcher,
            self.classifier,
            drift=self.drift,
            accepted=recipe.lock,
            keeps_plain=recipe.keeps_plain,
        )
        mark = repr((recipe.aliases, recipe.brief, recipe.semantic, recipe.keeps_plain))
        return RememberingReader(reader, None if recipe.traced else self.readings, recipe.lock, mark)


def make_tools(recipe: Recipe, extractor: PageExtractor, readings: Readings | None) -> Tools:
    """Return the adapters, each behind what was remembered of its work where anything is.

    Raises:
        UsageError: passages are to be looked for by their meaning, and the extra for that is not installed.
    """
    finder = make_finder(wanted=recipe.semantic)
    rules = RuleMatcher(recipe.aliases, finder, traced=recipe.traced and not recipe.brief)
    matcher: Matcher = BriefMatcher(rules) if recipe.brief else rules
    tools = Tools(extractor, matcher, WallClassifier(), PassageDrift(StatedValues()), rules.forget)
    if readings is None:
        return tools
    remembering = RememberingMatcher(matcher, readings, recipe.aliases, brief=recipe.brief, semantic=recipe.semantic)
    return Tools(
        RememberingExtractor(extractor, readings),
        matcher if recipe.traced else remembering,
        RememberingClassifier(tools.classifier, readings),
        tools.drift,
        rules.forget,
        readings,
    )
