"""Puts what was found together: what is taken out, what stays, and the text in pieces for a screen."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from .addresses import addresses, emails
from .finding import Finding, Kind
from .folding import compose, fold
from .names import again, names
from .numbers import numbers
from .parcels import parcels

ORDER = {kind: place for place, kind in enumerate(Kind)}
SHORTEST = 4  # letters of something known about the asker, so that "An" alone hides nothing


@dataclass(frozen=True)
class Piece:
    """A part of a text; `kind` is empty for what is nobody's."""

    text: str
    kind: str = ""

    @property
    def label(self):
        return Kind(self.kind).label if self.kind else ""


def mask(text, *, known=(), keep=(), language="vi"):
    """(the text with what was found taken out, [Finding, ...] in order).

    `known` are [(Kind, words)] that tell who asks, hidden wherever they stand; `keep` are public words (the unit's own
    telephones, addresses and officials), not hidden unless they are known as well. The text comes back composed (NFC).
    """
    text = compose(text)
    findings = _findings(text, known, keep)
    masked, end = [], 0
    for finding in findings:
        masked += [text[end : finding.start], _mark(finding.kind, language)]
        end = finding.end
    return "".join([*masked, text[end:]]), findings


def pieces(text, *, known=(), keep=()):
    """The same findings as parts of the text: [Piece, ...]."""
    text = compose(text)
    parts, end = [], 0
    for finding in _findings(text, known, keep):
        parts += [Piece(text[end : finding.start]), Piece(finding.text, finding.kind)]
        end = finding.end
    return [part for part in [*parts, Piece(text[end:])] if part.text]


@cache
def _mark(kind, language):
    with override(language):
        return "[" + _("đã ẩn %(what)s") % {"what": Kind(kind).label} + "]"


def _findings(text, known, keep):
    folded = fold(text)
    named = list(names(text, folded))
    spans = [*emails(folded), *numbers(folded), *parcels(text, folded), *addresses(text, folded), *named]
    spans += again(text, [(start, end) for _kind, start, end in named])
    public = [_essence(fold(compose(word))) for word in keep if word.strip()]
    private = [span for span in spans if not _is_public(folded[span[1] : span[2]], public)]
    return [Finding(kind, text[start:end], start) for kind, start, end in _apart([*private, *_known(folded, known)])]


def _is_public(found, public):
    """A telephone however spaced; an address or a name also as a part of what is public."""
    wanted = _essence(found)
    return any(wanted == one if wanted.isdigit() else wanted in one for one in public)


def _known(folded, known):
    for kind, word in known:
        wanted = fold(compose(word.strip()))
        if len(wanted) >= SHORTEST:
            for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded):
                yield kind, *match.span()


def _essence(folded):
    """Telephones are the same however spaced."""
    digits = re.sub(r"\D", "", folded)
    return digits.removeprefix("84").removeprefix("0") if len(digits) >= 7 and "@" not in folded else folded.strip()


def _apart(spans):
    """Spans that do not overlap, in order; where two do, the longer one, then the one of the earlier kind."""
    chosen = []
    for span in sorted(spans, key=lambda span: (span[1] - span[2], ORDER[span[0]], span[1])):
        if all(span[2] <= other[1] or other[2] <= span[1] for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span[1])
