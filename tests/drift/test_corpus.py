"""The corpus of page versions holds its two bars, on both of its halves."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_changed_value_is_missed_and_no_cosmetic_edit_is_called_drift() -> None:
    command = [sys.executable, "benchmarks/drift/run.py"]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, env={"PYTHONPATH": str(ROOT)})
    text = done.stdout.decode()
    assert done.returncode == 0, text + done.stderr.decode()
    halves = re.findall(
        r"^(development|held out): (\d+) pairs.*missed 0 of (\d+).*drift 0 of (\d+)", text, re.MULTILINE
    )
    assert [name for name, *_ in halves] == ["development", "held out"]
    assert all(int(pairs) >= 200 for _, pairs, *_ in halves)
