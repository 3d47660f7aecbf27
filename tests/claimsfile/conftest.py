"""A claims file on disk, under the name that messages give it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimcheck.claimsfile import load_claims
from claimcheck.errors import ClaimsFileError
from claimcheck.model import ClaimsFile, Problem

TODAY = date(2026, 6, 30)

Load = Callable[[str], ClaimsFile]
Problems = Callable[[str], tuple[Problem, ...]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the claims file, which is the current one."""
    inner = tmp_path / "article"
    inner.mkdir()
    monkeypatch.chdir(inner)
    return inner


@pytest.fixture
def load(folder: Path) -> Load:
    def load_text(text: str) -> ClaimsFile:
        (folder / "claims.yaml").write_text(text, encoding="utf-8", newline="")
        return load_claims("claims.yaml", today=TODAY)

    return load_text


@pytest.fixture
def problems(load: Load) -> Problems:
    def problems_of(text: str) -> tuple[Problem, ...]:
        with pytest.raises(ClaimsFileError) as raised:
            load(text)
        return raised.value.problems

    return problems_of
