"""README and docs/: what they show is what is so, and what they name exists."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import urldefrag

import click
import pytest
import yaml

from claimcheck.claimsfile import load_claims
from claimcheck.cli import COMMANDS, cli
from claimcheck.cli.settings import HOST_KEYS, KEYS
from claimcheck.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
TEXT = {page: page.read_text("utf-8") for page in PAGES}
ALL = "\n".join(TEXT.values())


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def listings(language: str) -> list[tuple[Path, str]]:
    return [(page, held) for page in PAGES for kind, held in FENCE.findall(TEXT[page]) if kind == language]


@pytest.mark.parametrize("page", [page for page in PAGES if "<!-- end -->" in TEXT[page]], ids=name_of)
def test_a_page_shows_what_is_so(page: Path) -> None:
    done = subprocess.run(
        [sys.executable, "tools/readme.py", "--check", page], check=False, cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path],
        check=False, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(r"<(?:script|img|iframe)[^>]* src=\"?([^\" >]+)", page.read_text("utf-8"))
        loaded += re.findall(r"<link[^>]* rel=\"?stylesheet\"?[^>]* href=\"?([^\" >]+)", page.read_text("utf-8"))
        assert [address for address in loaded if "//" in address] == []


def test_every_claims_file_that_is_shown_is_sound(tmp_path: Path) -> None:
    found = [held for _, held in listings("yaml") if re.search(r"^claims:", held, re.MULTILINE)]
    assert len(found) > 4
    for number, held in enumerate(held for held in found if not held.startswith("# .")):
        path = tmp_path / f"{number}.yaml"
        path.write_text(held, "utf-8")
        assert load_claims(path, files=False).claims


def test_every_setting_that_is_shown_is_one() -> None:
    for page, held in listings("toml"):
        document = tomllib.loads(held)
        settings = document.get("tool", {}).get("claimcheck")
        if settings is not None:
            hosts = settings.pop("hosts", {})
            assert settings.keys() <= KEYS.keys(), page
            assert all(own.keys() <= HOST_KEYS.keys() for own in hosts.values()), page


def commands() -> list[tuple[str, list[str]]]:
    """Return every line of the program that a page shows: the command, and its options."""
    lines = re.findall(r"^(?:\$ |    - |.*&& )?claimcheck ([a-z][^\n]*)$", ALL, re.MULTILINE)
    found = []
    for line in lines:
        words = shlex.split(line.partition("#")[0].partition("&&")[0].partition(">")[0], posix=True)
        if words and words[0] in COMMANDS:
            found.append((words[0], [word.partition("=")[0] for word in words if word.startswith("--")]))
    return found


def test_every_option_that_is_shown_is_one_of_its_command() -> None:
    shown = commands()
    assert len(shown) > 40
    for name, options in shown:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        known = {option for parameter in command.params for option in [*parameter.opts, *parameter.secondary_opts]}
        assert set(options) - {"--help"} <= known, (name, options)


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (COMMANDS, "reference/command-line.md"),
        (REPORTERS, "reference/contracts.md"),
        (KEYS, "reference/settings.md"),
    ],
    ids=["commands", "formats", "settings"],
)
def test_the_reference_names_all_there_is(names: dict[str, object], page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    missing = [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]
    assert missing == []


def test_every_page_of_the_site_can_be_found() -> None:
    loader = yaml.SafeLoader
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    named = set(re.findall(r"[\w/-]+\.md", yaml.dump(yaml.load(text, loader)["nav"])))  # noqa: S506 - the safe one
    assert named == {str(page.relative_to(DOCS)) for page in PAGES[1:]}


def test_every_link_to_a_file_leads_to_one() -> None:
    for page in PAGES:
        targets = re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", TEXT[page])
        missing = [target for target in targets if not (page.parent / urldefrag(target)[0]).exists()]
        assert missing == [], page


def test_every_link_to_another_site_is_a_source_of_the_pages_own_claims() -> None:
    prose = "\n".join(FENCE.sub("", TEXT[page]) for page in PAGES)
    links = set(re.findall(r"\]\((https?://[^)\s]+)\)", prose))
    claims = load_claims(DOCS / "claims.yaml").claims
    assert links - {source.address for claim in claims for source in claim.sources} == set()


def test_what_one_page_says_of_another_is_so() -> None:
    own = [claim.id for claim in load_claims(DOCS / "claims.yaml").claims if claim.sources[0].path]
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "verify", "docs/claims.yaml", *own, "--offline", "--no-cache"],
        check=False, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()


def test_readme_names_the_two_commands_that_dev_py_knows() -> None:
    named = re.findall(r"\$ python3 dev\.py (\w+)", TEXT[ROOT / "README.md"])
    known = subprocess.run([sys.executable, "dev.py", "--help"], check=True, cwd=ROOT, capture_output=True).stdout
    assert named == ["example", "check"]
    assert all(command in known.decode() for command in named)


def test_readme_is_short() -> None:
    assert len(TEXT[ROOT / "README.md"].splitlines()) < 150


def test_ci_installs_the_browser_that_the_report_is_tested_in() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "install chromium" in script
    assert re.search(r"axe-core@\d+\.\d+\.\d+", script)
    assert script.index("axe-core@") < script.index("dev.py check")


def test_ci_runs_the_command_that_the_readme_names_for_the_tests() -> None:
    assert "dev.py check" in (ROOT / ".ci" / "run").read_text("utf-8")
