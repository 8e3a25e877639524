"""Sends requests for one visitor and judges the answers."""

from collections import Counter

from .addresses import ALL, Rows, foreign, names_rows, own
from .allowed import is_allowed
from .canaries import B, pattern
from .findings import ANSWERED, ERROR, READ, Finding, Report
from .inventory import views
from .parameters import KINDS, OBJECT_OF_A_KIND, Unmapped, model_of, words_of
from .visitor import Ask

SHOWN = 12  # canaries named in a finding


class Crawl:
    """`depth` says how many rows stand for all others: FEW visits each view, ALL each state of a row."""

    def __init__(self, world, role, *, depth=ALL, report=None, only=None):
        self.world, self.visitor, self.depth = world, world.visitors[role], depth
        self.report = report or Report()
        self.views = [view for view in views() if only is None or view.name.startswith(only)]
        self.mine = Rows(world.a, depth, shared=True)
        self.theirs = Rows(world.b, depth) if world.b else None
        self.words = pattern(B)
        self.phase, self.tried, self.asked = "", set(), Counter()

    @property
    def role(self):
        return self.visitor.role

    @property
    def is_deep(self):
        return self.depth == ALL

    def keys(self, model):
        """B's rows of a model, as many as this crawl tries."""
        return self.theirs.of(model)

    def view(self, name):
        return next((view for view in self.views if view.name == name), None)

    def run(self, phases):
        for phase in phases:
            self.phase = phase.__module__.rpartition(".")[2]
            phase(self)
        return self.report

    def send(self, view, ask, *, foreign=False):
        """Send a request and note what it gave away; `foreign`: it names a row of B, which must not be there."""
        answer = self.visitor.send(ask, self.world.database)
        self.report.requests += 1
        self.report.visited[self.role].update({getattr(view, "key", None), answer.route} - {None})
        for kind, detail in self._judged(ask, answer, foreign):
            self._note(kind, str(view), ask, answer.status, detail)
        return answer

    def _judged(self, ask, answer, foreign):
        seen = {word.lower() for word in self.words.findall(answer.text)}
        sent = {word.lower() for word in self.words.findall(ask.sent)}
        if seen - sent:
            yield READ, " ".join(sorted(seen - sent)[:SHOWN])
        elif foreign and answer.status < 300:
            yield ANSWERED, answer.text[:120].replace("\n", " ")
        if answer.status >= 500:
            yield ERROR, answer.error
        for change in answer.changes:
            yield change.kind, f"{change.model} {change.key}: {change.detail}"

    def judge_secret(self, view, ask, answer, secret):
        """On B's own host much of B may be read, but nothing that starts with this word."""
        self.report.requests += 1
        self.report.visited[self.role].update({answer.route} - {None})
        seen = {word.lower() for word in self.words.findall(answer.text)}
        sent = {word.lower() for word in self.words.findall(ask.sent)}
        told = sorted(word for word in seen - sent if word.startswith(secret))
        if told:
            self._note(READ, view, ask, answer.status, " ".join(told))
        if answer.status >= 500:
            self._note(ERROR, view, ask, answer.status, answer.error)

    def _note(self, kind, view, ask, status, detail):
        said = f" {ask.data or ask.body}"[:400] if ask.data or ask.body else ""
        url = f"{ask.host or ''}{ask.url}{said}"
        finding = Finding(self.phase, kind, view, self.role, ask.method, url, status, detail)
        (self.report.refused if is_allowed(finding) else self.report.findings).append(finding)

    # --- addresses ---------------------------------------------------------------------------------
    def plain(self):
        """(view, url) of views that name no row."""
        for view in self.views:
            if not view.is_by_hand and not names_rows(view):
                yield from ((view, url) for url in own(view, self.mine))

    def own(self):
        """(view, url) with A's own rows."""
        for view in self.views:
            if not view.is_by_hand and names_rows(view):
                yield from ((view, url) for url in own(view, self.mine))

    def foreign(self):
        """(view, url) with B's rows."""
        for view in self.views:
            if not view.is_by_hand and names_rows(view):
                yield from ((view, url) for url in foreign(view, self.theirs, self.mine))

    def get(self, view, url, **kwargs):
        return self.send(view, Ask("GET", url), **kwargs)


def unmapped():
    """Parameters of addresses that nobody has classified."""
    missing = set()
    for view in views():
        for parameter in [] if view.is_by_hand else view.parameters:
            try:
                _classify(view, parameter)
            except Unmapped as error:
                missing.add(str(error))
    return missing


def _classify(view, parameter):
    if parameter == OBJECT_OF_A_KIND or any(parameter in pair for pair in KINDS):
        return
    if model_of(view, parameter) is None:
        words_of(view, parameter)
