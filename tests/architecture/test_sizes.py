"""One screen: files, functions and parameter lists stay small."""

import ast

import pytest

from tests.architecture.repository import engine, text, tree, written

SUFFIXES = (".py", ".html", ".css", ".mjs", ".js", ".yml", ".sh")
FILE_LINES = 300
FUNCTION_LINES = 40
POSITIONAL = 4


def functions(name):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(name)) if isinstance(node, kinds)]


def test_no_file_is_longer_than_300_lines():
    long = {name: len(text(name).splitlines()) for name in written(*SUFFIXES)}
    assert {name: lines for name, lines in long.items() if lines > FILE_LINES} == {}


def test_the_entry_point_has_25_lines_at_most():
    assert len(text("build.py").splitlines()) <= 25


@pytest.mark.parametrize("name", [*engine(), *(name for name in written(".py") if name.startswith("bench/"))])
def test_functions_are_small(name):
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions(name)}
    assert {function: lines for function, lines in long.items() if lines > FUNCTION_LINES} == {}


@pytest.mark.parametrize("name", engine())
def test_functions_take_few_positional_parameters(name):
    taken = {}
    for node in functions(name):
        parameters = [*node.args.posonlyargs, *node.args.args]
        taken[node.name] = len([one for one in parameters if one.arg not in ("self", "cls")])
    assert {function: count for function, count in taken.items() if count > POSITIONAL} == {}
