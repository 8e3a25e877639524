"""Reads the demonstration's data files: the list of portals, quotas and content. Each file is read once a process."""

import csv
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent.parent
PORTALS_FILE = HERE / "portals.csv"
CONTENT = HERE / "content"


@cache
def read_yaml(name):
    """The content of a YAML file, named from the demo folder ("quotas.yaml")."""
    with open(HERE / name, encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)  # a tenth of the time of the loader in Python


@cache
def read_folder(name):
    """Lists of several YAML files in one folder of the content, joined in the order of their names."""
    files = sorted((CONTENT / name).glob("*.yaml"))
    return [entry for file in files for entry in read_yaml(file.relative_to(HERE))]


@cache
def read_portals():
    """{slug: row} of the demonstration's portals, in the order of the file."""
    with open(PORTALS_FILE, encoding="utf-8", newline="") as stream:
        return {row["slug"]: row for row in csv.DictReader(stream)}
