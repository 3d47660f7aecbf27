import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_readme_shows_what_the_program_prints() -> None:
    done = subprocess.run([sys.executable, "tools/readme.py", "--check"], check=False, cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


def test_every_link_to_a_file_of_the_readme_leads_to_one() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_readme_names_the_two_commands_that_dev_py_knows() -> None:
    commands = re.findall(r"\$ python3 dev\.py (\w+)", README)
    known = subprocess.run([sys.executable, "dev.py", "--help"], check=True, cwd=ROOT, capture_output=True).stdout
    assert commands == ["example", "check"]
    assert all(command in known.decode() for command in commands)


def test_ci_runs_the_command_that_the_readme_names_for_the_tests() -> None:
    assert "dev.py check" in (ROOT / ".ci" / "run").read_text("utf-8")
