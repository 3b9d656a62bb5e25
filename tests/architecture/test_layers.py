"""The layers of the engine, as contracts in pyproject.toml state them."""

import tomllib

from importlinter import cli

from tests.architecture.repository import ROOT, engine, text


def test_import_contracts_hold(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_layer_exists():
    contracts = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    named = {name.strip() for layer in layers for name in layer.split("|")}
    there = {name.split("/")[1].removesuffix(".py") for name in engine()} - {"__init__"}
    assert named == there


def test_names_say_what_they_hold():
    banned = {"utils", "util", "helpers", "helper", "common", "core", "manager", "base", "misc"}
    assert [name for name in engine() if banned & set(name.removesuffix(".py").split("/"))] == []
