"""Loading is light: it brings neither the network nor the tables in, and ten thousand claims are no burden."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ["httpx", "aiohttp", "selectolax", "lxml", "bs4", "babel", "pypdfium2", "rich", "click", "bibtexparser"]


def _modules_after(program: str, folder: Path) -> set[str]:
    prelude = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    run = subprocess.run(
        [sys.executable, "-c", f"{prelude}{program}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return {name.partition(".")[0] for name in run.stdout.split()} | set(run.stdout.split())


@pytest.mark.parametrize(
    "program",
    ["import claimcheck.claimsfile", "from claimcheck.claimsfile import load_claims; load_claims('claims.yaml')"],
    ids=["import", "load"],
)
def test_what_is_not_needed_is_not_imported(program: str, folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims:\n  - a b: https://e.org\n")
    modules = _modules_after(program, folder)
    assert "yaml" in modules
    assert modules.isdisjoint(HEAVY)
    assert "rapidfuzz" not in modules
    assert {name for name in modules if name.startswith("claimcheck.")}.isdisjoint(
        f"claimcheck.{shelf}" for shelf in ("fetchers", "extractors", "matchers", "judges", "reporters", "verify")
    )


def test_ten_thousand_claims_load(folder: Path) -> None:
    from claimcheck.claimsfile import load_claims

    lines = "".join(f"  - claim number {n}: https://site{n % 500}.example.org/{n}\n" for n in range(10_000))
    (folder / "claims.yaml").write_text(f"claims:\n{lines}")
    claims = load_claims("claims.yaml").claims
    assert [claim.text for claim in claims] == [f"claim number {n}" for n in range(10_000)]
