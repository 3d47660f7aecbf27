"""The options that say what fails a run, and what they come to together: a profile fills in what nobody said."""

import functools
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from claimcheck.claimsfile import load_claims
from claimcheck.cli.options import parse_codes, parse_fail_on
from claimcheck.cli.writing import replace_file
from claimcheck.enums import Code
from claimcheck.errors import ClaimsFileError, UsageError
from claimcheck.model import ClaimsFile, Report
from claimcheck.news import Ledger
from claimcheck.policy.baseline import Baseline, baseline_text, read_baseline, write_baseline
from claimcheck.policy.failing import FailLevel, Kind
from claimcheck.policy.profiles import PROFILES
from claimcheck.policy.rulings import Change, Policy, idle_entries
from claimcheck.text import printable

DEFAULT_BASELINE = "claims-baseline.toml"

Function = TypeVar("Function", bound=Callable[..., Any])

_STRENGTH = {ParameterSource.COMMANDLINE: 3, ParameterSource.ENVIRONMENT: 2, ParameterSource.DEFAULT_MAP: 1}


@dataclass(frozen=True, slots=True)
class Gate:
    """What the command line, the environment, the settings and the profile say of failing."""

    fail_on: tuple[str, ...] = ()
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    since: str | None = None
    baseline: str | None = None
    write_baseline: bool = False
    failed: bool = False

    @property
    def baseline_file(self) -> Path | None:
        """The baseline; the default one, where it is to be written and none is named."""
        if self.baseline or self.write_baseline:
            return Path(self.baseline or DEFAULT_BASELINE)
        return None


def gate_options(function: Function) -> Function:
    """Add the options that say what fails; the command is given them together, as ``gate``."""
    names = {f.name for f in fields(Gate)}

    @functools.wraps(function)
    def collected(*args: Any, **given: Any) -> Any:
        held = {name: given.pop(name) for name in names & given.keys()}
        return function(*args, gate=_with_profile(Gate(**held), click.get_current_context()), **given)

    for option in reversed(_OPTIONS):
        collected = option(collected)
    return collected  # type: ignore[return-value]  # the same function, given one argument for many


def _with_profile(gate: Gate, context: click.Context) -> Gate:
    """Return the options with what the profile says, where nothing said as near or nearer says otherwise.

    A profile on the command line comes before ``fail-on`` in a file; one in a file does not come before ``--fail-on``.
    """
    if gate.profile is None:
        return gate
    profile = PROFILES[gate.profile]
    if profile.needs_since and not gate.since:
        raise UsageError(f"--profile {gate.profile} needs --since", hint="name what the change is to be merged into")

    def strength(name: str) -> int:
        source = context.get_parameter_source(name)
        return _STRENGTH.get(source, 0) if source is not None else 0

    ours = strength("profile")
    said = {name for name in ("fail_on", "strict") if strength(name) >= max(ours, 1)}
    return replace(
        gate,
        fail_on=gate.fail_on if "fail_on" in said else profile.fail_on,
        strict=gate.strict if "strict" in said else profile.strict,
    )


def make_level(gate: Gate) -> FailLevel:
    """Return what fails.

    Raises:
        UsageError: a kind or a code that is not known.
    """
    kinds, codes = parse_fail_on(gate.fail_on)
    muted = parse_codes("--ignore", gate.ignore)
    if gate.select:
        muted |= set(Code) - parse_codes("--select", gate.select)
    return FailLevel(kinds, codes, muted)


def make_policy(gate: Gate, level: FailLevel, claims_file: ClaimsFile, memory: Path | None = None) -> Policy:
    """Return the policy of a run: the fail level, the baseline as it is, the claims of this change, what is known.

    Raises:
        UsageError: a baseline or a commit that cannot be used.
    """
    path = gate.baseline_file
    missing = path is not None and gate.write_baseline and not path.exists()
    baseline = None if path is None else Baseline() if missing else read_baseline(path)
    change = Change(gate.since, _changed(gate.since, claims_file)) if gate.since else None
    return Policy(level, datetime.now(tz=UTC).date(), baseline, change, _known(memory, claims_file))


def _known(memory: Path | None, claims_file: ClaimsFile) -> Ledger | None:
    """Return what earlier runs found; none where nothing is remembered."""
    if memory is None:
        return None
    from claimcheck.memory.news import read_ledger  # noqa: PLC0415 - only for a run

    return read_ledger(memory, Path(claims_file.path))


