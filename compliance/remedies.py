"""What an editor can do for more points, and where: the other side of the score sheet."""

from dataclasses import dataclass

from django.urls import reverse

from cms.pages.models import PortalPage
from tenants.models import Portal

from .models import Period
from .queries import Line, portal_score
from .reasons import Reason, in_words

MOST = 7
IN_THE_REGISTER = {
    Reason.NO_LEADERS,
    Reason.LEADERS_INCOMPLETE,
    Reason.NO_FOCAL,
    Reason.FOCAL_INCOMPLETE,
    Reason.FOCAL_UNCONFIRMED,
}
IN_A_SECTION = {
    Reason.NO_INTRODUCTION: "introduction",
    Reason.REVIEW_OVERDUE: "introduction",
    Reason.NO_FUNCTIONS: "introduction",
    Reason.NO_CHART: "introduction",
    Reason.NO_ENGLISH_INTRODUCTION: "introduction",
    Reason.NO_HISTORY: "history",
    Reason.NO_CONTACT_PAGE: "contact",
    Reason.CONTACT_INCOMPLETE: "contact",
    Reason.NO_ENGLISH_CONTACT: "contact",
}
BELOW_A_SECTION = {
    Reason.NO_RECENT_NEWS: "news",
    Reason.WEEKS_WITHOUT_NEWS: "news",
    Reason.TOO_FEW_NEWS: "news",
    Reason.NO_DOCUMENTS: "documents",
    Reason.NO_RECENT_DOCUMENTS: "documents",
    Reason.DOCUMENTS_INCOMPLETE: "documents",
    Reason.DOCUMENTS_LATE: "documents",
    Reason.ISSUE_DATE_UNKNOWN: "documents",
}


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do. `points` could be gained at most; `url` opens the place to work in ("" where there is none)."""

    title: str
    reason: str
    points: float
    url: str


@dataclass(frozen=True, slots=True)
class TodoList:
    """The most valuable `todos`, the `points` all measured criteria still hold; `scored_as_of` None: never scored."""

    todos: tuple[Todo, ...]
    points: float
    scored_as_of: object


def todo_list(portal: Portal, *, period: Period) -> TodoList:
    """From the newest score of the pack that advice is given by; what is not measured cannot be worked on."""
    score = portal_score(portal, period=period)
    advice = [pack for pack in score.packs if pack.pack.advice]
    lines = [line for pack in advice for line in pack.lines if line.missing]
    lines.sort(key=lambda line: -line.missing)
    places = _places(portal) if lines else {}
    return TodoList(
        todos=tuple(_todo(line, places, portal) for line in lines[:MOST]),
        points=sum(line.missing for line in lines),
        scored_as_of=score.run and score.run.as_of,
    )


def _places(portal: Portal) -> dict[str, int]:
    pages = PortalPage.objects.filter(portal=portal).exclude(starts_section="")
    return dict(pages.values_list("starts_section", "pk"))


def _todo(line: Line, places: dict[str, int], portal: Portal) -> Todo:
    reasons = [Reason(code) for code in line.entry.reasons if code in Reason.values]
    return Todo(
        title=line.criterion.name,
        reason=in_words(line.entry.reasons[0]) if line.entry.reasons else "",
        points=line.missing,
        url=_place(reasons[0], places, portal) if reasons else "",
    )


def _place(reason: Reason, places: dict[str, int], portal: Portal) -> str:
    if reason in IN_THE_REGISTER:
        return reverse("wagtailsnippets_pages_post:list")
    if reason == Reason.NO_UNITS:
        return reverse("wagtailsnippets_pages_unit:list")
    if IN_A_SECTION.get(reason) in places:
        return reverse("wagtailadmin_pages:edit", args=[places[IN_A_SECTION[reason]]])
    if BELOW_A_SECTION.get(reason) in places:
        return reverse("wagtailadmin_explore", args=[places[BELOW_A_SECTION[reason]]])
    return reverse("wagtailadmin_explore", args=[portal.site.root_page_id])
