"""``claimcheck verify``: the whole pipeline, its reports, its exit code."""

import contextlib
import os
import sys

import click

from claimcheck.claimsfile import load_claims
from claimcheck.cli.evidence import EvidenceOptions, evidence_options, keep_findings
from claimcheck.cli.exits import Exit, exit_code
from claimcheck.cli.failed import pick_failed, remember_failed
from claimcheck.cli.gate import Gate, gate_options, make_level, make_policy, say, settle, warn_without_footing
from claimcheck.cli.locking import load_lock, lock_option
from claimcheck.cli.memory import Cache, memory_options
from claimcheck.cli.network import Network, network_options
from claimcheck.cli.news import remember_news
from claimcheck.cli.options import (
    config_option,
    file_option,
    lang_option,
    parse_outputs,
    split_arguments,
)
from claimcheck.cli.running import Request, check_ids, run
from claimcheck.cli.streaming import Stream
from claimcheck.cli.writing import make_reporters, telling, write_reports
from claimcheck.errors import UsageError
from claimcheck.model import Report
from claimcheck.reporters import ILLUSTRATED, REPORTERS
from claimcheck.reporters.progress import make_progress
from claimcheck.text import printable


@click.command("verify")
@click.argument("arguments", nargs=-1, metavar="[FILE] [ID]...")
@file_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    envvar="CLAIMCHECK_FORMAT",
    help=f"{', '.join(list(REPORTERS)[:-1])} or {list(REPORTERS)[-1]}, to standard output or to a file; repeatable.  "
    "[default: console]",
)
@lang_option
@gate_options
@network_options
@lock_option
@memory_options
@evidence_options
@config_option
def command(  # noqa: PLR0913, PLR0917 - one parameter for each option or group of them, as click passes them
    arguments: tuple[str, ...],
    file: str,
    formats: tuple[str, ...],
    lang: str | None,
    gate: Gate,
    no_lock: bool,
    network: Network,
    cache: Cache,
    evidence: EvidenceOptions,
) -> int:
    """Say for every claim whether its source still exists and still supports it, with the passage that decides.

    Without an ID, every claim of the file is verified.
    """
    path, ids = split_arguments(arguments, file)
    outputs = parse_outputs(formats)
    level = make_level(gate)
    reporters = make_reporters(outputs, lang or "")
    recordings = evidence.open_file()
    today = recordings.day if recordings is not None else None
    claims_file = load_claims(path, today=today, files=recordings is None)
    check_ids(claims_file, ids)
    for warning in claims_file.warnings:
        say(f"{warning.location}: warning: {printable(warning.message)}  [{warning.code}]")
    lock = () if no_lock else load_lock(path, claims_file)
    memory = None if recordings is not None else cache.beside(path)
    policy = make_policy(gate, level, claims_file, memory)
    warn_without_footing(policy, lock)
    wanted = pick_failed(memory, claims_file, ids) if gate.failed else ids
    stream = Stream(reporters, policy, at_once=not gate.write_baseline)
    stream.start(claims_file)
    try:
        with telling() as warn, make_progress(sys.stderr) as progress:
            store = evidence.open_store(memory, path, network, warn)
            if gate.failed and not wanted:
                report = Report(claims_file, ())
            else:
                illustrated = any(output.format in ILLUSTRATED for output in outputs)
                request = Request(
                    path,
                    wanted,
                    network,
                    memory,
                    lock,
                    recorder=store,
                    recordings=recordings,
                    today=today,
                    brief=not illustrated,
                    illustrated=illustrated,
                )
                report = run(request, claims_file, progress, stream, warn)
            if store is not None:
                keep_findings(store, report)
    except Exception:
        # What was found until then is worth having, in the files that were asked for.
        files = [(output, reporter) for output, reporter in stream.later if output.path is not None]
        with contextlib.suppress(UsageError):
            write_reports(files, stream.cut_off(claims_file, len(wanted) or len(claims_file.claims)))
        raise
    report = settle(gate, policy, report)
    remember_failed(memory, report, say)
    remember_news(None if network.offline else memory, report, say)
    stream.end(report)
    write_reports(stream.later, report)
    code = exit_code(report, strict=gate.strict)
    if code is Exit.INTERRUPTED:
        # A page that is still being read in a thread must not hold up whoever pressed Ctrl-C.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