def _changed(reference: str, claims_file: ClaimsFile) -> frozenset[str]:
    from claimcheck.policy.changes import changed_ids  # noqa: PLC0415 - only where it is asked for
    from claimcheck.policy.git import look_before  # noqa: PLC0415 - brings subprocess

    path = Path(claims_file.path)
    before = look_before(reference, path)
    old = None
    if before.text is not None and not _cites_changed_bibliography(path, before.touched):
        try:
            old = load_claims(path, text=before.text)
        except ClaimsFileError:
            say(f"the claims file as it was at {reference} cannot be read; every claim counts as changed")
    return changed_ids(claims_file, old, before.touched)


def _cites_changed_bibliography(path: Path, touched: frozenset[str]) -> bool:
    """Return whether a bibliography may have changed: then what a key stood for before is not known."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "bibliography" in text and any(name in text for name in touched if name.endswith((".json", ".bib")))


def settle(gate: Gate, policy: Policy, report: Report) -> Report:
    """Return the report with its rulings; the baseline is written first, where that was asked for.

    Raises:
        UsageError: the baseline cannot be written.
    """
    path, baseline = gate.baseline_file, policy.baseline
    if path is None or baseline is None:
        return policy.apply(report)
    if gate.write_baseline and not (report.interrupted or report.network_down):
        judged = {finding.claim.id for finding in report.findings}
        others = {claim.id for claim in report.claims_file.claims} - judged
        reasons = ((finding, policy.reasons(finding)) for finding in report.findings)
        baseline = write_baseline(baseline, reasons, others, policy.today)
        replace_file(path, baseline_text(baseline))
        count = len(baseline.entries)
        say(f"{path}: {count} finding{'' if count == 1 else 's'} known")
        return replace(policy, baseline=baseline).apply(report)
    if gate.write_baseline:
        say(f"{path} was not written: the run is not whole")
    ended, idle = idle_entries(baseline, report, policy)
    if ended or (idle and not report.interrupted):
        say(f"{path}: {ended} entries have ended, {idle} hold for nothing any more; --write-baseline takes them out")
    return policy.apply(report)


def warn_without_footing(policy: Policy, lock: Collection[object]) -> None:
    """Say that a run which fails for drift alone has nothing to find it by."""
    kinds = policy.level.kinds
    if Kind.DRIFT in kinds and Kind.CONTRADICTED not in kinds and policy.known is None and not lock:
        say("no earlier run is known and nothing is accepted: this run can find no drift")


def say(message: str) -> None:
    """Write a message to standard error."""
    click.echo(printable(message), err=True)


def _option(name: str, text: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    variable = name.removeprefix("--").replace("-", "_").upper()
    return click.option(name, envvar=f"CLAIMCHECK_{variable}", help=text, **more)


_OPTIONS = (
    _option(
        "--fail-on",
        "What exits with 1, by verdict: contradicted, failed_verification, partly_supported, unverifiable; by state: "
        "gone, gone_confirmed, cannot_tell; drift; by code: V210, S1; of which severities besides error: warning, "
        "info; or never.  [default: the first three, gone and drift]",
        multiple=True,
        metavar="KIND[,KIND]",
    ),
    _option("--strict", "Exit with 3 where a source could not be checked.", is_flag=True),
    _option("--select", "Only these codes fail a run.", multiple=True, metavar="CODE"),
    _option("--ignore", "These codes never fail a run.", multiple=True, metavar="CODE"),
    _option(
        "--profile",
        "The options for an occasion: before publishing, on a change, or every night.",
        type=click.Choice(list(PROFILES)),
    ),
    _option(
        "--since",
        "Of claims that are as they were at this commit, list findings without failing, but for drift; with a "
        "baseline, fail on those that are new.",
        metavar="REF",
    ),
    _option("--baseline", "List the findings that this file knows, without failing.", metavar="FILE"),
    click.option(
        "--write-baseline",
        is_flag=True,
        help=f"Write what is found now to the baseline ({DEFAULT_BASELINE}), known for 90 days.",
    ),
    click.option(
        "--failed", is_flag=True, help="Only the claims that failed, or could not be checked, when they last were."
    ),
)
