"""The container files fit the project and keep their promises; there need be no Docker to see that."""

import re
from fnmatch import fnmatch
from itertools import pairwise

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from tests.project.tree import ROOT, text

LOCAL_APPS = {"tenants", "cms", "compliance", "search"}


@pytest.fixture(scope="module")
def stages():
    """The Dockerfile as [[(instruction, rest), ...] for each stage], lines joined, comments gone."""
    lines = "\n".join(line for line in text("Dockerfile").splitlines() if not line.startswith("#"))
    steps = [tuple(line.split(None, 1)) for line in re.sub(r"\\\n\s*", "", lines).splitlines() if line.strip()]
    starts = [number for number, (word, _rest) in enumerate(steps) if word == "FROM"] + [len(steps)]
    return [steps[begin:end] for begin, end in pairwise(starts)]


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(text("compose.yaml"))


@pytest.fixture(scope="module")
def portal_services(compose):
    return {name: part for name, part in compose["services"].items() if name != "postgres"}


def copied(stage):
    """Sources that a stage takes from the project itself."""
    parts = [rest.split() for word, rest in stage if word == "COPY"]
    return {source for words in parts if not words[0].startswith("--from") for source in words[:-1]}


def test_node_and_compilers_stay_behind(stages):
    images = [stage[0][1].split()[0] for stage in stages]
    assert [image.split(":")[0] for image in images] == ["node", "python", "python"]
    assert images[1] == images[2]
    assert copied(stages[-1]) == set()


def test_what_runs_is_no_root_and_is_asked_for_its_health(stages):
    last = dict(stages[-1])
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last["USER"])
    assert "/healthz" in last["HEALTHCHECK"]
    assert '"gunicorn", "cms.wsgi"' in last["CMD"]
    assert "DJANGO_SETTINGS_MODULE=cms.settings.production" in last["ENV"]


def test_packages_are_installed_by_checksum(stages):
    runs = [rest for stage in stages for word, rest in stage if word == "RUN" and re.search(r"pip install|npm", rest)]
    assert [re.sub(r"\s+", " ", run) for run in runs] == [
        "npm ci --omit=optional",
        "npm run build",
        "pip install --require-hashes --requirement requirements.txt",
    ]


def test_every_local_app_of_production_is_in_the_image_and_the_demonstration_is_not(stages):
    used = {app.split(".")[0] for app in settings.INSTALLED_APPS} & {path.name for path in ROOT.iterdir()}
    assert used == LOCAL_APPS | {"demo"}
    assert copied(stages[1]) >= LOCAL_APPS | {"manage.py", "locale", "requirements.txt"}
    assert "demo" not in copied(stages[1])


def test_what_is_copied_exists_and_is_let_through(stages):
    admitted = [line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")]
    sources = set.union(*map(copied, stages))
    assert [name for name in sources if not (ROOT / name).exists()] == []
    assert [name for name in sources if not any(fnmatch(name.split("/")[0], each) for each in admitted)] == []


def test_the_image_has_the_python_that_the_requirements_were_locked_for(stages):
    assert stages[1][0][1].startswith("python:3.11-")
    assert 'requires-python = ">=3.11"' in text("pyproject.toml")


def test_compose_runs_web_worker_and_scheduler_after_the_migration(compose, portal_services):
    assert set(compose["services"]) == {"postgres", "migrate", "web", "worker", "scheduler"}
    after = {name: part["depends_on"] for name, part in portal_services.items()}
    assert after.pop("migrate") == {"postgres": {"condition": "service_healthy"}}
    assert set(map(str, after.values())) == {str({"migrate": {"condition": "service_completed_successfully"}})}


def test_compose_calls_commands_that_exist(portal_services):
    called = [part["command"] for part in portal_services.values() if "command" in part]
    assert [words[:2] for words in called] == [["python", "manage.py"]] * 3
    assert {words[2] for words in called} - set(get_commands()) == set()


def test_compose_holds_no_secret_and_opens_one_port_to_this_machine_only(compose):
    opened = {name: part["ports"] for name, part in compose["services"].items() if "ports" in part}
    assert opened == {"web": ["127.0.0.1:${PORT:-8000}:8000"]}
    assert re.findall(r"(?:PASSWORD|SECRET_KEY): (?!\$\{\w+:\?)\S+", text("compose.yaml")) == []


def test_containers_may_change_nothing_but_their_data(portal_services):
    locked = {name: (part["read_only"], part["cap_drop"], part["volumes"]) for name, part in portal_services.items()}
    assert locked == dict.fromkeys(portal_services, (True, ["ALL"], ["media:/data/media", "cases:/data/cases"]))


def test_the_example_environment_names_all_that_production_demands():
    demanded = set(re.findall(r'env(?:\.\w+)?\("(\w+)"\)', text("cms/settings/production.py")))
    demanded |= set(re.findall(r"\$\{(\w+):\?", text("compose.yaml")))
    offered = dict(re.findall(r"^(\w+)=(.*)$", text(".env.example"), re.M))
    assert demanded - set(offered) == set()
    assert (offered["SECRET_KEY"], offered["POSTGRES_PASSWORD"]) == ("", "")
