"""A program beside the tests that has a source read in another process, says which, and waits to be killed."""

import signal
import sys

from pipeline.fakes import claim, live, source

from claimcheck.crew import Crew, Recipe, make_tools
from claimcheck.extractors import PageExtractor


def main() -> None:
    recipe = Recipe()
    crew = Crew(make_tools(recipe, PageExtractor(), None).reader(recipe), recipe, members=1, few=0, enough=0.0)
    crew.read(live(source(), b"Sama employed 3,000 people."), (claim(),))
    sys.stdout.write(f"{crew.processes[0]}\n")
    sys.stdout.flush()
    signal.pause()


if __name__ == "__main__":
    main()
