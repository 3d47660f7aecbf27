"""Stage 4, extract: a line of a PDF's page, which is one run of glyphs, or several with gaps between them."""

from dataclasses import dataclass, field

from claimcheck.extractors.pdf.glyphs import Run

WIDE_GAP = 1.3
"""Heights of a line: no space between two words is wider, but in narrow columns set to one width."""


@dataclass(slots=True)
class Line:
    """A line of a page: one run, or several with gaps between them, which are cells."""

    runs: list[Run] = field(default_factory=list)
    page: int = 0
    running: bool = False
    """Whether it is a running head or foot, or a page number."""

    leads: bool = False
    """Whether dots lead from its words to a page number."""

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.runs[-1].right

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.runs[0].y

    @property
    def size(self) -> float:
        """Its height."""
        return max(run.size for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs)
