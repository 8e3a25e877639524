"""The tasks of the guide, read from `texts/*.yaml`: one file a task, both languages side by side.

A text says what to press in the words of the buttons. Nothing of any portal is in it, so every portal shows the same.
Apps above add folders of their own.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.utils.translation import get_language

from cms.pages.accents import without_accents

TEXTS = Path(__file__).parent / "texts"
FOLDERS = [TEXTS]
PICTURES = "pages/guide/"
LANGUAGES = ("vi", "en")


class Words(dict):
    """One text in both languages; shows itself in that of the screens."""

    def __str__(self):
        return self["en" if (get_language() or "vi").startswith("en") else "vi"]


@dataclass(frozen=True)
class Step:
    words: Words
    picture: str = ""
    alt: Words | None = None


@dataclass(frozen=True)
class Task:
    slug: str
    order: int
    icon: str
    title: Words
    summary: Words
    steps: tuple
    page_types: tuple = ()

    @property
    def searched(self):
        """What a search looks through: both languages, without accents."""
        texts = [self.title, self.summary, *(step.words for step in self.steps)]
        return without_accents(" ".join(words[language] for words in texts for language in LANGUAGES)).lower()


def register(folder):
    """Add an app's own folder of texts."""
    if folder not in FOLDERS:
        FOLDERS.append(folder)
        tasks.cache_clear()


@cache
def tasks():
    paths = [path for folder in FOLDERS for path in folder.glob("*.yaml")]
    return tuple(sorted(map(_read, paths), key=lambda task: task.order))


def find_task(slug):
    """The task of this name, or None."""
    return next((task for task in tasks() if task.slug == slug), None)


def task_of(model):
    """The task that writing a page of this type is, or None."""
    return next((task for task in tasks() if model._meta.model_name in task.page_types), None)


def search_tasks(words):
    """The tasks in which every one of these words occurs, with or without accents."""
    wanted = without_accents(words).lower().split()
    return [task for task in tasks() if all(word in task.searched for word in wanted)]


def _read(path):
    text = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Task(
        slug=path.stem,
        order=text["order"],
        icon=text["icon"],
        title=Words(text["title"]),
        summary=Words(text["summary"]),
        steps=tuple(_step(step) for step in text["steps"]),
        page_types=tuple(text.get("page_types", ())),
    )


def _step(step):
    alt = Words(step["alt"]) if "alt" in step else None
    picture = PICTURES + step["picture"] if "picture" in step else ""
    return Step(Words({language: step[language] for language in LANGUAGES}), picture, alt)
