"""The project stands alone: it names no machine, and what it installs is fixed to the byte."""

import json
import re
from importlib.metadata import metadata

import pytest
from packaging.specifiers import SpecifierSet

from tests.project.tree import ROOT, own_files, text

MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|root|home/\w+|Users/\w+|tmp/work)/\w")
RUNTIME, DEVELOPMENT, NODE = "requirements", "requirements-dev", ".ci/requirements-node"


OLDEST_PYTHON = "3.11.2"  # what a fresh Debian 12 has


def pins(name):
    """[(name, version, number of hashes)] of a locked requirement file."""
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + text(f"{name}.txt"))[1:]
    return [(*re.match(r"([\w.-]+)==(\S+)", block).groups(), block.count("--hash=sha256:")) for block in blocks]


def wanted(name):
    """{requirement: reason} of a file written by hand."""
    lines = [line for line in text(f"{name}.in").splitlines() if re.match(r"\w", line)]
    return {re.match(r"[\w-]+", line)[0].lower(): line.partition("# ")[2] for line in lines}


def test_no_file_names_a_place_on_somebodys_machine():
    found = [
        str(path.relative_to(ROOT)) for path in own_files() if MACHINE_PATH.search(path.read_text("utf-8", "replace"))
    ]
    assert found == []


@pytest.mark.parametrize("place", ["see /wor" + "k/main", "(/ro" + "ot/x)", "/ho" + "me/an/x", "/Use" + "rs/an/x"])
def test_such_places_would_be_found(place):
    assert MACHINE_PATH.search(place)


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, NODE])
def test_every_locked_package_has_its_checksum_and_no_address(name):
    assert [package for package, _version, hashes in pins(name) if not hashes] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host|file:", text(f"{name}.txt")) == []


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, NODE])
def test_every_wanted_package_has_a_reason_and_is_locked(name):
    locked = {package.lower() for package, _version, _hashes in pins(name)}
    assert {package for package, reason in wanted(name).items() if len(reason) < 10} == set()
    assert set(wanted(name)) - locked == set()


def test_tests_run_with_the_versions_that_are_installed_for_users():
    runtime = {package: version for package, version, _hashes in pins(RUNTIME)}
    development = {package: version for package, version, _hashes in pins(DEVELOPMENT)}
    assert {name: version for name, version in development.items() if runtime.get(name, version) != version} == {}


def test_what_is_locked_can_be_installed_with_the_python_of_debian():
    wanted_python = {name: metadata(name)["Requires-Python"] for name, _version, _hashes in pins(RUNTIME)}
    refused = {name for name, spec in wanted_python.items() if OLDEST_PYTHON not in SpecifierSet(spec or "")}
    assert refused == set()


def test_front_end_packages_are_exact_and_carry_checksums_but_no_address():
    packages = json.loads(text("package-lock.json"))["packages"]
    assert packages[""]["devDependencies"] == json.loads(text("package.json"))["devDependencies"]
    assert [v for v in packages[""]["devDependencies"].values() if not re.fullmatch(r"[\d.]+", v)] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_the_catalogue_folder_does_not_shadow_pythons_locale():
    assert list((ROOT / "locale").rglob("*.py")) == []


def test_nothing_that_is_built_is_committed():
    built = ("node_modules/", "var/", ".venv/", "cms/theme/static/theme/build/")
    names = [str(path.relative_to(ROOT)) for path in own_files()]
    assert [name for name in names if name.startswith(built) or name.endswith(".mo")] == []
