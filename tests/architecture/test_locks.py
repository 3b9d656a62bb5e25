"""The lock files: complete hashes, no host, in step with pyproject.toml."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import build
from tests.architecture.repository import text

LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins(name):
    """Pinned version of every package, by canonical name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text(name), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in found}


def wanted():
    project = tomllib.loads(text("pyproject.toml"))
    groups = project["dependency-groups"]
    developers = [line for line in groups["dev"] if isinstance(line, str)]
    developers += [line for each in groups["dev"] if isinstance(each, dict) for line in groups[each["include-group"]]]
    return {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": [*project["project"]["dependencies"], *developers],
    }


@pytest.mark.parametrize("name", LOCKS)
def test_no_host_is_named(name):
    assert re.findall(r"^.*(?:://|--index-url|--find-links|--trusted-host).*$", text(name), re.MULTILINE) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name):
    blocks = re.split(r"^(?=[A-Za-z0-9])", text(name), flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(name))
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_agrees_with_pyproject(name):
    locked = pins(name)
    for line in wanted()[name]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), line


def test_the_developers_lock_contains_the_other():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_windows_gets_what_only_windows_needs():
    assert re.search(r"^colorama==\S+ ; sys_platform == 'win32'", text("requirements.lock"), re.MULTILINE)


def test_the_entry_point_knows_the_direct_dependencies():
    imported = {
        "beautifulsoup4": "bs4", "pillow": "PIL", "py-minisign": "minisign", "pyyaml": "yaml",
        "vl-convert-python": "vl_convert",
    }  # fmt: skip
    named = {canonicalize_name(Requirement(line).name) for line in wanted()["requirements.lock"]}
    named.remove("pagefind-bin")  # without it a portal is built all the same, with a warning (CAR101)
    assert sorted(build.PACKAGES) == sorted(imported.get(name, name) for name in named)
