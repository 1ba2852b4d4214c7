"""The shape of the house, held by machines: import contracts, purity, sizes, cases that must be there."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import parsers.languages
import parsers.sites

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for room in ("parsers", "flows") for path in (ROOT / room).rglob("*.py"))
PURE = sorted((ROOT / "parsers").rglob("*.py"))
NOT_PURE_CALLS = {"open", "print", "input", "now", "today", "utcnow", "getenv", "urlopen"}
NOT_PURE_MODULES = {"urllib.request", "http.client", "datetime.now"}
MOST_LINES = 400
STANDARD = set(sys.stdlib_module_names) | {"compression", "flows", "parsers"}  # compression: from Python 3.14 on
TOP_LEVEL = {
    "pyproject.toml",
    "flows",
    "parsers",
    "tests",
    "deploy",
    "seeds",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
}


def test_imports_point_one_way() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_parser_touches_nothing_of_the_world(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in NOT_PURE_CALLS, f"line {node.lineno} calls {name}()"
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
        assert not NOT_PURE_MODULES & set(names), f"line {node.lineno} imports {names}"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_holds_one_idea_and_says_which(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert path.stem not in {"utils", "helpers", "common", "base"}
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "a module says what comes in and what goes out"


def test_every_language_has_its_corpus() -> None:
    for module in pkgutil.iter_modules(parsers.languages.__path__):
        if len(module.name) == 2:
            assert (ROOT / "tests" / "cases" / "languages" / f"{module.name}.toml").exists(), module.name


def test_every_site_has_a_page_for_its_layouts() -> None:
    for module in pkgutil.iter_modules(parsers.sites.__path__):
        assert list((ROOT / "tests" / "cases" / "sites" / module.name).glob("*.html")), module.name


def test_nothing_else_lies_at_the_top() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tops = {line.split("/")[0] for line in done.stdout.splitlines()}
    assert {top for top in tops if not top.startswith(".")} <= TOP_LEVEL


def test_every_library_that_is_imported_is_declared() -> None:
    """What comes along with another library today may be gone tomorrow."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=\[;! ]", line)[0].lower().replace("-", "_") for line in declared["dependencies"]}
    wanted |= {re.split(r"[<>=\[]", line)[0] for line in declared["optional-dependencies"]["postgres"]}
    homes = packages_distributions()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) and not node.level else []
            for root in {name.split(".")[0] for name in names} - STANDARD:
                found = {home.lower().replace("-", "_") for home in homes.get(root, [root])}
                found |= {home.replace("_", ".", 1) for home in found}
                assert found & wanted, f"{path.relative_to(ROOT)} imports {root}, which pyproject.toml does not name"
