"""Criteria that put several measures into one line of the scale ("as G05 + G17")."""

from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PortalFacts
from ..facts.window import Window
from .registry import RULES, rule
from .result import NOT_MEASURED, Finding


@rule(version=1, says=_("Gộp nhiều phép đo theo trọng số của bộ tiêu chí"))
def weighted(facts: PortalFacts, window: Window, params) -> Finding:
    """`parts`: [[rule, weight], ...]. Unmeasured unless every part is measured; numerators and the rest are summed."""
    findings = [(RULES[name].measure(facts, window, params), weight) for name, weight in params["parts"]]
    if any(finding.share is None for finding, _weight in findings):
        return NOT_MEASURED
    return Finding(
        share=sum(finding.share * weight for finding, weight in findings) / sum(weight for _f, weight in findings),
        numerator=sum(finding.numerator for finding, _weight in findings),
        denominator=sum(finding.denominator for finding, _weight in findings),
        reasons=tuple(dict.fromkeys(reason for finding, _weight in findings for reason in finding.reasons)),
        evidence=tuple(dict.fromkeys(seen for finding, _weight in findings for seen in finding.evidence)),
    )
