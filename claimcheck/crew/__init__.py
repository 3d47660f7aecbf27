"""Stages 4 and 5 on every core: who reads sources in this process, and in others beside it once that pays.

Crew                              takes each source to whoever is free         crew.py
├── RememberingReader             in this process, for the first ones          made by recipe.py
└── Member                        a process, as this one sees it               member.py
    └── python -m claimcheck.crew     the process itself, with one too         __main__.py
"""

from claimcheck.crew.crew import Crew
from claimcheck.crew.recipe import Recipe, Tools, make_tools

__all__ = ["Crew", "Recipe", "Tools", "make_tools"]
"""What the composition root puts together."""
