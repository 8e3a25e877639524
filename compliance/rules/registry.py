"""The register of rules: a name in a pack file becomes a function here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..facts.nouns import PortalFacts
from ..facts.window import Window
from ..packs import Criterion
from .result import NOT_MEASURED, Finding, Result, valued

Measure = Callable[[PortalFacts, Window, Mapping], Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """`version` rises whenever the same facts could give another finding; `says`: the measure in words."""

    name: str
    version: int
    measure: Measure
    says: str

    def signature(self, params: Mapping) -> str:
        """What the ledger keeps: name and version, of the parts as well where the rule puts others together."""
        parts = ",".join(str(RULES[name]) for name, _weight in params.get("parts", ()))
        return f"{self}({parts})" if parts else str(self)

    def words(self, params: Mapping) -> list[str]:
        """How it is measured, a sentence for each part."""
        return [str(RULES[name].says) for name, _weight in params.get("parts", ())] or [str(self.says)]

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


RULES: dict[str, Rule] = {}


def rule(*, version: int, says: str) -> Callable[[Measure], Measure]:
    """Registers a pure function of facts under its own name."""

    def register(measure: Measure) -> Measure:
        name = measure.__name__
        if name in RULES:
            raise ValueError(f"two rules are named {name}")
        RULES[name] = Rule(name, version, measure, says)
        return measure

    return register


def judge(criterion: Criterion, facts: PortalFacts, window: Window) -> Result:
    """The points of one criterion for one portal; a criterion without a rule is unmeasured and scores 0."""
    if criterion.rule is None:
        return valued(NOT_MEASURED, code=criterion.code, of=criterion.half_points, rule="")
    found = RULES[criterion.rule]
    finding = found.measure(facts, window, criterion.params)
    return valued(finding, code=criterion.code, of=criterion.half_points, rule=found.signature(criterion.params))
