"""The colours of the console: one for each verdict and class of states, from the sixteen that every theme sets."""

from claimcheck.enums import StateClass, Verdict

VERDICT_STYLES = {
    Verdict.SUPPORTED: "green",
    Verdict.PARTLY_SUPPORTED: "bold yellow",
    Verdict.CONTRADICTED: "bold red",
    Verdict.FAILED_VERIFICATION: "red",
    Verdict.UNVERIFIABLE: "cyan",
    Verdict.IGNORED: "dim",
}
STATE_STYLES = {
    StateClass.PRESENT: "",
    StateClass.GONE: "red",
    StateClass.CANNOT_TELL: "cyan",
}
CLAIM_SIDE = "red"
SOURCE_SIDE = "green"
QUIET = "dim"
STRONG = "bold"
