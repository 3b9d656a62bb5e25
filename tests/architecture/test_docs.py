"""The documentation names every command, option, key and code, and every link in it leads to a file."""

import argparse
import re
import subprocess
import sys

import pytest

from lintas import vocabulary
from lintas.cli.arguments import parser
from tests.architecture.repository import ROOT, messages, text, written

GUIDES = [name for name in written(".md") if not name.startswith(("content/", "lintas/register/"))]
LINK = re.compile(r"(?<!\\)\]\((?!https?:|mailto:|angka:|#)([^)#\s]+)")


def commands():
    actions = parser()._actions
    return next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))


def options():
    every = [parser(), *commands().values()]
    return sorted({flag for one in every for action in one._actions for flag in action.option_strings if "--" in flag})


def section(name, heading):
    """The text below `## heading` of a document."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text(name), re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_is_described(command):
    assert re.search(rf"^\| `{command}\b", text("docs/commands.md"), re.MULTILINE)
    assert re.search(rf"build\.py {command}\b", text("README.md"))


@pytest.mark.parametrize("option", options())
def test_every_option_is_described(option):
    assert re.search(rf"`{option}\b", text("docs/commands.md"))


@pytest.mark.parametrize("table", sorted(vocabulary.TABLES))
def test_every_key_is_described_and_no_other(table):
    described = re.findall(r"^\| `([^`]+)` \|", section("docs/kunci.md", table), re.MULTILINE)
    assert sorted(described) == sorted(vocabulary.TABLES[table])


def test_every_code_is_described():
    described = re.findall(r"^### ([A-Z]{3}\d{3})$", text("docs/kode.md"), re.MULTILINE)
    assert sorted(described) == sorted(messages())


def test_the_reference_of_codes_is_up_to_date():
    command = [sys.executable, "-c", "import diagnostics; print(diagnostics.reference(), end='')"]
    made = subprocess.run(command, cwd=ROOT / "docs", capture_output=True, check=True)
    assert made.stdout.decode("utf-8") == text("docs/kode.md"), "run: python docs/diagnostics.py"


@pytest.mark.parametrize("name", GUIDES)
def test_links_between_documents_lead_somewhere(name):
    folder = (ROOT / name).parent
    assert [target for target in LINK.findall(text(name)) if not (folder / target).exists()] == []


@pytest.mark.parametrize("name", [name for name in GUIDES if name.startswith("docs/") and name != "docs/README.md"])
def test_the_index_names_every_document(name):
    assert f"({name.removeprefix('docs/')})" in text("docs/README.md")


@pytest.mark.parametrize("command", ["make site", "make test", "py build.py"])
def test_the_readme_shows_how_to_start(command):
    assert command in "\n".join(text("README.md").splitlines()[:60])
