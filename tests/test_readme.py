"""The README tells the truth: its commands exist, its files are there, its settings are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
CODE = BLOCKS + "\n" + "\n".join(re.findall(r"`([^`\n]+)`", README))


def commands() -> list[list[str]]:
    """Every `outlay` command of the README, without its arguments: what comes before the first option or value."""
    lines = re.findall(r"(?:\.venv/bin/)?\boutlay ((?:[a-z]+ ?)+)", CODE)
    return sorted({tuple(line.split()) for line in lines}, key=len)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", commands(), ids=lambda words: " ".join(words))
def test_a_command_of_the_readme_is_there(words: tuple[str, ...]) -> None:
    known = [word for word in words if word not in {"all", "xiaomi"}]
    done = CliRunner().invoke(app, [*known, "--help"])
    assert done.exit_code == 0, done.output


def test_an_option_of_the_readme_is_there() -> None:
    text = CliRunner().invoke(app, ["figures", "--help"], env={"COLUMNS": "200"}).stdout
    for option in ("--csv", "--json", "--metric", "--since", "--all", "--company"):
        assert option in text


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make ([a-z]+)", CODE, re.MULTILINE))))
def test_a_make_target_of_the_readme_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(((?!http)[^)]+)\)", README))))
def test_a_file_that_the_readme_links_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize(
    "folder", sorted(set(re.findall(r"`((?:parsers|flows|tests|seeds|deploy)/[a-z_/]+/)", README)))
)
def test_a_folder_that_the_readme_names_is_there(folder: str) -> None:
    assert (ROOT / folder.replace("/x/", "/")).is_dir()


def test_every_setting_is_in_the_example_and_every_example_is_a_setting() -> None:
    example = (ROOT / "deploy" / "env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"OUTLAY_([A-Z_]+?)(?:_FILE)?=", example))
    assert named == {name.upper() for name in Settings.model_fields}
